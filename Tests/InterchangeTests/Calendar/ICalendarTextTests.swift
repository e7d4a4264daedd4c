import TestSupport
import Testing

@testable import Interchange

@Suite struct ICalendarTextTests {
  /// As a reader undoes it (RFC 5545, section 3.1).
  private func unfolded(_ text: String) -> String {
    // Byte for byte: a mark may follow the space, and then the two are one character.
    String(decoding: Array(text.utf8).split(separator: Array("\r\n ".utf8)).joined(), as: UTF8.self)
  }

  @Test(arguments: NastyTexts.all) func `lines are short, whole and come back`(_ nasty: String) throws {
    var page = ICalendarText()
    page.property("SUMMARY", nasty)
    for line in page.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropLast()
    {
      #expect(line.last == 0x0D)
      #expect(line.count - 1 <= 75)
      #expect(String(validating: Array(line), as: UTF8.self) != nil, "no character is torn apart")
    }
    #expect(Array(unfolded(page.text).utf8) == Array("SUMMARY:\(ICalendarText.escaped(nasty))\r\n".utf8))
  }

  @Test func `random lengths`() {
    var random = SeededGenerator(seed: 3)
    let letters = ["a", "é", "€", "𝔘", "\u{301}"]
    for length in 0..<400 {
      var page = ICalendarText()
      let text = (0..<length).map { _ in letters.randomElement(using: &random) ?? "a" }.joined()
      page.line(text)
      #expect(page.text.utf8.split(separator: 0x0A).allSatisfy { $0.count <= 76 })
      #expect(Array(unfolded(page.text).utf8) == Array((text + "\r\n").utf8))
    }
  }

  @Test func `texts are escaped`() {
    #expect(ICalendarText.escaped("a, b; c\\d\ne\r\nf\u{7}") == "a\\, b\\; c\\\\d\\ne\\nf")
  }
}
