import Diagnostics
import Sealing

/// A part of a document whose form something else decides, such as what a change adds.
public struct AnyValue: Sendable, Equatable {
  /// Its scalars as texts.
  public var json = JSONValue.null
  public var range = SourceRange.nowhere

  public init() {}

  /// Places do not count.
  public static func == (left: AnyValue, right: AnyValue) -> Bool { left.json == right.json }
}

extension Shape where Value == AnyValue {
  /// Anything at all.
  ///
  /// - Parameter name: what usually stands here, for tables: "a criterion".
  public static func anything(_ name: String) -> Shape {
    Shape(
      .scalar(ScalarSpec(name, "", schema: [])),
      read: { node, reader in
        var value = AnyValue()
        value.json = reader.tree.json(node)
        value.range = reader.tree.range(node)
        return value
      },
      write: { $0.json })
  }
}

extension DocumentTree {
  /// A part as JSON, its scalars as texts.
  public func json(_ node: NodeID) -> JSONValue {
    switch kind(node) {
    case .scalar, .alias: return isNull(node) ? .null : .string(string(node))
    case .sequence: return .array(children(node).map { json($0) })
    case .mapping:
      var members: [JSONValue.Member] = []
      var children = children(node)
      while let key = children.next(), let value = children.next() {
        members.append(JSONValue.Member(string(key), json(value)))
      }
      return .object(members)
    }
  }
}
