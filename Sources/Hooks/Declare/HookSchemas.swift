import Documents
import Sealing

/// JSON Schemas (draft 2020-12) of every message that Waymark and a plugin exchange.
public enum HookSchemas {
  /// Every name that has a schema: the hooks, and the messages of the protocol itself.
  public static var names: [String] {
    Hooks.all.map(\.name.rawValue) + ProtocolMessages.all.map(\.method)
  }

  /// - Parameter ofRequest: the `params` of the request; else the `result` of its answer.
  /// - Returns: `nil` where there is no such hook or message.
  public static func schema(_ name: String, ofRequest: Bool) -> JSONValue? {
    guard let spec = spec(name, ofRequest: ofRequest) else { return nil }
    let side = ofRequest ? "request" : "answer"
    return JSONSchema.of(
      spec, title: "\(name) \(side)", id: "urn:waymark:schema:hook:\(name):\(side):1")
  }

  private static func spec(_ name: String, ofRequest: Bool) -> ShapeSpec? {
    if let hook = Hooks.all.first(where: { $0.name.rawValue == name }) {
      return ofRequest ? .record(hook.request) : hook.answer
    }
    guard let message = ProtocolMessages.all.first(where: { $0.method == name }) else { return nil }
    return ofRequest ? .record(message.params) : message.result.map { .record($0) }
  }
}
