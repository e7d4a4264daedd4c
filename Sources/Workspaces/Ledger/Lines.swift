import Diagnostics
import GRDB

/// Which school went on as which: renames, mergers and splits, also those in other workspaces that statements tell of.
struct Lines: Sendable, Equatable {
  private var predecessors: [String: [String]] = [:]
  private var successors: [String: [String]] = [:]

  init(_ links: [(successor: String, predecessor: String)]) {
    for (successor, predecessor) in links {
      predecessors[successor, default: []].append(predecessor)
      successors[predecessor, default: []].append(successor)
    }
  }

  init(_ db: Database) throws {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT successor, predecessor FROM predecessor WHERE undone IS NULL ORDER BY id"))
    self.init(try rows.map { (try $0.text("successor"), try $0.text("predecessor")) })
  }

  func predecessors(of subject: String) -> [String] { predecessors[subject] ?? [] }

  func successors(of subject: String) -> [String] { successors[subject] ?? [] }

  /// A school and all that came before it.
  func line(of subject: String) -> Set<String> {
    var line: Set<String> = []
    var open = [subject]
    while let next = open.popLast() {
      if line.insert(next).inserted { open += predecessors(of: next) }
    }
    return line
  }

  /// Refuses a member that went on as another one.
  func checkIsCurrent(_ member: Member) throws(Failure) {
    let after = successors(of: member.id).sorted().joined(separator: " and ")
    if after.isEmpty { return }
    throw Failure(
      .refused, "\(member.label) goes on as \(after) by now.",
      help: "Use that id, or take the change back with `waymark workspace undo`.")
  }

  /// Which schools a school is today: itself where nothing followed it.
  func heads(of subject: String) -> Set<String> {
    var heads: Set<String> = []
    var seen: Set<String> = []
    var open = [subject]
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      let after = successors(of: next)
      if after.isEmpty { heads.insert(next) }
      open += after
    }
    return heads
  }
}
