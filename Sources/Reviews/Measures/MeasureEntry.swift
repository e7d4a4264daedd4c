import Diagnostics
import Documents
import Frameworks

/// What a review says of one measure, as written.
public enum MeasureEntry: Sendable, Equatable {
  /// A number, a point, or `true` or `false`.
  case single(PlainValue)
  /// How many stand at each point.
  case counts([Keyed<PlainValue>])

  static let shape: Shape<MeasureEntry> = Shape<MeasureEntry>(
    .either([PlainValue.shape.spec, counts.spec]),
    read: { node, reader in
      guard reader.tree.kind(node) == .mapping else {
        return PlainValue.shape.read(node, &reader).map { .single($0) }
      }
      // Points without a number were left blank.
      return counts.read(node, &reader).flatMap { $0.isEmpty ? nil : .counts($0) }
    },
    write: {
      switch $0 {
      case .single(let value): PlainValue.shape.write(value)
      case .counts(let counted): counts.write(counted)
      }
    })

  private static let counts = Shape<[Keyed<PlainValue>]>.map(keys: .slug, of: PlainValue.shape)
}

/// A measure's value, as its kind reads it.
public enum MeasureValue: Sendable, Equatable {
  case number(Double)
  /// By the points' ids; points that nobody counted are 0.
  case counts([String: Int])
  /// A point's id.
  case point(String)
  case yesNo(Bool)
}

extension Review {
  /// What the review says of a measure; `nil` where it says nothing, or something that does not fit it.
  public func value(of measure: Measure, in framework: ResolvedFramework) -> MeasureValue? {
    guard let entry = measures.first(where: { $0.key.value == measure.id.value })?.value else { return nil }
    let scale = measure.scale.flatMap { framework.scaleIndex($0.value) }.map(framework.scale)
    switch (measure.kind, entry) {
    case (.number, .single(let value)): return value.number.map { .number($0) }
    case (.yesNo, .single(let value)): return value.boolean.map { .yesNo($0) }
    case (.point, .single(let value)): return scale?.point(named: value.text).map { .point($0.id.value) }
    case (.counts, .counts(let entries)):
      guard let scale else { return nil }
      var counts = Dictionary(scale.points.map { ($0.id.value, 0) }, uniquingKeysWith: { first, _ in first })
      for entry in entries {
        guard let point = scale.point(named: entry.key.value), let count = entry.value.count else {
          return nil
        }
        counts[point.id.value, default: 0] += count
      }
      return .counts(counts)
    default: return nil
    }
  }
}

extension PlainValue {
  /// How many: a whole number, not below 0.
  var count: Int? { text.count <= 9 ? Int(text).flatMap { $0 >= 0 && !text.hasPrefix("+") ? $0 : nil } : nil }
}
