import Diagnostics
import Sealing

extension Shape {
  /// A list as a value of its own.
  public static func list<Element>(of shape: Shape<Element>, minimum: Int = 0) -> Shape
  where Value == [Element] {
    Shape(
      .list(shape.spec, minimum: minimum),
      read: { readList($0, shape, minimum: minimum, &$1) },
      write: { .array($0.map(shape.write)) })
  }

  /// A mapping whose keys the author chooses, in the order written.
  public static func map<Element>(keys: Shape<Located<String>>, of shape: Shape<Element>) -> Shape
  where Value == [Keyed<Element>] {
    let keySpec: ScalarSpec
    if case .scalar(let spec) = keys.spec {
      keySpec = spec
    } else {
      keySpec = ScalarSpec("name", "", schema: [])
    }
    return Shape(
      .map(key: keySpec, shape.spec),
      read: { node, reader in
        guard reader.tree.kind(node) == .mapping else {
          reader.wrongType(wanted: "a mapping from \(keySpec.name) to \(shape.spec.name)", at: node)
          return nil
        }
        var entries: [Keyed<Element>] = []
        var seen: Set<String> = []
        var children = reader.tree.children(node)
        while !reader.bag.isHopeless, let keyNode = children.next(), let child = children.next() {
          let text = reader.tree.string(keyNode)
          if !seen.insert(text).inserted {
            reader.report(
              ShapeCodes.duplicateKey, "“\(text.shortened)” stands here a second time.", at: keyNode)
            continue
          }
          if text == "<<" {
            reader.report(TreeCodes.mergeKey, "“<<” would merge another mapping into this one.", at: keyNode)
            continue
          }
          guard let key = keys.read(keyNode, &reader) else { continue }
          reader.key = text
          if let value = shape.read(child, &reader) { entries.append(Keyed(key: key, value: value)) }
        }
        return entries
      },
      write: { entries in .object(entries.map { JSONValue.Member($0.key.value, shape.write($0.value)) }) })
  }

  /// Either a word (or number) or a mapping: `overall: none` or `overall: {aggregate: …}`.
  public static func scalar(
    _ scalar: Shape, orMapping mapping: Shape, isScalar: @escaping @Sendable (Value) -> Bool
  ) -> Shape {
    Shape(
      .either([scalar.spec, mapping.spec]),
      read: { node, reader in
        reader.tree.kind(node) == .mapping ? mapping.read(node, &reader) : scalar.read(node, &reader)
      },
      write: { isScalar($0) ? scalar.write($0) : mapping.write($0) })
  }

  /// The same text, as another type.
  public func map<Other>(
    _ there: @escaping @Sendable (Value) -> Other, back: @escaping @Sendable (Other) -> Value
  ) -> Shape<Other> {
    Shape<Other>(
      spec, read: { node, reader in read(node, &reader).map(there) }, write: { write(back($0)) })
  }
}

/// An entry of a mapping whose keys the author chooses.
public struct Keyed<Value: Sendable>: Sendable {
  public var key: Located<String>
  public var value: Value

  public init(key: Located<String>, value: Value) {
    self.key = key
    self.value = value
  }
}

extension Keyed: Equatable where Value: Equatable {}
extension Keyed: Hashable where Value: Hashable {}

extension Shape {
  /// The word `none`, or a value: the author says which, so that silence is never taken for an answer.
  public static func noneOr<Wrapped>(_ shape: Shape<Wrapped>) -> Shape where Value == Wrapped? {
    let none = ScalarSpec("`none`", "", schema: [("const", "none")])
    return Shape(
      .either([.scalar(none), shape.spec]),
      read: { node, reader in
        if reader.tree.kind(node) == .scalar, reader.tree.string(node) == "none" { return .some(nil) }
        return shape.read(node, &reader).map { .some($0) }
      },
      write: { $0.map(shape.write) ?? "none" })
  }
}

extension Shape {
  /// A value together with its place.
  public static func placed<Plain>(_ shape: Shape<Plain>) -> Shape where Value == Located<Plain> {
    Shape(
      shape.spec,
      read: { node, reader in shape.read(node, &reader).map { Located($0, at: reader.tree.range(node)) } },
      write: { shape.write($0.value) })
  }
}
