import Testing

@testable import Diagnostics

/// Lines and columns as editors count them: ⟦ marks the place asked for.
@Suite struct SourceFileTests {
  private func position(_ marked: String) -> [Int] {
    let parts = marked.split(separator: "⟦", omittingEmptySubsequences: false)
    let file = SourceFile(path: "t", bytes: Array(parts.joined().utf8))
    let position = file.position(of: parts[0].utf8.count, lineStarts: file.lineStarts())
    return [position.line, position.column]
  }

  @Test func `places in plain text`() {
    #expect(position("⟦") == [1, 1])
    #expect(position("⟦abc") == [1, 1])
    #expect(position("ab⟦c") == [1, 3])
    #expect(position("abc⟦\nd") == [1, 4])
    #expect(position("abc\n⟦d") == [2, 1])
    #expect(position("a\n\n⟦") == [3, 1])
    #expect(position("a\nbc⟦") == [2, 3])
  }

  @Test func `characters count once, however many bytes they have`() {
    #expect(position("é€😀⟦x") == [1, 4])
    #expect(position("é\n😀⟦x") == [2, 2])
    // A letter and an accent of its own are two code points.
    #expect(position("e\u{301}a⟦x") == [1, 4])
  }

  @Test func `line ends`() {
    #expect(position("a\r⟦b") == [2, 1])
    #expect(position("a\u{2028}b⟦c") == [1, 4])
    #expect(position("a\u{85}b⟦c") == [1, 4])
    let file = SourceFile(path: "t", bytes: Array("a\r\nb\r\n".utf8))
    #expect(file.lineStarts() == [0, 3, 6])
    #expect(file.position(of: 3, lineStarts: file.lineStarts()) == SourcePosition(line: 2, column: 1))
    #expect(file.line(2, lineStarts: file.lineStarts()) == "b")
    #expect(file.line(3, lineStarts: file.lineStarts()) == "")
    #expect(file.line(4, lineStarts: file.lineStarts()) == "")
  }

  @Test func `a byte order mark is no column`() {
    #expect(position("\u{FEFF}⟦a") == [1, 1])
    #expect(position("\u{FEFF}a⟦b") == [1, 2])
    #expect(position("\u{FEFF}a\n⟦b") == [2, 1])
  }

  @Test func `offsets within a character and past the end`() {
    let file = SourceFile(path: "t", bytes: Array("a😀b".utf8))
    let starts = file.lineStarts()
    for offset in 1...4 { #expect(file.position(of: offset, lineStarts: starts).column == 2) }
    #expect(file.position(of: 5, lineStarts: starts).column == 3)
    #expect(file.position(of: 999, lineStarts: starts).column == 4)
    #expect(file.position(of: -1, lineStarts: starts).column == 1)
  }

  @Test func `bytes that are no text do no harm`() {
    let file = SourceFile(path: "t", bytes: [0x80, 0x80, 0xFF, 0x0A, 0xC3])
    #expect(file.position(of: 3, lineStarts: file.lineStarts()).line == 1)
    #expect(file.line(2, lineStarts: file.lineStarts()) == "\u{FFFD}")
  }

  @Test func `counting on from an earlier place gives the same`() {
    let text = "é€😀x\r\nab\u{2028}c\n\nü"
    let file = SourceFile(path: "t", bytes: Array(text.utf8))
    let starts = file.lineStarts()
    var mark: SourceFile.ColumnMark?
    for offset in Array(0...file.bytes.count) + [5, 3, 9, 0] {
      #expect(
        file.position(of: offset, lineStarts: starts, after: &mark)
          == file.position(of: offset, lineStarts: starts))
    }
  }
}
