import Foundation
import Sealing
import TestSupport
import Testing

@testable import LanguageServer

/// `waymark language-server` as an editor starts it.
@Suite(.serialized) struct ProcessTests {
  private func started(_ root: URL = Repository.root) throws -> ServerProcess {
    let server = try ServerProcess()
    let answer = try server.ask(
      "initialize", ["capabilities": [:], "rootUri": .string(DocumentURI.uri(root.path))])
    #expect(answer["result"]?["serverInfo"]?["name"]?.asString == "waymark")
    #expect(answer["result"]?["capabilities"]?["positionEncoding"]?.asString == "utf-16")
    try server.note("initialized", [:])
    return server
  }

  private func open(_ server: ServerProcess, _ uri: String, _ text: String) throws {
    try server.note(
      "textDocument/didOpen",
      ["textDocument": ["uri": .string(uri), "languageId": "yaml", "version": 1, "text": .string(text)]])
  }

  private func change(_ server: ServerProcess, _ uri: String, version: Int64, _ changes: [JSONValue]) throws {
    try server.note(
      "textDocument/didChange",
      ["textDocument": ["uri": .string(uri), "version": .int(version)], "contentChanges": .array(changes)])
  }

  private func leave(_ server: ServerProcess) throws {
    #expect(try server.ask("shutdown")["result"] == .null)
    try server.note("exit", .null)
    #expect(try server.exitCode() == 0)
  }

  @Test func everyRealFrameworkIsServedWithoutMistakes() throws {
    let server = try started()
    let folder = Repository.root.appendingPathComponent("Frameworks").resolvingSymlinksInPath()
    let files = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
      .filter {
        $0.hasSuffix("/framework.yaml") || $0.hasSuffix("/review.yaml") || $0.hasSuffix("/schedule.yaml")
      }
    #expect(files.count > 50)
    for file in files.sorted() {
      let url = folder.appendingPathComponent(file)
      let uri = DocumentURI.uri(url.path)
      try open(server, uri, String(contentsOf: url, encoding: .utf8))
      let found = try server.diagnostics(uri, version: 1)
      // Cases are there to break rules.
      if file.hasSuffix("/framework.yaml") { #expect(found == [], "\(file)") }
    }
    try leave(server)
  }

  @Test func aSessionOfTyping() throws {
    let server = try started()
    let path = Repository.root.appendingPathComponent("Frameworks/spp/2.0.0/framework.yaml").path
    let uri = DocumentURI.uri(path)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try open(server, uri, text)
    #expect(try server.diagnostics(uri, version: 1) == [])

    // A mistake is shown at its characters, and goes when it is put right.
    let lines = text.components(separatedBy: "\n")
    let line = Int64(try #require(lines.firstIndex { $0.hasPrefix("judging:") }))
    let start: JSONValue = ["line": .int(line), "character": 0]
    let end: JSONValue = ["line": .int(line), "character": 7]
    try change(server, uri, version: 2, [["range": ["start": start, "end": end], "text": "jugding"]])
    let found = try server.diagnostics(uri, version: 2)
    let unknown = try #require(found.first { $0["code"]?.asString == "unknown-key" })
    #expect(TextSpan(unknown["range"]) == TextSpan(["start": start, "end": end]))
    #expect(unknown["message"]?.asString?.contains("Did you mean “judging”?") == true)

    // Half a line that cannot be parsed: one mistake, and completion works.
    try change(
      server, uri, version: 3,
      [
        ["range": ["start": start, "end": end], "text": "judging"],
        ["range": ["start": start, "end": start], "text": "sections: [{of: [looking-out\n"],
      ])
    #expect(try server.diagnostics(uri, version: 3).count == 1)
    let offered = try server.ask(
      "textDocument/completion",
      ["textDocument": ["uri": .string(uri)], "position": ["line": .int(line), "character": 28]])
    let labels = (offered["result"]?["items"]?.asArray ?? []).compactMap { $0["label"]?.asString }
    #expect(labels.contains("looking-outward") && labels.count == 87)

    try server.note("textDocument/didClose", ["textDocument": ["uri": .string(uri)]])
    let cleared = try server.wait {
      $0["method"]?.asString == "textDocument/publishDiagnostics" && $0["params"]?["version"] == nil
    }
    #expect(cleared["params"]?["diagnostics"] == [])
    try leave(server)
  }

  /// A base that is open and not saved counts.
  @Test func aVariantSeesTheEditorsTextOfItsBase() throws {
    let server = try started(FileManager.default.temporaryDirectory.appendingPathComponent("nothing-here"))
    try open(server, "file:///made-up/framework.yaml", MadeUp.framework)
    try open(server, "file:///made-up/north.yaml", MadeUp.variant)
    #expect(try server.diagnostics("file:///made-up/north.yaml", version: 1) == [])
    let renamed = MadeUp.framework.replacing("planning", with: "foresight")
    try change(server, "file:///made-up/framework.yaml", version: 2, [["text": .string(renamed)]])
    let found = try server.diagnostics("file:///made-up/north.yaml", version: 1)
    #expect(found.contains { $0["code"]?.asString == "change-unknown-target" }, "\(found)")
    try leave(server)
  }

  @Test func nonsenseIsAnsweredAndOutlived() throws {
    let server = try ServerProcess()
    #expect(try server.ask("textDocument/hover", [:])["error"]?["code"]?.asInt == -32002)
    _ = try server.ask("initialize", ["capabilities": [:]])
    #expect(try server.ask("initialize", [:])["error"]?["code"]?.asInt == -32600)
    #expect(try server.ask("no/such-thing")["error"]?["code"]?.asInt == -32601)
    #expect(try server.ask("textDocument/hover", [1, 2])["error"]?["code"]?.asInt == -32602)
    #expect(
      try server.ask(
        "textDocument/hover",
        ["textDocument": ["uri": "file:///none"], "position": ["line": 1, "character": 1]])[
          "error"]?["code"]?.asInt == -32602)
    for nonsense in [
      "Content-Length: 3\r\n\r\n{{{", "Content-Length: x\r\n\r\n", "Content-Length: 2\r\n\r\n[]",
      "Content-Length: 9\r\n\r\n\u{7F}\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{8}",
    ] {
      try server.write(Array(nonsense.utf8))
      _ = try server.wait { $0["error"]?["code"]?.asInt.map { $0 == -32700 || $0 == -32600 } ?? false }
    }
    // Ranges outside the text, versions that go back, texts that nobody opened.
    try open(server, "untitled:1", "schema: waymark.framework/1\n")
    let far: JSONValue = ["line": 4_000_000_000, "character": 4_000_000_000]
    try change(
      server, "untitled:1", version: -7,
      [["range": ["start": far, "end": ["line": -1, "character": -1]], "text": "😀"]])
    try change(server, "untitled:2", version: 1, [["text": "x"]])
    try server.note("textDocument/didOpen", "nothing")
    try server.note("$/unknown", .null)
    for method in ["completion", "hover", "definition", "references", "prepareRename", "rename"] {
      let answer = try server.ask(
        "textDocument/\(method)", ["textDocument": ["uri": "untitled:1"], "position": far, "newName": "x"])
      #expect(answer["id"] != nil)
    }
    try leave(server)
  }

  @Test func anAnswerThatIsNotWantedAnyMoreIsNotWorkedOut() throws {
    let server = try started()
    var burst: [UInt8] = []
    func add(_ message: JSONValue) { burst += OutgoingMessage.framed(message) }
    for id in 100..<200 {
      add(["jsonrpc": "2.0", "id": .int(Int64(id)), "method": "textDocument/hover", "params": [:]])
    }
    add(["jsonrpc": "2.0", "method": "$/cancelRequest", "params": ["id": 199]])
    try server.write(burst)
    let answer = try server.wait { $0["id"]?.asInt == 199 }
    // Whether it is taken back in time is a race; an answer comes in any case.
    #expect([-32800, -32602].contains(answer["error"]?["code"]?.asInt))
    try leave(server)
  }

  @Test func goingAwayWithoutAWordIsExitCodeOne() throws {
    let server = try started()
    try server.note("exit", .null)
    #expect(try server.exitCode() == 1)
    let other = try started()
    try other.closeInput()
    #expect(try other.exitCode() == 1)
  }

  /// Whatever is typed where, an answer comes, and what is shown belongs to the newest text.
  @Test func randomTypingIsOutlived() throws {
    let server = try started()
    let uri = "file:///made-up/framework.yaml"
    try open(server, uri, MadeUp.framework)
    var random = SeededGenerator(seed: 5)
    let pieces = [
      "😀", "\r\n", "{", "[", "\"", "- ", ": ", "|", "\t", "&a *a", "#", "<<: ", "j[\"our-work/", "é", "",
    ]
    var client = MadeUp.framework
    for version in 2...150 {
      let lines = TextLines(.init(path: "", bytes: Array(client.utf8)))
      var ends: [TextPosition] = []
      for _ in 0..<2 {
        let line = Int.random(in: 0..<lines.starts.count, using: &random)
        ends.append(TextPosition(line: line, character: Int.random(in: 0...30, using: &random)))
      }
      let isWide = Int.random(in: 0..<10, using: &random) == 0
      let offsets = (isWide ? ends : [ends[0], ends[0]]).map { lines.offset(of: $0, .utf16) }.sorted()
      let span = TextSpan(
        start: lines.position(of: offsets[0], .utf16), end: lines.position(of: offsets[1], .utf16))
      let text = pieces.randomElement(using: &random)!
      client = Edits.apply([["range": span.json, "newText": .string(text)]], to: client)
      try change(server, uri, version: Int64(version), [["range": span.json, "text": .string(text)]])
      if version % 10 == 0 {
        let place: JSONValue = ["textDocument": ["uri": .string(uri)], "position": ends[0].json]
        for method in ["completion", "hover", "definition", "documentSymbol"] {
          #expect(try server.ask("textDocument/\(method)", place)["error"] == nil)
        }
      }
    }
    _ = try server.diagnostics(uri, version: 150)
    try leave(server)
  }
}
