import Diagnostics
import Sealing
import Testing

@testable import Documents

/// Good and bad text of every kind of value, and that what is written reads back.
@Suite struct ScalarTests {
  private func reads<Value: Equatable>(
    _ shape: Shape<Value>, _ text: String, _ value: Value, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let reading = ShapeReading(text, as: shape)
    #expect(reading.value == value, sourceLocation: sourceLocation)
    #expect(reading.codes == [], sourceLocation: sourceLocation)
    let again = ShapeReading(shape.write(value).prettyText(), as: shape)
    #expect(again.value == value, sourceLocation: sourceLocation)
  }

  private func refuses<Value>(
    _ shape: Shape<Value>, _ texts: [String], _ code: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for text in texts {
      let reading = ShapeReading(text, as: shape)
      #expect(reading.value == nil, "\(text)", sourceLocation: sourceLocation)
      #expect(reading.codes == [code], "\(text)", sourceLocation: sourceLocation)
    }
  }

  @Test func `text`() {
    reads(.text, "one two", "one two")
    reads(.text, "'no'", "no")
    reads(.text, "\"  a\\tb \"", "a\tb")
    reads(.text, ">-\n  one\n  two", "one two")
    reads(.text, "1.50", "1.50")
    refuses(.text, ["[a]", "{a: b}"], "wrong-type")
  }

  @Test(arguments: ["no", "Yes", "ON", "off", "true", "FALSE", "y", "N", "Null"])
  func `words that older YAML takes for something else`(word: String) {
    let plain = ShapeReading(word, as: Shape<String>.text)
    #expect(plain.value == word)
    #expect(plain.codes == ["unquoted-word"])
    #expect(ShapeReading("'\(word)'", as: Shape<String>.text).codes == [])
  }

  @Test func `numbers that older YAML takes for octal`() {
    #expect(ShapeReading("010", as: Shape<String>.text).codes == ["unquoted-number"])
    #expect(ShapeReading("\"010\"", as: Shape<String>.text).codes == [])
    #expect(ShapeReading("0", as: Shape<String>.text).codes == [])
    #expect(ShapeReading("10", as: Shape<String>.text).codes == [])
  }

  @Test func `text that a comment cuts`() {
    #expect(ShapeReading("See area #1", as: Shape<String>.text).codes == ["text-cut"])
    #expect(ShapeReading("See area # 1", as: Shape<String>.text).codes == ["comment-after-text"])
    #expect(ShapeReading("'See area' #1", as: Shape<String>.text).codes == [])
    #expect(ShapeReading("C#1", as: Shape<String>.text).codes == [])
  }

  @Test func `slugs`() {
    reads(.slug, "our-impact", Located("our-impact"))
    reads(.slug, "1", Located("1"))
    reads(.slug, "no", Located("no"))
    reads(.slug, String(repeating: "a", count: 64), Located(String(repeating: "a", count: 64)))
    refuses(
      .slug,
      [
        "Our", "a--b", "-a", "a-", "a_b", "a b", "é", "''", "a/b", "\"a\\0\"",
        String(repeating: "a", count: 65),
      ], "not-a-slug")
    refuses(.slug, ["[a]"], "wrong-type")
  }

  @Test func `paths`() {
    reads(.path, "a", Located("a"))
    reads(.path, "our-impact/b/c-1", Located("our-impact/b/c-1"))
    refuses(.path, ["a//b", "/a", "a/", "A/b", "''", "a/ b"], "not-a-path")
  }

  @Test func `whole numbers`() {
    reads(.integer(), "12", 12)
    reads(.integer(), "-3", -3)
    reads(.integer(0...5), "0", 0)
    reads(.integer(), "'7'", 7)
    refuses(
      .integer(), ["1.0", "one", "''", "+1", "1e3", "0x10", "99999999999999999999", "１", "1\u{301}"],
      "not-an-integer")
    refuses(.integer(), ["010", "-01"], "octal-number")
    refuses(.integer(0...5), ["6", "-1"], "out-of-range")
    refuses(.integer(), ["[1]"], "wrong-type")
  }

  @Test func `numbers`() {
    reads(.number(), "0.5", 0.5)
    reads(.number(), "-2", -2)
    reads(.number(0...1), "1", 1)
    refuses(
      .number(), [".5", "1.", "1,5", "nan", ".inf", "1e3", "''", "- 1"].filter { $0 != "- 1" }, "not-a-number"
    )
    refuses(.number(), ["007"], "octal-number")
    refuses(.number(0...1), ["1.01", "-0.1"], "out-of-range")
  }

  @Test func `true and false`() {
    reads(.boolean, "true", true)
    reads(.boolean, "false", false)
    refuses(.boolean, ["yes", "True", "1", "''"], "not-a-boolean")
  }

  enum Fruit: String, Choice {
    case apple, pear
    var meaning: String { self == .apple ? "an apple" : "" }
  }

  @Test func `choices`() {
    reads(.choice, "pear", Fruit.pear)
    refuses(Shape<Fruit>.choice, ["Pear", "plum", "''"], "unknown-choice")
    refuses(Shape<Fruit>.choice(among: [.apple]), ["pear"], "unknown-choice")
    #expect(ShapeReading("aple", as: Shape<Fruit>.choice).bag.items.map(\.help) == ["Did you mean “apple”?"])
    #expect(
      ShapeReading("plum", as: Shape<Fruit>.choice).bag.items.map(\.help) == ["It may be: apple, pear."])
    let located = ShapeReading("  pear", as: Shape<Located<Fruit>>.located(.choice))
    #expect(located.value?.range.start == 2)
  }

  @Test func `dates and school years`() throws {
    reads(.date, "2024-02-29", try #require(Day("2024-02-29")))
    refuses(.date, ["2023-02-29", "2024-2-9", "29.02.2024", "2024-13-01", "1899-12-31", "''"], "not-a-date")
    reads(.period, "2025-26", Period(startYear: 2025))
    reads(.period, "1999-00", Period(startYear: 1999))
    refuses(.period, ["2025-27", "2025", "2025/26", "25-26", "2025-2026"], "not-a-period")
  }

  @Test func `versions`() {
    reads(.version, "1.0.0", Located(SemanticVersion(1, 0, 0)))
    reads(.version, "2.1.0-draft.1", Located(SemanticVersion(2, 1, 0, preRelease: ["draft", "1"])))
    refuses(
      .version,
      ["1.0", "1", "v1.0.0", "1.0.0.0", "01.0.0", "1.0.0-", "1.0.0-01", "1.0.0+5", "1.0.0-a..b", "''"],
      "not-semver")
  }

  @Test func `digests`() {
    let digest = Digest(ofText: "made up")
    reads(.digest, digest.description, digest)
    refuses(
      .digest,
      ["sha256:12", "md5:x", String(digest.description.dropFirst(7)), digest.description.uppercased()],
      "not-a-digest")
  }

  @Test func `messages stay short and on one line`() {
    let long = ShapeReading(String(repeating: "a ", count: 5_000), as: Shape<Located<String>>.slug)
    #expect(long.bag.items.allSatisfy { $0.message.count < 200 })
    let lines = ShapeReading("\"a\\n\\nb\"", as: Shape<Located<String>>.slug)
    #expect(lines.bag.items.allSatisfy { !$0.message.contains("\n") })
  }
}
