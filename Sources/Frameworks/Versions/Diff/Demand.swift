import Documents
import Sealing

/// Whether a framework asks more or less of people than before.
enum Demand {
  /// - Parameter field: the key whose value differs.
  static func of(field: String, _ old: JSONValue?, _ new: JSONValue?) -> DifferenceEvent.Demand {
    switch field {
    case "atLeast", "times", "share":
      order(old?.asDouble ?? -.infinity, new?.asDouble ?? -.infinity)
    case "atMost": order(new?.asDouble ?? .infinity, old?.asDouble ?? .infinity)
    case "required", "scheduled": order(old?.asBool == true ? 1 : 0, new?.asBool == true ? 1 : 0)
    case "optional", "private": order(new?.asBool == true ? 1 : 0, old?.asBool == true ? 1 : 0)
    case "strength": order(rank(old), rank(new))
    default: .unclear
    }
  }

  private static func order(_ before: Double, _ after: Double) -> DifferenceEvent.Demand {
    before < after ? .more : after < before ? .less : .unclear
  }

  /// A field that is left out holds what is usual, which is `must` or `should`; both bind more than `may`.
  private static func rank(_ strength: JSONValue?) -> Double {
    switch strength?.asString.flatMap(Strength.init(rawValue:)) {
    case .must: 2
    case .should: 1
    case .may: 0
    case nil: 1.5
    }
  }

  /// What is usual where a record does not say how binding it is, by the record's name.
  static let usual: [String: Strength] = [
    "rule": Rule().strength, "evidence requirement": EvidenceRequirement().strength, "role": Role().strength,
    "team size": TeamSize().strength, "exclusion": Exclusion().strength, "agreement": Agreement().strength,
    "window": Window().strength, "length": Lasting().strength, "cadence": Cadence().strength,
  ]

  /// Whether a record must be followed; `nil` for records that do not say.
  static func binds(_ record: String, _ value: JSONValue?) -> Bool? {
    guard let usual = usual[record] else { return nil }
    let strength = value?["strength"]?.asString.flatMap(Strength.init(rawValue:)) ?? usual
    return strength == .must
  }

  /// Whether work without a new entry would not be complete.
  static func binds(addition value: JSONValue, _ record: String) -> Bool? {
    switch record {
    case "role": (value["atLeast"]?.asInt ?? 0) > 0 && binds(record, value) == true
    case "form field": value["required"]?.asBool == true || (value["atLeast"]?.asInt ?? 0) > 0
    case "step": value["scheduled"]?.asBool == true && value["optional"]?.asBool != true
    case "stage": false
    default: binds(record, value)
    }
  }
}
