import Diagnostics
import Documents
import Foundation
import Frameworks
import TestSupport
import Testing

@Suite struct TextsDraftTests {
  @Test func `a draft checks clean apart from what is missing`() throws {
    for url in try Repository.frameworkFiles() {
      let made = try MadeUpTexts(url)
      let draft = TextsDraft("cy", for: made.target)
      #expect(made.read(draft.text).codes == ["texts-missing"])
      #expect(draft.translated == 0 && draft.total == made.target.texts.count)
      #expect(try made.updated(draft.text).text == draft.text)
    }
  }

  @Test func `a filled draft is complete, and stays as it is`() throws {
    var random = SeededGenerator(seed: 7)
    for url in try Repository.frameworkFiles() {
      let made = try MadeUpTexts(url)
      var words: [String] = []
      let lines = TextsDraft("cy", for: made.target).text.split(
        separator: "\n", omittingEmptySubsequences: false)
      let filled = lines.map { line -> String in
        guard line.hasPrefix("  # ") else { return String(line) }
        let plain = "  " + line.dropFirst(4)
        guard plain == "    text:" else { return plain }
        words.append(Self.words(&random))
        return "\(plain) \(Self.quoted(words[words.count - 1]))"
      }.joined(separator: "\n")
      let read = made.read(filled)
      #expect(read.codes == [], "\(read.report.prefix(500))")
      #expect(read.texts?.texts.map(\.value.text.value) == words)
      let updated = try made.updated(filled)
      #expect(updated.translated == updated.total && updated.stale + updated.moved + updated.setAside == 0)
      // However the texts are spelt now, they are the same.
      #expect(made.read(updated.text).texts == read.texts)
      #expect(try made.updated(updated.text).text == updated.text)
    }
  }

  private static let pieces = [
    "gair", "Gair:", "# dim", "\"dyfyniad\"", "it's", "ŵy", "😀", "\n", "- x", "{a}", "\\", "\u{2028}",
    "\u{85}",
    "no", "123", "&a", "*b", "!x", "%y", "@z", "`", "|", ">", "a: b", "\u{FEFF}x", "\n\n", "   ", "\u{A0}",
  ]

  private static func words(_ random: inout SeededGenerator) -> String {
    let count = Int.random(in: 0...40, using: &random)
    let words = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }
    return "x" + words.joined(separator: Bool.random(using: &random) ? " " : "") + "y"
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      out +=
        (0x20...0x7E).contains(scalar.value) && scalar != "\"" && scalar != "\\"
        ? String(scalar) : "\\U" + String(String(0x1_0000_0000 + UInt64(scalar.value), radix: 16).dropFirst())
    }
    return out + "\""
  }

  @Test func `what translators wrote beside their texts stays`() throws {
    let made = try MadeUpTexts()
    let file = """
      # Our file.
      schema: waymark.texts/1 # kept too
      framework: {id: made-up, version: 1.0.0}
      language: cy
      x-translator: Somebody
      texts:
        # Ask Mair about this one.
        reading/title:
          # Short, please.
          text: Darllen # or: darllen
          of: \(TextMark.of("Reading"))
          x-checked: true
        #. an old original
        # levels/area/title:
        #   text: Maes
        #   of: \(TextMark.of("Area"))
        # The last word.

      """
    let draft = try made.updated(file)
    for line in [
      "# Our file.\n", "# kept too\n", "x-translator: Somebody\n", "  # Ask Mair about this one.\n",
      "  # Short, please.\n", "  # or: darllen\n", "    text: Darllen\n", "    x-checked: true\n",
      "  #   text: Maes\n", "  # The last word.\n", "version: 1.1.0",
    ] {
      #expect(draft.text.contains(line), "\(line)")
    }
    #expect(!draft.text.contains("an old original"))
    #expect(draft.text.components(separatedBy: "levels/area/title:").count == 2)
    #expect(draft.translated == 1)
    #expect(made.read(draft.text).codes == ["texts-missing"])
    #expect(try made.updated(draft.text).text == draft.text)
  }

  @Test func `what changed, moved and went`() throws {
    let before = try MadeUpTexts()
    let entries = before.target.texts.map { before.entry($0.address, "cy \($0.text)") }
    let file = MadeUpTexts.file(entries.joined(separator: "\n"))
    let after = try MadeUpTexts.changed(
      ("title: Area", "title: Field"), ("id: reading,", "id: books,"), (", label: Low", ""),
      ("should: [", "should: [{atMost: 1, level: area, message: Not too many.}, "))
    let draft = try after.updated(file)
    #expect(draft.stale == 1 && draft.moved == 3 && draft.setAside == 1)
    #expect(draft.translated == 5 && draft.total == 7)
    #expect(draft.text.contains("#. The original changed since."))
    #expect(draft.text.contains("  # scales/steps/points/low/label:\n  #   text: \"cy Low\"\n"))
    let read = after.read(draft.text)
    #expect(read.codes == ["texts-missing", "texts-stale"])
    let texts = Dictionary(
      (read.texts?.texts ?? []).map { ($0.key.value, $0.value.text.value) }, uniquingKeysWith: { a, _ in a })
    #expect(texts["books/title"] == "cy Reading")
    #expect(texts["coverage/should/2/message"] == "cy Judge one area at least.")
    #expect(texts["coverage/should/1/message"] == nil)
    #expect(try after.updated(draft.text).text == draft.text)

    // Translated again, and `of` taken out: it is up to date.
    let mended = draft.text.replacingOccurrences(
      of: "cy Area\n    of: \(TextMark.of("Area"))", with: "Maes")
    #expect(after.read(mended).codes == ["texts-missing", "texts-unmarked"])
    let again = try after.updated(mended)
    #expect(again.stale == 0 && after.read(again.text).codes == ["texts-missing"])
  }

  @Test func `a file that must be mended first is left alone`() throws {
    let made = try MadeUpTexts()
    for text in [
      "texts: [", MadeUpTexts.file("  a/b: {}"), MadeUpTexts.file("", language: "fr"),
      MadeUpTexts.file("").replacingOccurrences(of: "made-up", with: "other"),
    ] {
      #expect(throws: Failure.self) { try made.updated(text) }
    }
  }

  @Test func `what a base translates is left to its file`() throws {
    let made = try MadeUpTexts()
    let inherited = try #require(
      made.read(MadeUpTexts.file(made.entry("reading/title", "Darllen"))).texts)
    let draft = TextsDraft("cy", for: made.target, inherited: [inherited])
    #expect(draft.inherited == 1 && draft.translated == 1)
    #expect(!draft.text.contains("reading/title"))
  }

  @Test func `the samples here say so and are as they should be`() throws {
    for url in try Repository.frameworkFiles() {
      for place in try TextsPlace.beside(url.path) {
        let made = try MadeUpTexts(url)
        let text = String(decoding: try Repository.bytes(URL(fileURLWithPath: place.path)), as: UTF8.self)
        let read = made.read(text, path: place.path)
        #expect(read.codes.isEmpty, "\(read.report)")
        #expect(read.texts?.isSample == true && text.hasPrefix("# A sample"))
        #expect(try made.updated(text).text == text)
      }
    }
  }
}
