import Sealing

/// What the server sends.
enum OutgoingMessage {
  static func response(_ id: JSONValue, _ result: Result<JSONValue, ResponseError>) -> JSONValue {
    switch result {
    case .success(let value): ["jsonrpc": "2.0", "id": id, "result": value]
    case .failure(let error): ["jsonrpc": "2.0", "id": id, "error": error.json]
    }
  }

  static func notification(_ method: String, _ parameters: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "method": .string(method), "params": parameters]
  }

  static func request(_ id: String, _ method: String, _ parameters: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "id": .string(id), "method": .string(method), "params": parameters]
  }

  /// The bytes of a message with its header.
  static func framed(_ message: JSONValue) -> [UInt8] {
    // Only a client's own id can be a number that has no canonical form.
    let body = (try? message.canonicalBytes()) ?? Array(message.prettyText().utf8)
    return Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }
}
