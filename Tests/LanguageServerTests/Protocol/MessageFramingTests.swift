import TestSupport
import Testing

@testable import LanguageServer

@Suite struct MessageFramingTests {
  private func events(_ text: String, limit: Int = 1_000) -> [MessageFraming.Event] {
    var framing = MessageFraming(limit: limit)
    framing.append(Array(text.utf8))
    var events: [MessageFraming.Event] = []
    while let event = framing.next() { events.append(event) }
    return events
  }

  private func message(_ text: String) -> MessageFraming.Event { .message(Array(text.utf8)) }

  @Test func messagesAreCutOut() {
    #expect(
      events("Content-Length: 2\r\n\r\n{}Content-Type: x\r\ncontent-length:4\r\n\r\nnull") == [
        message("{}"), message("null"),
      ])
    #expect(events("Content-Length: 2\n\n{}") == [message("{}")])
    #expect(events("Content-Length: 10\r\n\r\n{}") == [])
  }

  @Test(arguments: [
    "", "X: 1", "Content-Length: x", "Content-Length: -1", "Content-Length: 99999999999999999999",
  ])
  func aHeaderWithoutALengthIsPassedOver(header: String) {
    let found = events("\(header)\r\n\r\nContent-Length: 2\r\n\r\n{}")
    #expect(found.last == message("{}"), "\(found)")
  }

  @Test func aMessageTooLongIsPassedOverAndNotKept() {
    var framing = MessageFraming(limit: 10)
    framing.append(Array("Content-Length: 1000000\r\n\r\n".utf8))
    guard case .refused = framing.next() else {
      Issue.record("it was taken")
      return
    }
    for _ in 0..<1_000 {
      framing.append([UInt8](repeating: 0x78, count: 1_000))
      let event = framing.next()
      #expect(event == nil)
    }
    framing.append(Array("Content-Length: 2\r\n\r\n{}".utf8))
    let event = framing.next()
    #expect(event == message("{}"))
  }

  @Test func aHeaderWithoutEndIsPassedOver() {
    let found = events(String(repeating: "x", count: 10_000) + "Content-Length: 2\r\n\r\n{}")
    #expect(found.last == message("{}"))
    #expect(found.count < 5)
  }

  /// However the bytes arrive, the same messages come out; whatever the bytes are, nothing breaks.
  @Test func anyPiecesGiveTheSameMessages() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      var stream: [UInt8] = []
      var sent: [MessageFraming.Event] = []
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let body = (0..<Int.random(in: 0...80, using: &random)).map { _ in
          UInt8.random(in: 0...255, using: &random)
        }
        stream += Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
        sent.append(.message(body))
      }
      var framing = MessageFraming(limit: 100)
      var found: [MessageFraming.Event] = []
      var at = 0
      while at < stream.count {
        let end = min(stream.count, at + Int.random(in: 1...40, using: &random))
        framing.append(stream[at..<end])
        while let event = framing.next() { found.append(event) }
        at = end
      }
      #expect(found == sent)
    }
  }

  @Test func noBytesBreakIt() {
    var random = SeededGenerator(seed: 12)
    let words = [
      "Content-Length:", " 5", "\r\n", "\n\n", "{}", "\u{0}", "Content-Length: 3\r\n\r\n", "99999999",
    ]
    for _ in 0..<2_000 {
      var framing = MessageFraming(limit: 50)
      for _ in 0..<20 {
        framing.append(Array(words.randomElement(using: &random)!.utf8))
        while framing.next() != nil {}
      }
    }
  }
}
