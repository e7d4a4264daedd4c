import TestSupport
import Testing

@testable import Diagnostics

@Suite struct TextPrinterTests {
  @Test func `the place, the line, a caret and what to do`() {
    #expect(
      Marked("one\nb: ⟦two⟧ three\n").text == """
        made-up.yaml:2:4: error[made-up]: This is wrong.
        2 | b: two three
          |    ^^^
          help: Nothing is to be done.

        """)
  }

  /// The carets of a marked text, with the line above them.
  private func excerpt(_ marked: String) -> [String] {
    Marked(marked).text.split(separator: "\n").filter { $0.contains("|") }
      .map { String($0.drop { $0 != "|" }.dropFirst(2)) }
  }

  @Test func `carets`() {
    #expect(excerpt("é😀 ⟦ü⟧x") == ["é😀 üx", "   ^"])
    #expect(excerpt("ab⟦⟧") == ["ab", "  ^"])
    #expect(excerpt("ab⟦⟧cd") == ["abcd", "  ^"])
    #expect(excerpt("a: ⟦b\n  c⟧\n") == ["a: b", "   ^"])
    #expect(excerpt("a: ⟦bcd\n  c⟧\n") == ["a: bcd", "   ^^^"])
    #expect(excerpt("a\t⟦b⟧") == ["a b", "  ^"])
    #expect(excerpt("\u{FEFF}⟦a⟧b") == ["ab", "^"])
    #expect(excerpt("a⟦\n⟧b") == ["a", " ^"])
  }

  @Test func `a long line is shown around the place`() throws {
    let dots = String(repeating: ".", count: 500)
    for marked in [
      "\(dots)⟦here⟧\(dots)", "\(dots)⟦here⟧", "⟦here⟧\(dots)", "\(dots)⟦here\(dots)⟧",
      "é😀\(dots)⟦here⟧é\(dots)",
    ] {
      let lines = excerpt(marked)
      try #require(lines.count == 2)
      #expect(lines[0].count == 110)
      #expect(lines[1].count <= 110)
      let caret = try #require(lines[1].firstIndex(of: "^")).utf16Offset(in: lines[1])
      #expect(Array(lines[0])[caret] == "h")
    }
    #expect(excerpt("\(dots)⟦here⟧\(dots)")[1].filter { $0 == "^" }.count == 4)
  }

  @Test func `a line just as wide as the screen is shown whole`() {
    let lines = excerpt(String(repeating: ".", count: 109) + "⟦x⟧")
    #expect(lines[0].count == 110 && lines[1].count == 110)
  }

  @Test func `a file cannot command the terminal`() {
    #expect(excerpt("a\u{1B}[31m\u{202E}⟦b⟧\u{2028}c\u{85}") == ["a [31m b c ", "       ^"])
    var bag = DiagnosticBag()
    bag.report(Diagnostic(Marked.code, "no\u{1B}[2J\nline", help: "x\u{7}", at: nil, path: "p"))
    #expect(TextPrinter.print(bag, SourceMap()) == "p: error[made-up]: no [2J line\n  help: x \n")
  }

  @Test func `mistakes of a whole file, and of no file`() {
    var bag = DiagnosticBag()
    bag.report(Diagnostic(Marked.warning, "Doubtful.", at: nil, path: "p.yaml"))
    bag.report(Marked.code, "Lost.", help: "Look.", at: .nowhere)
    #expect(
      TextPrinter.print(bag, SourceMap()) == """
        p.yaml: warning[made-up-warning]: Doubtful.
          help: Think.
        error[made-up]: Lost.
          help: Look.

        """)
  }

  @Test func `mistakes stand in the order of the text`() {
    let marked = Marked("a: ⟦b ⟦c⟧⟧ ⟦d⟧")
    #expect(
      marked.text.split(separator: "\n").filter { $0.contains("error") }.map { $0.prefix(16) } == [
        "made-up.yaml:1:4", "made-up.yaml:1:6", "made-up.yaml:1:8",
      ])
  }

  @Test func `a thousand mistakes on one endless line`() {
    let marked = Marked(
      String(repeating: "⟦wrong⟧, ", count: 1_200) + String(repeating: "x", count: 1_000_000))
    let (text, time) = ProcessorTime.of { marked.text }
    #expect(text.hasSuffix("… and 200 more\n"))
    #expect(text.contains("made-up.yaml:1:6994: error"))
    #expect(time < .seconds(2))
  }
}
