import Documents
import Foundation
import Frameworks
import GRDB
import Registries
import Sealing

extension SQLiteRows: RegistryWriting {
  func setUp(_ settings: RegistrySettings) throws {
    let identity = settings.identity
    try run(
      "INSERT INTO registry (id, origin, title, created, regions, size, subtrees) "
        + "VALUES (1, ?, ?, ?, ?, 0, x'')",
      [identity.origin, identity.title, identity.created, Data(settings.regions)])
    for (position, policy) in settings.policies.enumerated() {
      try run(
        "INSERT INTO policy (position, id, digest, source, least) VALUES (?, ?, ?, ?, ?)",
        [position, policy.id, policy.digest.blob, Data(policy.source), policy.isLeast ? 1 : 0])
    }
  }

  func add(_ publisher: AdmittedPublisher) throws {
    try run(
      "INSERT INTO publisher (key_name, name, key) VALUES (?, ?, ?)",
      [publisher.key.name, publisher.name, publisher.key.text])
  }

  func append(_ entry: LogEntry, _ publication: HeldPublication, frontier: MerkleFrontier) throws {
    let position = try entry.index.column()
    try run(
      "INSERT INTO entry (position, hash, publisher, sequence, note) VALUES (?, ?, ?, ?, ?)",
      [position, entry.hash.blob, entry.publisher, try entry.sequence.column(), Data(entry.note)])
    try run(
      "INSERT INTO publication (entry, subject, salt, payload) VALUES (?, ?, ?, ?)",
      [position, publication.subject, Data(publication.salt), Data(publication.payload)])
    try run(
      "UPDATE registry SET size = ?, subtrees = ? WHERE id = 1",
      [try frontier.size.column(), Data(frontier.subtrees.flatMap(\.bytes))])
  }

  func add(_ framework: HeldFramework) throws {
    try run(
      "INSERT INTO framework (id, version, digest, outline, entry) VALUES (?, ?, ?, ?, ?)",
      [
        framework.id, framework.version.description, framework.digest.blob, try framework.outline.text(),
        try framework.entry.column(),
      ])
  }

  func add(_ sheet: HeldSheet, figures: [FigureRow]) throws {
    try run(
      "INSERT INTO sheet (framework, major, kind, period, partnership, region, version, framework_digest, "
        + "policy, policy_digest, subjects, entry) VALUES (\(marks(12)))",
      sheet.scope.columns + [sheet.partnership, sheet.region] + sheet.basis.columns
        + [sheet.subjects, try sheet.entry.column()])
    for figure in figures {
      try run(
        "INSERT INTO figure (framework, major, kind, period, unit, figure, lowest, highest, partnership, "
          + "region, subjects, weight, sum, variance, reach) VALUES (\(marks(15)))",
        figure.scope.columns + figure.key.columns + [figure.partnership, figure.region]
          + figure.estimate.columns)
    }
  }

  func put(_ total: RegionTotal) throws {
    try run(
      "INSERT OR REPLACE INTO region_total (framework, major, kind, period, unit, figure, lowest, highest, "
        + "region, partnerships, subjects, weight, sum, variance, reach) VALUES (\(marks(15)))",
      total.scope.columns + total.key.columns + [total.region, total.estimate.partnerships]
        + total.estimate.columns)
  }

  func put(_ count: BasisCount) throws {
    try run(
      "INSERT OR REPLACE INTO basis (framework, major, kind, period, version, framework_digest, policy, "
        + "policy_digest, sheets, left_out) VALUES (\(marks(10)))",
      count.scope.columns + count.basis.columns + [count.sheets, count.leftOut])
  }

  private func run(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?]) throws {
    try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
  }

  /// `?, ?, ?`
  private func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }
}
