import Diagnostics
import Documents
import Foundation
import GRDB
import Sealing

/// Where the ledger ended at the last release, in a small file beside the workspace: how a copy of the workspace from
/// before that release is told from the workspace.
struct LedgerMark: Sendable, Equatable {
  let count: Int64
  let head: Digest

  /// Beside the file itself, whatever links lead there.
  static func path(of workspace: String) -> String {
    guard let real = realpath(workspace, nil) else { return "\(workspace).ledger" }
    defer { free(real) }
    return "\(String(cString: real)).ledger"
  }

  /// The same, as the person would name it.
  static func name(of workspace: String) -> String {
    var status = stat()
    let isLink = lstat(workspace, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    return isLink ? path(of: workspace) : "\(workspace).ledger"
  }

  /// Refuses to start a workspace where another one's mark is left over.
  static func checkIsFree(_ workspace: String) throws(Failure) {
    var status = stat()
    guard lstat(path(of: workspace), &status) == 0 else { return }
    throw Failure(
      .cannotWrite, "\(path(of: workspace)) is left over from another workspace of this name.",
      help: "Move it away first, or choose another name.")
  }

  private static let start = "waymark.ledger-mark/1"

  var text: String { "\(Self.start)\nentries \(count)\nlast \(head)\n" }

  /// - Throws: `refused` (rule `ledger-missing`) where the file says something else.
  init(text: String, path: String) throws(Failure) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 4, lines[0] == Self.start, lines[3].isEmpty,
      let count = Int64(lines[1].dropFirst("entries ".count)),
      let head = Digest(text: lines[2].dropFirst("last ".count))
    else { throw LedgerFailures.unreadable(path) }
    (self.count, self.head) = (count, head)
    if self.text != text { throw LedgerFailures.unreadable(path) }
  }

  init(_ chain: LedgerChain) { (count, head) = (chain.count, chain.head) }

  /// The mark beside a workspace; `nil` where there is none.
  static func read(beside workspace: String) throws(Failure) -> LedgerMark? {
    let path = path(of: workspace)
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    let bytes = try FileReading.bytes(path, limit: 4_096)
    return try LedgerMark(text: String(decoding: bytes, as: UTF8.self), path: name(of: workspace))
  }

  func write(beside workspace: String) throws(Failure) {
    try FileWriting.write(text.utf8, to: Self.path(of: workspace), mode: 0o600)
  }
}

/// How the mark beside a workspace and its ledger stand to each other.
enum LedgerStanding: Equatable {
  case same
  /// The mark is an earlier state of the ledger: something stopped Waymark between a release and its mark.
  case markBehind
  /// There is none, and this file knows of no release. It may be a copy from before the first.
  case missingAndEmpty
  case missing
  /// An old copy, or another file, was put in the workspace's place.
  case ledgerBehind

  init(_ mark: LedgerMark?, _ db: Database) throws {
    let chain = try LedgerChain(db)
    guard let mark else {
      self = chain.count == 0 ? .missingAndEmpty : .missing
      return
    }
    if mark == LedgerMark(chain) {
      self = .same
    } else {
      let isEarlier = try mark.count < chain.count && LedgerChain.digest(at: mark.count, db) == mark.head
      self = isEarlier ? .markBehind : .ledgerBehind
    }
  }
}

enum LedgerFailures {
  static func missing(_ path: String) -> Failure {
    ReleaseRule.ledgerMissing.refusal(
      "The mark of the ledger, \(LedgerMark.name(of: path)), is not there, so nobody knows whether this is the newest "
        + "copy of the workspace. Nothing is published without it.")
  }

  static func missingAndEmpty(_ path: String) -> Failure {
    let failure = missing(path)
    return Failure(
      failure.status, failure.message,
      help: failure.help
        + "\n  Where neither a sheet nor a contribution ever left, say so: `waymark workspace ledger recover --nothing-published`."
    )
  }

  static func unreadable(_ mark: String) -> Failure {
    ReleaseRule.ledgerMissing.refusal("\(mark) is not the mark of a ledger. Nothing is published without it.")
  }

  static func behind(_ path: String) -> Failure {
    ReleaseRule.ledgerBehind.refusal(
      "\(path) is older than its last release, or another copy of it: its ledger does not hold what its mark tells of. "
        + "Nothing is published from it.")
  }
}
