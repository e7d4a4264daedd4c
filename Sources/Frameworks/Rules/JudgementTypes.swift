import Documents
import Expressions

/// The types of judgements: a record for each scale, so that points of one scale are not taken for another's.
public struct JudgementTypes: Sendable {
  /// By the scale's position in the framework.
  public let records: [RecordType]
  /// Where the scale is not known before the expression is evaluated.
  public let common: RecordType
  public let either: KeyedType
  public let own: KeyedType
  public let peer: KeyedType

  /// The fields of every one, in order.
  public enum Field: String, CaseIterable, Sendable {
    case point, value, label, text, evidence, actions, statements, answered
  }

  init(_ resolved: ResolvedFramework) {
    let records = resolved.framework.scales.map { Self.record($0.key.value, $0.value) }
    let common = Self.record(point: .string, value: .int)
    func keyed(_ scale: (ResolvedCriterion) -> Int?) -> KeyedType {
      KeyedType(
        keyName: "criterion",
        resolved.criteria.filter { !$0.judgedBy.isEmpty }.map { criterion in
          .init(criterion.path, .record(scale(criterion).map { records[$0] } ?? common))
        }, common: .record(common))
    }
    self.records = records
    self.common = common
    either = keyed { criterion in
      guard let own = criterion.ownScale, let peer = criterion.peerScale else {
        return criterion.ownScale ?? criterion.peerScale
      }
      return own == peer ? own : nil
    }
    own = keyed(\.ownScale)
    peer = keyed(\.peerScale)
  }

  private static func record(_ id: String, _ scale: Scale) -> RecordType {
    let name = "point of the scale “\(id)”"
    return record(
      point: .refined(
        Refinement(.string, tag: id, name: name, allowed: scale.points.map { .string($0.id.value) })),
      value: .refined(
        Refinement(
          .int, tag: id, name: "value of the scale “\(id)”",
          allowed: scale.points.compactMap { $0.value.map { .int(Int64($0)) } })))
  }

  private static func record(point: ValueType, value: ValueType) -> RecordType {
    RecordType(
      "judgement",
      Field.allCases.map { field in
        switch field {
        case .point: .init(field.rawValue, point, summary: "The id of a point.")
        case .value: .init(field.rawValue, value, summary: "The point's number.")
        case .label: .init(field.rawValue, .string, summary: "What people read for the point.")
        case .text: .init(field.rawValue, .string, summary: "What peers said to it.")
        case .evidence: .init(field.rawValue, .string, summary: "What it rests on.")
        case .actions:
          .init(field.rawValue, .list(.string, atMost: RuleTypes.Most.texts), summary: "What is to be done.")
        case .statements:
          .init(
            field.rawValue, .list(.string, atMost: RuleTypes.Most.texts), summary: "The ids of those marked.")
        case .answered: .init(field.rawValue, .bool, summary: "Whether a point was given.")
        }
      })
  }
}

/// The framework's facts as fields.
struct FactTypes {
  private let facts: [Fact]

  init(_ facts: [Fact]) { self.facts = facts }

  func of(_ owner: Fact.Owner) -> [RecordType.Field] {
    facts.filter { $0.of == owner }.map { fact in
      .init(RuleNames.name(fact.id.value), type(fact), summary: fact.title)
    }
  }

  private func type(_ fact: Fact) -> ValueType {
    switch fact.kind {
    case .yesNo: .bool
    case .number: .double
    case .text: .string
    case .date: .timestamp
    case .choice:
      .refined(
        Refinement(
          .string, tag: "fact \(fact.id.value)", name: "choice of “\(fact.id.value)”",
          allowed: fact.choices.map { .string($0.id.value) }))
    }
  }
}
