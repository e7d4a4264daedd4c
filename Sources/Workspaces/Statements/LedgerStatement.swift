import Diagnostics
import Documents
import Reviews
import Sealing

/// What one partnership's ledger holds of a school, for the next partnership: ids, paths, days and epsilons, and no
/// score.
public struct LedgerStatement: Sendable, Equatable {
  public static let schema = "waymark.ledger-statement/1"

  /// The workspace that wrote it.
  public let workspace: String
  /// Its partnership's slug.
  public let partnership: String
  /// The school's id there.
  public let subject: String
  public let day: Day
  /// The text of the public key that signed it.
  public let key: String
  /// Since when the school's earlier past is not known there; `nil` where it is.
  public let unsettledSince: Day?
  /// Which school came before which, under names that hold everywhere.
  public let links: [Link]
  /// By workspace and number.
  public let entries: [Entry]

  /// One school went on as another.
  public struct Link: Sendable, Hashable {
    public let successor: String
    public let predecessor: String
  }

  /// A ledger entry under the number of the ledger where it was first written.
  public struct Entry: Sendable, Equatable {
    public let workspace: String
    public let number: Int64
    public let spend: LedgerSpend
  }

  /// A school's name that holds everywhere: its workspace's id, a slash and its own.
  static func everywhere(_ subject: String, in workspace: String) -> String {
    subject.contains("/") ? subject : "\(workspace)/\(subject)"
  }

  /// A school's name here: without this workspace's own id.
  static func here(_ name: String, in workspace: String) -> String {
    name.hasPrefix("\(workspace)/") ? String(name.dropFirst(workspace.count + 1)) : name
  }

  static func isWorkspace(_ text: String) -> Bool {
    text.utf8.count == 32 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  static func isEverywhere(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    return parts.count == 2 && isWorkspace(parts[0]) && SubjectRule.isSubject(parts[1])
  }
}

extension LedgerStatement {
  var json: JSONValue {
    [
      "schema": .string(Self.schema), "workspace": .string(workspace), "partnership": .string(partnership),
      "subject": .string(subject), "day": .string(day.description), "key": .string(key),
      "unsettledSince": unsettledSince.map { .string($0.description) } ?? .null,
      "links": .array(
        links.map { ["successor": .string($0.successor), "predecessor": .string($0.predecessor)] }),
      "entries": .array(entries.map(\.json)),
    ]
  }
}

extension LedgerStatement.Entry {
  var json: JSONValue {
    [
      "workspace": .string(workspace), "number": .int(number), "subject": .string(spend.subject),
      "framework": .string(spend.framework), "criterion": .string(spend.criterion),
      "use": .string(spend.use.rawValue), "period": .string(spend.period.description),
      "day": .string(spend.day.description),
      "epsilon": spend.epsilon.map { .string($0.description) } ?? .null,
      "judgedOn": spend.judgedOn.map { .string($0.description) } ?? .null,
    ]
  }
}
