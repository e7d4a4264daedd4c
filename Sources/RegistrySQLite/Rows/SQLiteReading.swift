import Diagnostics
import Documents
import Foundation
import Frameworks
import GRDB
import Registries
import Sealing

/// A registry's rows within one transaction.
struct SQLiteRows {
  let database: Database
}

extension SQLiteRows: RegistryReading {
  func identity() throws -> RegistryIdentity {
    let row = try registry()
    return RegistryIdentity(
      origin: try row.text("origin"), title: try row.text("title"), created: try row.text("created"))
  }

  func regions() throws -> [UInt8] { try registry().blob("regions") }

  func frontier() throws -> MerkleFrontier {
    let row = try registry()
    let bytes = try row.blob("subtrees")
    let subtrees = stride(from: 0, to: bytes.count, by: Digest.byteCount).compactMap {
      Digest(bytes: bytes[$0..<min($0 + Digest.byteCount, bytes.count)])
    }
    guard let frontier = MerkleFrontier(size: try row.index("size"), subtrees: subtrees) else {
      throw SQLiteFailures.damaged("the log's edge")
    }
    return frontier
  }

  func policies() throws -> [HeldPolicy] {
    try all("SELECT * FROM policy ORDER BY position").map { try $0.policy() }
  }

  func publishers() throws -> [AdmittedPublisher] {
    try all("SELECT * FROM publisher ORDER BY name").map { try $0.publisher() }
  }

  func publisher(keyName: String) throws -> AdmittedPublisher? {
    try one("SELECT * FROM publisher WHERE key_name = ?", [keyName])?.publisher()
  }

  // MARK: The log

  func entry(at index: UInt64) throws -> LogEntry? {
    guard let position = Int64(exactly: index) else { return nil }
    return try one("SELECT * FROM entry WHERE position = ?", [position])?.entry()
  }

  func entry(hash: Digest) throws -> LogEntry? {
    try one(Self.entryByHash, [hash.blob])?.entry()
  }

  func entries(hashPrefix: String) throws -> [LogEntry] {
    // Whole bytes are looked up in the index, the last half byte is compared afterwards.
    guard let low = Hex.decode(hashPrefix.prefix(hashPrefix.utf8.count & ~1)), low.count <= Digest.byteCount
    else {
      return []
    }
    let high = low + Array(repeating: 0xff, count: Digest.byteCount - low.count)
    return try all(
      "SELECT * FROM entry WHERE hash BETWEEN ? AND ? ORDER BY hash LIMIT 64", [Data(low), Data(high)]
    ).map { try $0.entry() }.filter { $0.hash.hex.hasPrefix(hashPrefix) }
  }

  func entries(from index: UInt64, limit: Int) throws -> [LogEntry] {
    guard let position = Int64(exactly: index) else { return [] }
    return try all(Self.entriesFrom, [position, max(0, limit)])
      .map { try $0.entry() }
  }

  func lastEntry(ofPublisher keyName: String) throws -> LogEntry? {
    try one(Self.lastOfPublisher, [keyName])?.entry()
  }

  func publication(of entry: UInt64) throws -> HeldPublication? {
    try one("SELECT * FROM publication WHERE entry = ?", [try entry.column()]).map { row in
      HeldPublication(
        salt: try row.blob("salt"), payload: try row.blob("payload"), subject: try row.text("subject"))
    }
  }

  func subject(of entry: UInt64) throws -> String? {
    try one("SELECT subject FROM publication WHERE entry = ?", [try entry.column()])?.text("subject")
  }

  // MARK: Contents

  func frameworks(id: String?) throws -> [HeldFramework] {
    let rows =
      if let id {
        try all("SELECT * FROM framework WHERE id = ? ORDER BY entry", [id])
      } else {
        try all("SELECT * FROM framework ORDER BY id, entry")
      }
    return try rows.map { try $0.framework() }
  }

  func framework(id: String, version: SemanticVersion) throws -> HeldFramework? {
    try one("SELECT * FROM framework WHERE id = ? AND version = ?", [id, version.description])?.framework()
  }

  func sheet(of partnership: String, in scope: ReleaseScope) throws -> HeldSheet? {
    try one("SELECT * FROM sheet WHERE \(Self.inScope) AND partnership = ?", scope.columns + [partnership])?
      .sheet()
  }

  func pool(in scope: ReleaseScope, region: String) throws -> HeldPool? {
    try one("SELECT * FROM pool WHERE \(Self.inScope) AND region = ?", scope.columns + [region])?.pool()
  }

  func pools(framework: String) throws -> [HeldPool] {
    try all("SELECT * FROM pool WHERE framework = ? ORDER BY entry", [framework]).map { try $0.pool() }
  }

  func figure(in scope: ReleaseScope, key: FigureKey, partnership: String) throws -> FigureRow? {
    try one(
      "SELECT * FROM figure WHERE \(Self.inScope) AND \(Self.ofKey) AND partnership = ?",
      scope.columns + key.columns + [partnership])?.figure()
  }

  func figures(in scope: ReleaseScope) throws -> [FigureRow] {
    try all(Self.figuresInScope, scope.columns).map { try $0.figure() }
  }

  func regionTotals(in scope: ReleaseScope) throws -> [RegionTotal] {
    try all(Self.regionTotalsInScope, scope.columns).map { try $0.regionTotal() }
  }

  func regionTotal(in scope: ReleaseScope, key: FigureKey, region: String) throws -> RegionTotal? {
    try one(
      "SELECT * FROM region_total WHERE \(Self.inScope) AND \(Self.ofKey) AND region = ?",
      scope.columns + key.columns + [region])?.regionTotal()
  }

  func bases(framework: String?) throws -> [BasisCount] {
    let rows =
      if let framework {
        try all(Self.basesOfFramework, [framework])
      } else {
        try all("SELECT * FROM basis")
      }
    return try rows.map { row in
      BasisCount(
        scope: try row.scope(), basis: try row.basis(), sheets: try row.int("sheets"),
        leftOut: try row.int("left_out"))
    }
  }

  func counts() throws -> RowCounts {
    var counts = RowCounts()
    func count(_ table: String) throws -> Int {
      try one("SELECT COUNT(*) AS n FROM \(table)")?.int("n") ?? 0
    }
    (counts.entries, counts.publications) = (try count("entry"), try count("publication"))
    (counts.frameworks, counts.sheets) = (try count("framework"), try count("sheet"))
    (counts.figures, counts.regionTotals) = (try count("figure"), try count("region_total"))
    counts.bases = try count("basis")
    counts.pools = try count("pool")
    return counts
  }

  // MARK: SQL

  static let inScope = "framework = ? AND major = ? AND kind = ? AND period = ?"
  static let ofKey = "unit = ? AND figure = ? AND lowest = ? AND highest = ?"
  static let figuresInScope =
    "SELECT * FROM figure WHERE \(inScope) ORDER BY unit, figure, lowest, highest, partnership"
  static let regionTotalsInScope =
    "SELECT * FROM region_total WHERE \(inScope) ORDER BY unit, figure, lowest, highest, region"
  static let basesOfFramework = "SELECT * FROM basis WHERE framework = ?"
  static let entryByHash = "SELECT * FROM entry WHERE hash = ?"
  static let entriesFrom = "SELECT * FROM entry WHERE position >= ? ORDER BY position LIMIT ?"
  static let lastOfPublisher = "SELECT * FROM entry WHERE publisher = ? ORDER BY sequence DESC LIMIT 1"

  private func registry() throws -> Row {
    guard let row = try one("SELECT * FROM registry WHERE id = 1") else {
      throw SQLiteFailures.damaged("what the registry calls itself")
    }
    return row
  }

  func all(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?] = []) throws -> [Row] {
    try Row.fetchAll(database.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
  }

  func one(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?] = []) throws -> Row? {
    try Row.fetchOne(database.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
  }
}
