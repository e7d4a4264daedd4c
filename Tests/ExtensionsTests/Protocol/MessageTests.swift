import Sealing
import Testing

@testable import Extensions

/// Messages as they cross the wire.
@Suite struct MessageTests {
  private func reply(_ line: String) throws(PluginReply.Garbled) -> PluginReply {
    try PluginReply(line: Array(line.utf8), limit: 1 << 20)
  }

  @Test func readsAnswers() throws {
    #expect(try reply(#"{"jsonrpc":"2.0","id":3,"result":null}"#) == .result(id: 3, nil))
    #expect(
      try reply(#"{"jsonrpc":"2.0","id":3,"error":{"code":-32603,"message":"a\nb","data":{"more":1}}}"#)
        == .error(id: 3, PluginError(code: -32603, message: "a b")))
    #expect(
      try reply(#"{"jsonrpc":"2.0","method":"$/progress","params":{"id":3,"done":1}}"#)
        == .message(.progress(done: 1, of: nil, message: nil), id: 3))
    #expect(
      try reply(#"{"jsonrpc":"2.0","method":"$/log","params":{"level":"shout","message":"x"}}"#)
        == .message(.log(.info, "x"), id: nil))
    #expect(try reply(#"{"jsonrpc":"2.0","method":"$/new"}"#) == .unknown)
  }

  @Test(arguments: [
    (#"{"jsonrpc":"2.0","id":1.5,"result":1}"#, "answered with an id that is not a whole number"),
    (#"{"jsonrpc":"2.0","result":1}"#, "answered without an id"),
    (#"{"jsonrpc":"2.0","id":1,"error":"x"}"#, "answered with an error that has no number or no message"),
    (
      #"{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"x","data":{"mistakes":[{"where":"A1"}]}}}"#,
      "answered with mistakes that are not a list of objects with a message"
    ),
    (
      #"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"what?"}}"#,
      "could not read the request: what?"
    ),
    (#"{"jsonrpc":"2.0","method":"hello"}"#, "sent “hello”, which is no message that plugins send"),
    (#"{"jsonrpc":"2.0","method":"$/log","params":{}}"#, "sent “$/log” without a message"),
    (#"{"jsonrpc":"2.0","method":"$/log","params":[]}"#, "sent “$/log” with params that are not an object"),
    (#"{"jsonrpc":"2.0","method":7}"#, "wrote a message whose method is not a text"),
  ])
  func refuses(line: String, words: String) {
    #expect(throws: PluginReply.Garbled(what: words)) { try reply(line) }
  }

  @Test func refusesWhatIsTooDeepOrTwice() {
    let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(throws: PluginReply.Garbled.self) { try reply(#"{"jsonrpc":"2.0","id":1,"result":\#(deep)}"#) }
    #expect(throws: PluginReply.Garbled.self) { try reply(#"{"jsonrpc":"2.0","id":1,"id":2,"result":1}"#) }
  }

  @Test func writesRequests() throws {
    func text(_ params: PluginParams?, _ files: [CallFile] = []) throws -> String {
      String(
        decoding: try PluginRequest.call(id: 7, "check", params, files: files, folder: "/call/in"),
        as: UTF8.self)
    }
    #expect(try text(nil) == "{\"id\":7,\"jsonrpc\":\"2.0\",\"method\":\"check\"}\n")
    #expect(
      try text(.value(["a": "x\ny"]))
        == "{\"id\":7,\"jsonrpc\":\"2.0\",\"method\":\"check\",\"params\":{\"a\":\"x\\ny\"}}\n")
    #expect(try text(.encoded(Array("{ \n }\n".utf8))).hasSuffix("\"params\":{   }}\n"))
    let file = CallFile("../../etc/pass wd", [1])
    #expect(
      try text(.encoded(Array("{}".utf8)), [file])
        .hasSuffix(
          "\"params\":{\"file\":{\"bytes\":1,\"name\":\"pass wd\",\"path\":\"/call/in/pass wd\"}}}\n"))
    #expect(try text(.value(["a": 1]), [file]).contains("\"params\":{\"a\":1,\"file\":{"))
    #expect(throws: PluginRequest.Unsendable.self) { try text(.encoded(Array("[]".utf8))) }
    #expect(throws: PluginRequest.Unsendable.self) { try text(.value(["a": .double(.nan)])) }
  }

  @Test(arguments: [
    ("book.xlsx", "book.xlsx"), ("a/b/c.txt", "c.txt"), ("..", "file"), (".profile", "profile"), ("", "file"),
    ("Beth (2).csv", "Beth -2-.csv"), ("Llŷn.yaml", "Llŷn.yaml"), ("e\u{301}.txt", "é.txt"), ("a\nb", "a-b"),
    (" x ", "x"), (String(repeating: "n", count: 120) + ".csv", String(repeating: "n", count: 96) + ".csv"),
  ])
  func makesPlainNames(name: String, plain: String) {
    #expect(PlainName.plain(name) == plain)
    #expect(PlainName.isPlain(plain))
  }
}
