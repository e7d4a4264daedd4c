import Diagnostics
import Documents

/// A file for translators: every text of a framework, its original above it; what is not translated yet is
/// commented out.
///
/// A file that is there already is brought up to date: translations and the translators' comments stay, texts
/// that moved take theirs along, what is stale says so, what is missing is added, and what has gone from the
/// framework is set aside at the end.
public struct TextsDraft {
  /// The file's text.
  public private(set) var text = ""
  /// Texts of the framework, and how many of them have a translation that may be used.
  public private(set) var total = 0
  public private(set) var translated = 0
  /// Of those, how many a base's file translates.
  public private(set) var inherited = 0
  /// Texts whose original changed since they were translated.
  public private(set) var stale = 0
  /// Entries that are at another address now.
  public private(set) var moved = 0
  /// Entries that the framework has no text for any more.
  public private(set) var setAside = 0

  private let target: TextsTarget
  private let language: String
  private var notes = TextsNotes()

  /// A file for a language that has none.
  ///
  /// - Parameter inherited: the files of a variant's bases; what they translate is left to them.
  public init(_ language: String, for target: TextsTarget, inherited: [TextsFile] = []) {
    (self.language, self.target) = (language, target)
    text = Self.introduction(language, target)
    write(TextsFile(), inherited)
  }

  /// A file as it is, brought up to date.
  ///
  /// - Throws: `badData` where it has mistakes of form, is in another language or of another framework: then it
  ///   must be mended first.
  public init(
    updating source: SourceFile, _ file: FileID, _ language: String, for target: TextsTarget,
    inherited: [TextsFile] = []
  ) throws(Failure) {
    (self.language, self.target) = (language, target)
    var bag = DiagnosticBag()
    guard let texts = TextsReader.parse(source, file, into: &bag), !bag.hasErrors,
      let tree = DocumentTree(source, file, into: &bag)
    else {
      let count = "\(bag.errorCount) \(bag.errorCount == 1 ? "mistake" : "mistakes")"
      throw Failure(
        .badData, "\(source.path) has \(count), and is left as it is.",
        help: "Correct that first, or name another file with -o.",
        diagnostics: bag)
    }
    let pin = texts.framework.id.value
    guard pin == target.id, LanguageTag.isSame(texts.language.value, language) else {
      throw Failure(
        .badData,
        "\(source.path) holds texts of “\(pin)” in “\(texts.language.value)”, and is left as it is.",
        help: "Name another file with -o.")
    }
    notes = TextsNotes(source, tree)
    text = notes.head.map { $0 + "\n" }.joined()
    write(texts, inherited)
  }

  // MARK: - Writing

  private mutating func write(_ file: TextsFile, _ bases: [TextsFile]) {
    total = target.texts.count
    let match = TextsMatch(file, target)
    let base = Translation(language, own: nil, inherited: bases, for: target).texts
    moved = match.moved
    text += "schema: \(DocumentKind.texts.schema)\n"
    text += "framework: {id: \(target.id), version: \(target.version)}\n"
    text += "language: \(language)\n"
    if file.isSample { text += "sample: true\n" }
    text += notes.ownKeys.map { $0 + "\n" }.joined() + "texts:\n"
    for original in target.texts {
      if let entry = match.entries[original.address] {
        add(entry, original)
      } else if base[original.address] != nil {
        translated += 1
        inherited += 1
      } else if !file.isSample {
        addMissing(original)
      }
    }
    for entry in match.unknown { notes.setAside(entry) }
    setAside = match.unknown.count
    let left = notes.takeSetAside()
    if !left.isEmpty {
      text += "\n" + TextsYAML.comment("No longer in the framework, kept here:", lead: "  #.")
      add(comments: left)
    }
    if !notes.tail.isEmpty { text += "\n" }
    add(comments: notes.tail)
  }

  private static func introduction(_ language: String, _ target: TextsTarget) -> String {
    let name = LanguageTag.englishName(language)
    return """
      # The texts of \(target.reference) in \(name == language ? language : "\(name) (\(language))").
      #
      # Write each translation behind its text:, and take the # away in front of its three lines. Lines that
      # start with #. show the original. To bring this file up to date:
      # waymark framework translate \(target.reference) --language \(language)

      """
  }

  private mutating func add(_ entry: Keyed<TextsFile.Entry>, _ original: TranslatableText) {
    let isStale = entry.value.of.map { $0.value != original.mark } ?? false
    open(original, comments: notes.takeComments(of: entry.key.value))
    if isStale {
      text += TextsYAML.comment(
        "The original changed since. Translate it again, take of: out, and bring this file up to date.",
        lead: "  #.")
      stale += 1
    } else {
      translated += 1
    }
    text += "  \(original.address):\n"
    text += TextsYAML.entry("text", entry.value.text.value, indent: 4)
    text += "    of: \(TextsYAML.mark(entry.value.of?.value ?? original.mark))\n"
    if entry.value.isSame { text += "    same: true\n" }
    for key in notes.takeOwnKeys(of: entry.key.value) { text += "    \(key)\n" }
  }

  private mutating func addMissing(_ original: TranslatableText) {
    let isKept = open(original, comments: [])
    if isKept { return }
    text += "  # \(original.address):\n  #   text:\n  #   of: \(TextsYAML.mark(original.mark))\n"
  }

  /// A blank line, the translators' comments, the original, and what was commented out here.
  ///
  /// - Returns: whether there was any such thing.
  @discardableResult
  private mutating func open(_ original: TranslatableText, comments: [String]) -> Bool {
    if !text.hasSuffix("\ntexts:\n") { text += "\n" }
    add(comments: comments + notes.takeComments(of: original.address))
    text += TextsYAML.comment(original.text, lead: "  #.")
    let kept = notes.takeSetAside(at: original.address)
    add(comments: kept)
    return !kept.isEmpty
  }

  private mutating func add(comments: [String]) {
    for line in comments { text += "  \(line)\n" }
  }
}
