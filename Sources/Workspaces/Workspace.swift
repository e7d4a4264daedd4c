import Diagnostics
import Documents
import Foundation
import GRDB

/// A partnership's own file: its members, their consent, their reviews, its releases, and an audit trail of
/// all of it.
///
/// Every change is one immediate transaction, so that two programs may use the file at once and a crash
/// leaves either all of a change or nothing. The file is a single one, with the mark of its ledger beside it: copy both
/// while no program has it open, or use ``export()``.
public struct Workspace: Sendable {
  /// As the person named it.
  public let path: String
  public let partnership: Partnership
  /// Who makes the changes, for the audit trail.
  public let author: String
  let queue: DatabaseQueue
  let clock: Clock

  /// Opens the workspace at `path`.
  ///
  /// - Parameter author: who makes the changes; without it, the name under which the person is known to the
  ///   computer.
  /// - Parameter today: the day on which changes are made; without it, the computer's.
  /// - Throws: `noInput` where there is no such file, `badData` where it is no workspace or of a newer
  ///   Waymark, `unavailable` where another program holds it.
  public static func open(_ path: String, by author: String? = nil, today: Day? = nil) throws(Failure)
    -> Workspace
  {
    try open(path, by: author, clock: today.map { Clock(noonOf: $0) } ?? .system)
  }

  /// Starts a workspace at `path`. The file appears whole or not at all.
  ///
  /// - Throws: `cannotWrite` where there is a file already or the folder cannot be written, `badData` where
  ///   the partnership's slug or region is not one.
  public static func create(
    _ path: String, for partnership: NewPartnership, by author: String? = nil
  ) throws(Failure) -> Workspace {
    try create(path, for: partnership, by: author, clock: .system)
  }

  static func open(_ path: String, by author: String?, clock: Clock) throws(Failure) -> Workspace {
    try WorkspaceFile.check(path)
    return try DatabaseFailures.mapped(path) {
      let (queue, format) = try WorkspaceFile.open(path)
      let partnership = try queue.read { try Partnership.read($0) }
      let workspace = Workspace(
        path: path, partnership: partnership, author: author ?? Author.ofThisComputer(), queue: queue,
        clock: clock)
      try workspace.healMark(from: format)
      return workspace
    }
  }

  static func create(
    _ path: String, for partnership: NewPartnership, by author: String?, clock: Clock
  ) throws(Failure) -> Workspace {
    try partnership.check()
    try WorkspaceFile.checkIsFree(path)
    try LedgerMark.checkIsFree(path)
    let author = author ?? Author.ofThisComputer()
    let bytes: [UInt8] = try DatabaseFailures.mapped(path) {
      let queue = try WorkspaceFile.inMemory()
      try queue.write { db in
        let partnership = try Partnership.insert(partnership, into: db)
        var recorder = try Recorder(db, author: author, at: clock.timestamp())
        try recorder.record(.started, AuditWords.started(partnership), partnership.json)
      }
      return try WorkspaceFile.bytes(of: queue)
    }
    try WorkspaceFile.place(bytes, at: path)
    let workspace = try open(path, by: author, clock: clock)
    try workspace.writeMark()
    return workspace
  }

  /// Reads from one state of the file.
  func read<Value>(_ body: (Database) throws -> Value) throws(Failure) -> Value {
    try DatabaseFailures.mapped(path) { try queue.read(body) }
  }

  /// Makes one change: all of `body` or nothing of it.
  ///
  /// - Returns: what `body` returns, and the change, `nil` where nothing was recorded.
  func change<Value>(_ body: (inout Recorder) throws -> Value) throws(Failure) -> (Value, Change?) {
    try DatabaseFailures.mapped(path) {
      var interruption = Interruption()
      defer { interruption.release() }
      // GRDB starts it immediately: it reads nothing that another program could still change. Waiting for
      // another program may be interrupted, the change itself not.
      return try queue.write { db in
        interruption.hold()
        var recorder = try Recorder(db, author: author, at: clock.timestamp())
        let value = try body(&recorder)
        return (value, recorder.change)
      }
    }
  }
}

/// Whose workspace it is.
public struct Partnership: Sendable, Equatable {
  /// Random, given once: what tells this workspace's releases from every other's.
  public let workspace: String
  public let slug: String
  public let name: String
  /// The region's code at the Office for National Statistics.
  public let region: String
}

/// What a workspace is started with.
public struct NewPartnership: Sendable {
  public var slug: String
  public var name: String
  /// The region's code at the Office for National Statistics, a letter and eight digits.
  public var region: String

  public init(slug: String, name: String, region: String) {
    (self.slug, self.name, self.region) = (slug, name, region)
  }

  func check() throws(Failure) {
    guard SlugRule.isSlug(slug) else {
      throw Failure(
        .badData, "“\(slug)” cannot be a partnership's short name.",
        help: "Use lower-case letters, digits and single hyphens, such as hill-valley.")
    }
    guard !name.trimmed.isEmpty else {
      throw Failure(.badData, "The partnership has no name.", help: "Give the name that people know it by.")
    }
    guard RegionRule.isCode(region) else { throw RegionRule.failure(region) }
  }
}
