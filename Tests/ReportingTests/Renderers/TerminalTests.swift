import Testing

@testable import Reporting

@Suite("Text for the terminal")
struct TerminalTests {
  @Test("wraps between words, and cuts a word only where it must")
  func wrap() {
    #expect(TerminalText.wrap("one two three", width: 7) == ["one two", "three"])
    #expect(TerminalText.wrap("abcdefgh ij", width: 4) == ["abcd", "efgh", "ij"])
    #expect(TerminalText.wrap("", width: 4) == [""])
    #expect(TerminalText.hanging("- ", "one two", width: 6) == ["- one", "  two"])
  }

  @Test("lines columns up and gives way in the widest")
  func table() {
    let table = TextTable(
      [.init("Name"), .init("n", isNumeric: true)],
      rows: [["a", "1"], ["a long name that wraps", "12"]])
    #expect(
      table.lines(width: 20) == [
        "  Name             n", "  --------------  --", "  a                1", "  a long name     12",
        "  that wraps",
      ])
  }

  @Test("a table whose texts are short is as narrow as they are")
  func narrow() {
    #expect(TextTable([.init("A"), .init("B")], rows: [["x"]]).lines() == ["  A  B", "  -  -", "  x"])
  }
}

@Suite("English")
struct EnglishTests {
  @Test("counts, lists and names")
  func words() {
    #expect(English.count(1, "school") == "1 school")
    #expect(English.count(0, "school") == "no schools")
    #expect(
      ["criterion", "agency", "year", "class", "area"].map(English.plural) == [
        "criteria", "agencies", "years", "classes", "areas",
      ])
    #expect(English.list(["a", "b", "c"]) == "a, b and c")
    #expect(English.list(["a", "b and c"]) == "a, and b and c")
    #expect(English.list([]) == "")
    #expect(English.inSentence("ITT") == "ITT")
    #expect(English.inSentence("Area") == "area")
    #expect(English.heading(slug: "business-model") == "Business model")
    #expect(English.withArticle("alliance") == "An alliance")
    #expect(English.sentence("Done") == "Done.")
    #expect(English.sentence("Why?") == "Why?")
  }
}
