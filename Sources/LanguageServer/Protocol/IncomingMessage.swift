import Sealing

/// What a client sent (JSON-RPC 2.0).
enum IncomingMessage: Sendable, Equatable {
  /// Wants an answer under its id, a number or a text.
  case request(id: JSONValue, method: String, parameters: JSONValue)
  case notification(method: String, parameters: JSONValue)
  /// The answer to something that the server asked.
  case answer(id: JSONValue)
  /// Cannot be understood; the answer goes to the id as far as there is one.
  case invalid(id: JSONValue, ResponseError)

  init(_ bytes: [UInt8]) {
    let value: JSONValue
    do throws(JSONError) {
      value = try Self.parse(bytes)
    } catch {
      self = .invalid(id: .null, ResponseError(.parseError, error.description))
      return
    }
    let id = value["id"] ?? .null
    let isName = id.asString != nil || id.asInt != nil
    let parameters = value["params"] ?? .null
    if let method = value["method"]?.asString {
      if isName {
        self = .request(id: id, method: method, parameters: parameters)
      } else if id.isNull {
        self = .notification(method: method, parameters: parameters)
      } else {
        self = .invalid(id: .null, ResponseError(.invalidRequest, "An id is a number or a text."))
      }
    } else if isName, value["result"] != nil || value["error"] != nil {
      self = .answer(id: id)
    } else {
      self = .invalid(
        id: isName ? id : .null, ResponseError(.invalidRequest, "This message names no method."))
    }
  }

  private static let limits = JSONLimits(bytes: 64 << 20, depth: 64, values: 2_000_000)

  private static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    do throws(JSONError) {
      return try JSONValue(parsing: bytes, limits: limits)
    } catch {
      guard error.reason == .loneSurrogate else { throw error }
      return try JSONValue(parsing: LoneSurrogates.replaced(bytes), limits: limits)
    }
  }
}
