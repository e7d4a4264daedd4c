import Sealing
import Testing

@testable import LanguageServer

@Suite struct IncomingMessageTests {
  private func read(_ json: String) -> IncomingMessage { IncomingMessage(Array(json.utf8)) }

  private func code(_ json: String) -> ResponseError.Code? {
    if case .invalid(_, let error) = read(json) { error.code } else { nil }
  }

  @Test func requestsNotificationsAndAnswersAreToldApart() {
    #expect(
      read(#"{"jsonrpc":"2.0","id":"a","method":"m"}"#) == .request(id: "a", method: "m", parameters: .null))
    #expect(read(#"{"method":"m","params":[1]}"#) == .notification(method: "m", parameters: [1]))
    #expect(read(#"{"id":3,"result":null}"#) == .answer(id: 3))
  }

  @Test(arguments: [
    ("{", ResponseError.Code.parseError), ("\u{1}", .parseError), (#"{"a":1,"a":2}"#, .parseError),
    (String(repeating: "[", count: 10_000), .parseError), ("[]", .invalidRequest), ("3", .invalidRequest),
    (#"{"id":{},"method":"m"}"#, .invalidRequest), (#"{"id":1}"#, .invalidRequest),
    (#"{"id":1,"method":7}"#, .invalidRequest),
  ])
  func nonsenseIsNamed(json: String, code: ResponseError.Code) { #expect(self.code(json) == code) }

  /// An editor that counts in UTF-16 may send half of a character; the text keeps its length.
  @Test func halfACharacterIsReplaced() {
    let sent = #"{"method":"m","params":"a\ud83db \ud83d\ude00 \\ud83d \ude00"}"#
    #expect(read(sent) == .notification(method: "m", parameters: "a\u{FFFD}b 😀 \\ud83d \u{FFFD}"))
  }
}
