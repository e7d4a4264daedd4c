import Diagnostics

/// `language` tells browsers and screen readers how to read the texts aloud, by a BCP 47 tag such as `en-GB`
/// or `cy`. The check is of the tag's form (RFC 5646, section 2.1), not of whether the language exists.
enum LanguageTags: FrameworkCheck {
  static let languageTag = DiagnosticCode(
    "language-tag", "The language is not a BCP 47 tag.", advice: "Write a tag such as `en-GB`, `en` or `cy`.")
  static let codes = [languageTag]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let language = resolved.framework.language
    guard !isWellFormed(language.value) else { return }
    let hyphenated = String(language.value.prefix(40).map { $0 == "_" ? "-" : $0 })
    bag.report(
      languageTag, message(String(language.value.prefix(40))),
      help: isWellFormed(hyphenated) ? "Did you mean “\(hyphenated)”?" : "", at: language.range)
  }

  /// language [-script] [-region] *(-variant) *(-extension) [-privateuse]
  static func isWellFormed(_ tag: String) -> Bool {
    let isAlphanumeric = tag.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
    guard isAlphanumeric, tag.utf8.count <= 100 else { return false }
    var parts = tag.split(separator: "-", omittingEmptySubsequences: false)[...]
    guard let language = parts.popFirst(), (2...8).contains(language.count),
      language.utf8.allSatisfy(isLetter)
    else {
      return false
    }
    if language.count <= 3 {
      for _ in 0..<3 { take(&parts) { $0.count == 3 && $0.utf8.allSatisfy(isLetter) } }
    }
    take(&parts) { $0.count == 4 && $0.utf8.allSatisfy(isLetter) }
    take(&parts) {
      ($0.count == 2 && $0.utf8.allSatisfy(isLetter)) || ($0.count == 3 && $0.utf8.allSatisfy(isDigit))
    }
    while take(
      &parts, if: { (5...8).contains($0.count) || ($0.count == 4 && $0.utf8.first.map(isDigit) == true) })
    {}
    while let singleton = parts.first, singleton.count == 1 {
      parts.removeFirst()
      let least = singleton == "x" || singleton == "X" ? 1 : 2
      var count = 0
      while take(&parts, if: { (least...8).contains($0.count) }) { count += 1 }
      if count == 0 { return false }
      if least == 1 { break }
    }
    return parts.isEmpty
  }

  @discardableResult
  private static func take(_ parts: inout ArraySlice<Substring>, if matches: (Substring) -> Bool) -> Bool {
    guard let part = parts.first, matches(part) else { return false }
    parts.removeFirst()
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func message(_ tag: String) -> String { "“\(tag)” is not a language tag." }
}
