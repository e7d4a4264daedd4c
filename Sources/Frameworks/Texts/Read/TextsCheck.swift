import Diagnostics
import Documents

/// Holds a file of translated texts against the framework that it belongs to.
struct TextsCheck {
  let file: TextsFile
  let target: TextsTarget
  /// Addresses that a base's file translates.
  let inherited: Set<String>
  /// Whether parts of the file could not be read; a mark that is not there may be one of them.
  let isPartial: Bool

  /// - Parameter name: the language in the file's name; `nil` where the name says none.
  func run(name: String?, listsMissing: Bool, into bag: inout DiagnosticBag) {
    checkFramework(&bag)
    checkLanguage(name, &bag)
    checkEntries(&bag)
    if !file.isSample || listsMissing { reportMissing(each: listsMissing, &bag) }
  }

  private func checkFramework(_ bag: inout DiagnosticBag) {
    let pin = file.framework
    if !pin.id.value.isEmpty, pin.id.value != target.id {
      bag.report(
        TextsCodes.otherFramework, "These are texts of “\(pin.id.value)”, not of “\(target.id)”.",
        at: pin.id.range)
    } else if pin.version.range != .nowhere, pin.version.value != target.version {
      bag.report(
        TextsCodes.otherFramework,
        "These are texts of version \(pin.version.value); the framework beside them is \(target.version).",
        at: pin.version.range)
    }
  }

  private func checkLanguage(_ name: String?, _ bag: inout DiagnosticBag) {
    let language = file.language
    guard !language.value.isEmpty else { return }
    let shown = String(language.value.prefix(40))
    if !LanguageTags.isWellFormed(language.value) {
      let hyphenated = String(shown.map { $0 == "_" ? "-" : $0 })
      bag.report(
        TextsCodes.languageTag, "“\(shown)” is not a language tag.",
        help: LanguageTags.isWellFormed(hyphenated) ? "Did you mean “\(hyphenated)”?" : "", at: language.range
      )
    } else if LanguageTag.isSame(language.value, target.language) {
      bag.report(
        TextsCodes.ownLanguage, "\(target.reference) is written in “\(target.language)” itself.",
        at: language.range)
    } else if let name, !LanguageTag.isSame(name, language.value) {
      bag.report(
        TextsCodes.fileName, "The file is named for “\(name.prefix(40))”, and its texts are in “\(shown)”.",
        at: language.range)
    }
  }

  private func checkEntries(_ bag: inout DiagnosticBag) {
    var suggester = AddressSuggester(target.texts.map(\.address))
    for entry in file.texts {
      let address = entry.key.value
      guard let original = target.text(at: address) else {
        bag.report(
          TextsCodes.unknownAddress, "\(target.reference) has no text “\(address.prefix(200))”.",
          help: suggester.help(for: address), at: entry.key.range)
        continue
      }
      guard !entry.value.text.value.isEmpty else { continue }
      guard let mark = entry.value.of else {
        if isPartial { continue }
        bag.report(
          TextsCodes.unmarked, "“\(address)” does not say which original it translates.", at: entry.key.range)
        continue
      }
      if mark.value != original.mark {
        bag.report(
          TextsCodes.stale,
          "The original of “\(address)” is another now, and readers see it: “\(Self.short(original.text))”.",
          at: entry.value.text.range)
      } else if entry.value.text.value == original.text, !entry.value.isSame {
        bag.report(
          TextsCodes.same, "“\(address)” is the same as its original.", at: entry.value.text.range)
      }
    }
  }

  private func reportMissing(each: Bool, _ bag: inout DiagnosticBag) {
    let known = Set(file.texts.map(\.key.value)).union(inherited)
    let missing = target.texts.filter { !known.contains($0.address) }
    guard !missing.isEmpty else { return }
    if each {
      for text in missing {
        bag.report(
          TextsCodes.missing, "“\(text.address)” is not translated into “\(file.language.value)”.",
          at: text.range)
      }
    } else {
      bag.report(
        TextsCodes.missing,
        "\(missing.count) of \(target.texts.count) texts are not translated into “\(file.language.value)”.",
        at: file.language.range)
    }
  }

  /// For a message on one line.
  private static func short(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 100 ? line.prefix(97) + "…" : line
  }
}

/// Proposes the address that a translator may have meant.
private struct AddressSuggester {
  private let addresses: Set<String>
  private var names: NameSuggester

  init(_ addresses: [String]) {
    self.addresses = Set(addresses)
    names = NameSuggester(addresses)
  }

  mutating func help(for address: String) -> String {
    // Criteria need no key.
    let parts = address.split(separator: "/")
    let short = parts.filter { $0 != "criteria" }.joined(separator: "/")
    if short != address, addresses.contains(short) { return "Did you mean “\(short)”?" }
    // A criterion, where one of its texts is wanted.
    for key in ["title", "text", "label"] where addresses.contains("\(address)/\(key)") {
      return "Did you mean “\(address)/\(key)”?"
    }
    return names.nearestHelp(for: address)
  }
}
