import Sealing

/// One line that a plugin wrote, checked strictly.
enum PluginReply: Sendable, Equatable {
  case result(id: Int, JSONValue)
  case error(id: Int, PluginError)
  /// Of the call with this id, or of none in particular.
  case message(PluginMessage, id: Int?)
  /// A notification that may be passed over: its name begins with `$/`.
  case unknown

  /// What is wrong with a line, as the end of a sentence that begins with the plugin's name.
  struct Garbled: Error, Equatable { let what: String }

  /// Reads a line; it has to be no longer than was checked already.
  init(line: [UInt8], limit: Int) throws(Garbled) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(
        parsing: line, limits: JSONLimits(bytes: limit, depth: 64, values: 4_000_000))
    } catch {
      throw Garbled(what: "wrote a line that is not JSON (\(Self.start(of: line))). \(error)")
    }
    guard let members = value.asObject else { throw Garbled(what: "wrote a line that is not a JSON object") }
    guard value["jsonrpc"]?.asString == "2.0" else {
      throw Garbled(what: "wrote a message without “jsonrpc”: “2.0”")
    }
    if let method = value["method"] {
      self = try Self.notification(method, value, members)
    } else {
      self = try Self.answer(value, members, isSuspect: PluginText.isSuspect(line))
    }
  }

  private static func answer(
    _ value: JSONValue, _ members: [JSONValue.Member], isSuspect: Bool
  ) throws(Garbled) -> Self {
    try only(members, ["jsonrpc", "id", "result", "error"], in: "its answer")
    guard let id = value["id"] else { throw Garbled(what: "answered without an id") }
    switch (value["result"], value["error"]) {
    case (.some, .some): throw Garbled(what: "answered with a result and an error at once")
    case (nil, nil): throw Garbled(what: "answered with neither a result nor an error")
    case (let result?, nil): return .result(id: try number(id), isSuspect ? PluginText.clean(result) : result)
    case (nil, let error?):
      let error = try read(error)
      if id.isNull { throw Garbled(what: "could not read the request: \(error.message)") }
      return .error(id: try number(id), error)
    }
  }

  private static func number(_ id: JSONValue) throws(Garbled) -> Int {
    guard case .int(let number) = id, let id = Int(exactly: number) else {
      throw Garbled(what: "answered with an id that is not a whole number")
    }
    return id
  }

  private static func read(_ error: JSONValue) throws(Garbled) -> PluginError {
    guard let members = error.asObject, let code = error["code"]?.asInt.flatMap({ Int(exactly: $0) }),
      let message = error["message"]?.asString
    else { throw Garbled(what: "answered with an error that has no number or no message") }
    try only(members, ["code", "message", "data"], in: "its error")
    var mistakes: [JSONValue] = []
    if let listed = error["data"]?["mistakes"] {
      guard let list = listed.asArray, list.allSatisfy({ $0["message"]?.asString != nil }) else {
        throw Garbled(what: "answered with mistakes that are not a list of objects with a message")
      }
      mistakes = list.prefix(1_000).map(PluginText.clean)
    }
    return PluginError(code: code, message: PluginText.clean(message), mistakes: mistakes)
  }

  private static func notification(
    _ method: JSONValue, _ value: JSONValue, _ members: [JSONValue.Member]
  ) throws(Garbled) -> Self {
    guard let method = method.asString else {
      throw Garbled(what: "wrote a message whose method is not a text")
    }
    let shown = PluginText.clean(method, limit: 60)
    guard value["id"] == nil else {
      throw Garbled(what: "asked “\(shown)” of Waymark, which answers no plugin")
    }
    try only(members, ["jsonrpc", "method", "params"], in: "a message")
    let params = value["params"] ?? .object([])
    guard params.asObject != nil else {
      throw Garbled(what: "sent “\(shown)” with params that are not an object")
    }
    switch method {
    case "$/progress":
      let message = params["message"]?.asString.map { PluginText.clean($0) }
      return .message(
        .progress(done: params["done"]?.asDouble, of: params["of"]?.asDouble, message: message),
        id: params["id"]?.asInt.flatMap { Int(exactly: $0) })
    case "$/log":
      guard let text = params["message"]?.asString else {
        throw Garbled(what: "sent “$/log” without a message")
      }
      let level = params["level"]?.asString.flatMap(PluginMessage.Level.init(rawValue:)) ?? .info
      return .message(.log(level, PluginText.clean(text)), id: nil)
    case _ where method.hasPrefix("$/"): return .unknown
    default: throw Garbled(what: "sent “\(shown)”, which is no message that plugins send")
    }
  }

  private static func only(_ members: [JSONValue.Member], _ known: [String], in what: String) throws(Garbled)
  {
    guard let foreign = members.first(where: { !known.contains($0.key) }) else { return }
    throw Garbled(
      what: "wrote “\(PluginText.clean(foreign.key, limit: 60))” in \(what), where it has no meaning")
  }

  private static func start(of line: [UInt8]) -> String {
    let text = PluginText.clean(String(decoding: line.prefix(240), as: UTF8.self), limit: 60)
    return text.isEmpty ? "an empty line" : "“\(text)”"
  }
}
