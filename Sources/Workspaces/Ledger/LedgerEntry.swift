import Documents
import GRDB
import Profiles
import Sealing

/// How much a release may tell about one judgement, exactly.
public typealias Epsilon = Fraction

/// What a release told of one school and one criterion.
public struct LedgerSpend: Sendable, Equatable {
  /// Stands for every criterion of a framework.
  public static let every = "*"

  /// A member's id; of an earlier school in another workspace, that workspace's id, a slash and the school's.
  public let subject: String
  public let framework: String
  /// A criterion's path, or ``every``.
  public let criterion: String
  public let use: Use
  public let period: Period
  /// The day of the release.
  public let day: Day
  /// `nil` where it told without a bound.
  public let epsilon: Epsilon?
  /// The day of the review; `nil` where it is not known.
  public let judgedOn: Day?
  public let source: Source

  /// Where a judgement went.
  public enum Use: String, Choice {
    case sheet, pool

    public var meaning: String {
      switch self {
      case .sheet: "into the partnership's own sheet"
      case .pool: "into a region's pool"
      }
    }
  }

  /// How an entry came into this ledger.
  public enum Source: Sendable, Equatable {
    /// A release of this workspace, by its number.
    case release(Int64)
    /// A contribution of this workspace, by its number.
    case contribution(Int64)
    /// A statement of another workspace, and the entry's number there.
    case brought(workspace: String, number: Int64)
    /// Entered again from a publication.
    case recovered(publication: Digest)
  }

  func isOn(_ path: String) -> Bool { criterion == path || criterion == Self.every }
}

/// One line of the ledger.
public struct LedgerEntry: Sendable, Equatable {
  /// Counted from 1 without gaps.
  public let number: Int64
  public let spend: LedgerSpend
  /// The digest of the entry before; for the first, one made from the workspace's id.
  public let previous: Digest
  /// Of everything above.
  public let digest: Digest
}

extension LedgerSpend {
  func digest(number: Int64, previous: Digest) throws -> Digest {
    let value: JSONValue = [
      "number": .int(number), "subject": .string(subject), "framework": .string(framework),
      "criterion": .string(criterion), "use": .string(use.rawValue), "period": .string(period.description),
      "day": .string(day.description), "epsilon": epsilon.map { .string($0.description) } ?? .null,
      "judgedOn": judgedOn.map { .string($0.description) } ?? .null, "source": source.json,
      "previous": .string(previous.description),
    ]
    return Digest(of: try value.canonicalBytes())
  }
}

extension LedgerSpend.Source {
  var json: JSONValue {
    switch self {
    case .release(let id): ["release": .int(id)]
    case .contribution(let id): ["contribution": .int(id)]
    case .brought(let workspace, let number): ["workspace": .string(workspace), "number": .int(number)]
    case .recovered(let publication): ["publication": .string(publication.description)]
    }
  }
}

extension LedgerEntry {
  init(_ row: Row) throws {
    number = try row.number("number")
    spend = LedgerSpend(
      subject: try row.text("subject"), framework: try row.text("framework"),
      criterion: try row.text("criterion"), use: try row.word("use"), period: try row.period("period"),
      day: try row.day("day"), epsilon: try row.epsilon("epsilon"),
      judgedOn: try row.optionalDay("judged_on"), source: try LedgerSpend.Source(row))
    previous = try row.digest("previous")
    digest = try row.digest("digest")
  }

  /// The digest that its content has; another one than ``digest`` where somebody changed it.
  func digestOfContent() throws -> Digest { try spend.digest(number: number, previous: previous) }

  /// What stands before the first entry, so that a ledger belongs to its workspace.
  static func beginning(of workspace: String) -> Digest { Digest(ofText: "waymark ledger \(workspace)\n") }
}

extension LedgerSpend.Source {
  fileprivate init(_ row: Row) throws {
    if let id = try row.optionalNumber("release") {
      self = .release(id)
    } else if let id = try row.optionalNumber("contribution") {
      self = .contribution(id)
    } else if let workspace = try row.optionalText("workspace") {
      self = .brought(workspace: workspace, number: try row.number("place"))
    } else {
      self = .recovered(publication: try row.digest("publication"))
    }
  }
}

extension Row {
  fileprivate func epsilon(_ column: String) throws -> Epsilon? {
    guard let text = try optionalText(column) else { return nil }
    guard let epsilon = Epsilon(text) else { throw Damage(what: "“\(text)” stands for “\(column)”") }
    return epsilon
  }
}
