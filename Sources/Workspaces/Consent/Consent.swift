import Documents
import GRDB
import Sealing

/// What a member agreed to: for what, with whom, until when.
public struct Consent: Sendable, Equatable {
  public let id: Int64
  public let member: String
  public let purpose: Purpose
  /// With whom: ``everyone``, or the word by which publications name their audience.
  public let audience: String
  public let from: Day
  /// The last day on which it holds; `nil` until it is withdrawn.
  public let until: Day?
  /// The day on which it was withdrawn, or replaced by a newer one.
  public let endedOn: Day?

  /// What a member may agree to.
  public enum Purpose: String, Choice {
    /// The judgements may be part of the partnership's own published sheet.
    case sheet
    /// The judgements may be part of a region's pool, in which no partnership is seen alone.
    case pool

    public var meaning: String {
      switch self {
      case .sheet: "its judgements may be part of the partnership's published sheet"
      case .pool: "its judgements may be part of its region's pool"
      }
    }
  }

  /// The audience of what anybody may read; who agrees to it agrees to every smaller one.
  public static let everyone = "public"

  /// Whether it holds on a day.
  public func isInForce(on day: Day) -> Bool { endedOn == nil && from <= day && day <= until ?? day }
}

extension Consent {
  init(_ row: Row) throws {
    id = try row.number("id")
    member = try row.text("member")
    purpose = try row.word("purpose")
    audience = try row.text("audience")
    from = try row.day("from_day")
    until = try row.optionalDay("until_day")
    endedOn = try row.optionalDay("ended_on")
  }

  var json: JSONValue {
    [
      "consent": .int(id), "member": .string(member), "purpose": .string(purpose.rawValue),
      "audience": .string(audience), "from": .string(from.description),
      "until": until.map { .string($0.description) } ?? .null,
    ]
  }
}
