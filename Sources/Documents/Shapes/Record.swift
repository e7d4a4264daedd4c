import Diagnostics
import Sealing

/// One key of a record and the property that it fills.
public struct Field<Root: Sendable>: Sendable {
  public let spec: @Sendable () -> FieldSpec
  let name: String
  let isRequired: Bool
  let read: @Sendable (inout Root, DocumentTree.NodeID, inout Reader) -> Void
  let write: @Sendable (Root) -> JSONValue?

  /// A key that must be there.
  public static func required<Value>(
    _ name: String, _ property: WritableKeyPath<Root, Value> & Sendable, _ shape: Shape<Value>,
    _ summary: String
  ) -> Field {
    Field(
      spec: { FieldSpec(name: name, summary: summary, isRequired: true, shape: shape.spec) },
      name: name, isRequired: true,
      read: { root, node, reader in
        if reader.tree.isBlank(node) {
          if !TextTraps.reportSwallowed(node, &reader) {
            reader.report(ShapeCodes.emptyValue, "“\(name)” has no value.", at: node)
          }
        } else if let value = shape.read(node, &reader) {
          root[keyPath: property] = value
        }
      },
      write: { shape.write($0[keyPath: property]) })
  }

  /// A key that may be left out; then the property is `nil`.
  public static func optional<Value>(
    _ name: String, _ property: WritableKeyPath<Root, Value?> & Sendable, _ shape: Shape<Value>,
    _ summary: String
  ) -> Field {
    // Quotes around nothing are how some programs save an empty cell.
    var blankIsNothing = false
    if case .scalar(let scalar) = shape.spec { blankIsNothing = scalar.isFreeText }
    return Field(
      spec: { FieldSpec(name: name, summary: summary, isRequired: false, shape: shape.spec) },
      name: name, isRequired: false,
      read: { [blankIsNothing] root, node, reader in
        if !(blankIsNothing ? reader.tree.isBlank(node) : reader.tree.isNull(node)) {
          root[keyPath: property] = shape.read(node, &reader)
        } else {
          TextTraps.reportSwallowed(node, &reader)
        }
      },
      write: { root in root[keyPath: property].map(shape.write) })
  }

  /// A key that may be left out; then the property keeps its default, and a default is not written.
  public static func defaulted<Value: Equatable>(
    _ name: String, _ property: WritableKeyPath<Root, Value> & Sendable, _ shape: Shape<Value>,
    default: Value,
    _ summary: String
  ) -> Field {
    Field(
      spec: { FieldSpec(name: name, summary: summary, isRequired: false, shape: shape.spec) },
      name: name, isRequired: false,
      read: { root, node, reader in
        if !reader.tree.isNull(node), let value = shape.read(node, &reader) {
          root[keyPath: property] = value
        }
      },
      write: { root in
        // Not `nil`, which JSON knows as well: a null would enter the digest.
        root[keyPath: property] == `default` ? Optional.none : shape.write(root[keyPath: property])
      })
  }

  /// A key that holds a list. Without `minimum` it may be left out or empty, and an empty one is not written.
  public static func list<Element>(
    _ name: String, _ property: WritableKeyPath<Root, [Element]> & Sendable,
    _ shape: @escaping @Sendable @autoclosure () -> Shape<Element>, minimum: Int = 0,
    recursiveName: String? = nil,
    _ summary: String
  ) -> Field {
    Field(
      spec: {
        let element = recursiveName.map { .recursive($0) { shape().spec } } ?? shape().spec
        return FieldSpec(
          name: name, summary: summary, isRequired: minimum > 0, shape: .list(element, minimum: minimum))
      },
      name: name, isRequired: minimum > 0,
      read: { root, node, reader in
        if let list = readList(node, shape(), minimum: minimum, &reader) { root[keyPath: property] = list }
      },
      write: { root in
        let list = root[keyPath: property]
        if list.isEmpty, minimum == 0 { return nil }
        let shape = shape()
        return .array(list.map { shape.write($0) })
      })
  }
}

extension Field {
  /// The same key, for a value that holds the one it fills.
  public func within<Outer>(_ property: WritableKeyPath<Outer, Root> & Sendable) -> Field<Outer> {
    Field<Outer>(
      spec: spec, name: name, isRequired: isRequired,
      read: { outer, node, reader in read(&outer[keyPath: property], node, &reader) },
      write: { write($0[keyPath: property]) })
  }

  /// A key that must be there, whose value lies somewhere that no key path reaches.
  public static func required<Value>(
    _ name: String, _ shape: Shape<Value>, get: @escaping @Sendable (Root) -> Value,
    set: @escaping @Sendable (inout Root, Value) -> Void, _ summary: String
  ) -> Field {
    Field(
      spec: { FieldSpec(name: name, summary: summary, isRequired: true, shape: shape.spec) },
      name: name, isRequired: true,
      read: { root, node, reader in
        if reader.tree.isBlank(node) {
          reader.report(ShapeCodes.emptyValue, "“\(name)” has no value.", at: node)
        } else if let value = shape.read(node, &reader) {
          set(&root, value)
        }
      },
      write: { shape.write(get($0)) })
  }
}

extension Field {
  /// A key that may be left out, whose value lies somewhere that no key path reaches.
  public static func optionalValue<Value>(
    _ name: String, _ shape: Shape<Value>, get: @escaping @Sendable (Root) -> Value?,
    set: @escaping @Sendable (inout Root, Value) -> Void, _ summary: String
  ) -> Field {
    Field(
      spec: { FieldSpec(name: name, summary: summary, isRequired: false, shape: shape.spec) },
      name: name, isRequired: false,
      read: { root, node, reader in
        if !reader.tree.isNull(node), let value = shape.read(node, &reader) { set(&root, value) }
      },
      write: { get($0).map(shape.write) })
  }
}

/// Reads a list; elements that cannot be read are left out after their diagnostics.
func readList<Element>(
  _ node: DocumentTree.NodeID, _ shape: Shape<Element>, minimum: Int, _ reader: inout Reader
) -> [Element]? {
  if reader.tree.isNull(node) {
    if minimum > 0 { reader.report(ShapeCodes.emptyValue, "“\(reader.key)” has no value.", at: node) }
    return []
  }
  guard reader.tree.kind(node) == .sequence else {
    reader.wrongType(wanted: "a list", at: node)
    return nil
  }
  let key = reader.key
  var list: [Element] = []
  var children = reader.tree.children(node)
  var count = 0
  while !reader.bag.isHopeless, let child = children.next() {
    count += 1
    reader.key = key
    if let element = shape.read(child, &reader) { list.append(element) }
  }
  if count < minimum, !reader.bag.isHopeless {
    reader.report(
      ShapeCodes.tooFew, "“\(key)” needs at least \(minimum) \(minimum == 1 ? "entry" : "entries").", at: node
    )
  }
  return list
}

extension Shape {
  /// A mapping with fixed keys. Keys that start with `x-` are the author's own and are passed over.
  public static func record(
    _ name: String, _ summary: String, blank: @escaping @Sendable @autoclosure () -> Value,
    place: (@Sendable (inout Value, SourceRange) -> Void)? = nil, fields: [Field<Value>]
  ) -> Shape {
    let names = fields.map { Array($0.name.utf8) }
    let readers = fields.map(\.read)
    let write = writer(fields)
    var required: UInt64 = 0
    for (index, field) in fields.enumerated() where field.isRequired { required |= 1 << UInt64(index) }
    return Shape(
      .record(RecordSpec(name: name, summary: summary, fields: fields.map { $0.spec() })),
      read: { [required] node, reader in
        guard reader.tree.kind(node) == .mapping else {
          reader.wrongType(wanted: "a mapping (\(name))", at: node)
          return nil
        }
        var value = blank()
        place?(&value, reader.tree.range(node))
        var seen: UInt64 = 0
        var expected = 0
        var unknown: [DocumentTree.NodeID] = []
        var children = reader.tree.children(node)
        while !reader.bag.isHopeless, let key = children.next(), let child = children.next() {
          let index = reader.tree.withText(key) { text in
            var candidate = expected
            for _ in names.indices {
              if candidate == names.count { candidate = 0 }
              if text.count == names[candidate].count, text.elementsEqual(names[candidate]) {
                return candidate
              }
              candidate += 1
            }
            return -1
          }
          guard index >= 0 else {
            unknown.append(key)
            continue
          }
          expected = index + 1
          if seen & (1 << UInt64(index)) != 0 {
            reader.report(
              ShapeCodes.duplicateKey, "“\(fields[index].name)” stands here a second time.", at: key)
            continue
          }
          seen |= 1 << UInt64(index)
          reader.key = fields[index].name
          readers[index](&value, child, &reader)
        }
        let misspelt = unknown.isEmpty ? [] : reportUnknown(unknown, in: name, fields.map(\.name), &reader)
        if required & ~seen != 0 {
          for (index, field) in fields.enumerated()
          where required & ~seen & (1 << UInt64(index)) != 0 && !misspelt.contains(field.name) {
            reader.report(
              ShapeCodes.missingKey, "This \(name) has no “\(field.name)”.", at: firstLine(node, reader))
          }
        }
        return value
      },
      write: { value in
        var members: [JSONValue.Member] = []
        write(value, &members)
        return .object(members)
      })
  }

  /// One closure that writes one field after the other. Walking an array of generic fields costs several times the
  /// writing itself, record by record.
  private static func writer(_ fields: [Field<Value>]) -> @Sendable (Value, inout [JSONValue.Member]) -> Void
  {
    var all: @Sendable (Value, inout [JSONValue.Member]) -> Void = { _, _ in }
    for field in fields {
      let (before, name, write) = (all, field.name, field.write)
      all = { value, members in
        before(value, &members)
        if let json = write(value) { members.append(JSONValue.Member(name, json)) }
      }
    }
    return all
  }
}

/// - Returns: the names that were most likely meant.
private func reportUnknown(
  _ keys: [DocumentTree.NodeID], in record: String, _ names: [String], _ reader: inout Reader
) -> Set<String> {
  var own: Set<String> = []
  var meant: Set<String> = []
  for key in keys where !reader.bag.isHopeless {
    let text = reader.tree.string(key)
    if !own.insert(text).inserted {
      reader.report(ShapeCodes.duplicateKey, "“\(text.shortened)” stands here a second time.", at: key)
    } else if text == "<<" {
      reader.report(TreeCodes.mergeKey, "“<<” would merge another mapping into this \(record).", at: key)
    } else if !text.hasPrefix("x-") {
      let nearest = reader.nearest(to: text, among: names)
      if let nearest { meant.insert(nearest) }
      let help =
        nearest.map { "Did you mean “\($0)”?" }
        ?? "It may have: \(names.joined(separator: ", "))."
      reader.report(
        ShapeCodes.unknownKey, "“\(text.shortened)” is no key of \(record.withArticle).", help: help, at: key)
    }
  }
  return meant
}

extension String {
  /// "a criterion", "an aggregate".
  fileprivate var withArticle: String { (first.map { "aeiou".contains($0) } == true ? "an " : "a ") + self }
}

/// A mapping's first key: a whole block is too much to underline.
private func firstLine(_ node: DocumentTree.NodeID, _ reader: Reader) -> DocumentTree.NodeID {
  var children = reader.tree.children(node)
  return children.next() ?? node
}

extension Field {
  /// The `schema:` line, which ``Document`` has checked by the time that a record is read.
  public static func header(_ kind: DocumentKind) -> Field {
    let scalar = ScalarSpec("`\(kind.schema)`", "", schema: [("const", .string(kind.schema))])
    return Field(
      spec: {
        FieldSpec(
          name: "schema", summary: "What the document is, and the version of its format.", isRequired: true,
          shape: .scalar(scalar))
      },
      name: "schema", isRequired: true, read: { _, _, _ in }, write: { _ in .string(kind.schema) })
  }
}
