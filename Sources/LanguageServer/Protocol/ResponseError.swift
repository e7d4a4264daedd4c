import Sealing

/// Why a request has no result.
struct ResponseError: Error, Equatable, Sendable {
  /// The numbers of JSON-RPC 2.0 and of the Language Server Protocol 3.17.
  enum Code: Int64, Sendable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case serverNotInitialized = -32002
    case requestFailed = -32803
    case requestCancelled = -32800
  }

  let code: Code
  let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  var json: JSONValue { ["code": .int(code.rawValue), "message": .string(message)] }
}
