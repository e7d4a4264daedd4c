import Diagnostics
import Sealing

/// One client's session: its stage, its open texts, and who answers what.
struct Session {
  /// From `initialize` to `exit` (Language Server Protocol 3.17, "Lifecycle Messages").
  private enum Stage { case created, running, shutDown }

  let settings: LanguageServer.Settings
  let outbox: Outbox
  let checks: CheckQueue
  private var stage = Stage.created
  private(set) var client = ClientAbilities()
  var documents = OpenDocuments()

  init(_ settings: LanguageServer.Settings, outbox: Outbox, checks: CheckQueue) {
    self.settings = settings
    self.outbox = outbox
    self.checks = checks
    documents.reader.frameworks.library = settings.library
  }

  /// - Returns: once the session is over, whether it was ended properly.
  mutating func handle(_ message: IncomingMessage, isCancelled: Bool = false) -> Bool? {
    switch message {
    case .request(let id, let method, let parameters):
      let result: Result<JSONValue, ResponseError>
      if isCancelled {
        result = .failure(ResponseError(.requestCancelled, "The request was taken back."))
      } else {
        do throws(ResponseError) {
          result = .success(try answer(method, parameters))
        } catch {
          result = .failure(error)
        }
      }
      outbox.send(OutgoingMessage.response(id, result))
    case .notification("exit", _): return stage == .shutDown
    case .notification(let method, let parameters):
      if stage == .running { note(method, parameters) }
    case .invalid(let id, let error): outbox.send(OutgoingMessage.response(id, .failure(error)))
    case .answer: break
    }
    return nil
  }

  private mutating func answer(_ method: String, _ parameters: JSONValue) throws(ResponseError) -> JSONValue {
    switch (stage, method) {
    case (.created, "initialize"): return initialize(parameters)
    case (.created, _): throw ResponseError(.serverNotInitialized, "The first request is “initialize”.")
    case (.shutDown, _): throw ResponseError(.invalidRequest, "The server was shut down.")
    case (.running, "initialize"): throw ResponseError(.invalidRequest, "The server runs already.")
    case (.running, "shutdown"):
      stage = .shutDown
      return .null
    case (.running, _): return try feature(method, parameters)
    }
  }

  private mutating func initialize(_ parameters: JSONValue) -> JSONValue {
    stage = .running
    client = ClientAbilities(parameters["capabilities"])
    documents.encoding = client.encoding
    var folders = (parameters["workspaceFolders"]?.asArray ?? []).compactMap { $0["uri"]?.asString }
    if folders.isEmpty, let root = parameters["rootUri"]?.asString { folders = [root] }
    var paths = folders.compactMap(DocumentURI.path)
    if paths.isEmpty, let root = parameters["rootPath"]?.asString, root.hasPrefix("/") { paths = [root] }
    documents.setFolders(paths)
    return [
      "capabilities": ServerAbilities.json(client.encoding),
      "serverInfo": ["name": "waymark", "version": .string(settings.version)],
    ]
  }

  // MARK: Notifications

  private mutating func note(_ method: String, _ parameters: JSONValue) {
    switch method {
    case "initialized": watchFiles()
    case "textDocument/didOpen":
      guard let uri = documents.open(parameters["textDocument"]) else { return }
      recheck(uri)
    case "textDocument/didChange":
      guard let uri = documents.change(parameters) else { return }
      recheck(uri)
    case "textDocument/didClose":
      guard let uri = documents.close(parameters["textDocument"]) else { return }
      checks.remove(uri) { [outbox] in outbox.send(DiagnosticsMessage.none(uri)) }
      recheck(nil)
    case "textDocument/didSave", "workspace/didChangeWatchedFiles":
      documents.scan()
      recheck(nil)
    case "workspace/didChangeWorkspaceFolders":
      let event = parameters["event"]
      func paths(_ key: String) -> [String] {
        (event?[key]?.asArray ?? []).compactMap { $0["uri"]?.asString }.compactMap(DocumentURI.path)
      }
      let removed = Set(paths("removed"))
      documents.setFolders(documents.files.folders.filter { !removed.contains($0) } + paths("added"))
      recheck(nil)
    default: break
    }
  }

  /// Checks a text, then those that may depend on it; all of them where none is named.
  private func recheck(_ uri: String?) {
    if let uri { check(uri) }
    let isFramework = uri.flatMap { documents.format($0) }.map { $0 == .framework } ?? true
    guard isFramework else { return }
    for other in documents.uris where other != uri { check(other) }
  }

  private func check(_ uri: String) {
    guard let document = documents[uri] else { return }
    checks.add(
      CheckQueue.Job(
        uri: uri, version: document.version, source: document.source, frameworks: documents.reader.frameworks,
        encoding: client.encoding))
  }

  private func watchFiles() {
    guard client.registersWatchers else { return }
    outbox.send(
      OutgoingMessage.request(
        "watch-files", "client/registerCapability",
        [
          "registrations": [
            [
              "id": "watch-files", "method": "workspace/didChangeWatchedFiles",
              "registerOptions": ["watchers": [["globPattern": "**/*.yaml"], ["globPattern": "**/*.yml"]]],
            ]
          ]
        ]))
  }
}
