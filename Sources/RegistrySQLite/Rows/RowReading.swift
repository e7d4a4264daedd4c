import Diagnostics
import Documents
import Foundation
import Frameworks
import GRDB
import Profiles
import Registries
import Sealing

/// Reading columns without trusting them: a file may have been changed by others, and must not bring a
/// registry down.
extension Row {
  /// A damaged schema may lack a column; GRDB's subscript would end the program.
  private func cell(_ column: String) throws(Failure) -> DatabaseValue {
    guard hasColumn(column) else { throw SQLiteFailures.damaged("“\(column)”") }
    return self[column]
  }

  func int(_ column: String) throws(Failure) -> Int {
    guard let value = Int.fromDatabaseValue(try cell(column)) else {
      throw SQLiteFailures.damaged("“\(column)”")
    }
    return value
  }

  func index(_ column: String) throws(Failure) -> UInt64 {
    guard let value = UInt64(exactly: try int(column)) else { throw SQLiteFailures.damaged("“\(column)”") }
    return value
  }

  func double(_ column: String) throws(Failure) -> Double {
    guard let value = Double.fromDatabaseValue(try cell(column)) else {
      throw SQLiteFailures.damaged("“\(column)”")
    }
    return value
  }

  func text(_ column: String) throws(Failure) -> String {
    guard let value = String.fromDatabaseValue(try cell(column)) else {
      throw SQLiteFailures.damaged("“\(column)”")
    }
    return value
  }

  /// SQLite hands an empty blob out as no bytes at all.
  func blob(_ column: String) throws(Failure) -> [UInt8] {
    guard let value = Data.fromDatabaseValue(try cell(column)) else {
      throw SQLiteFailures.damaged("“\(column)”")
    }
    return [UInt8](value)
  }

  /// The same where there may be none.
  func optionalBlob(_ column: String) throws(Failure) -> [UInt8]? {
    try cell(column).isNull ? nil : try blob(column)
  }

  func digest(_ column: String) throws(Failure) -> Digest {
    guard let digest = Digest(bytes: try blob(column)) else { throw SQLiteFailures.damaged("“\(column)”") }
    return digest
  }

  /// A value from its text.
  func value<Value>(_ column: String, _ parse: (String) -> Value?) throws(Failure) -> Value {
    guard let value = parse(try text(column)) else { throw SQLiteFailures.damaged("“\(column)”") }
    return value
  }

  func version(_ column: String) throws(Failure) -> SemanticVersion {
    try value(column) { SemanticVersion($0) }
  }

  func scope() throws(Failure) -> ReleaseScope {
    ReleaseScope(
      framework: try text("framework"), major: try int("major"),
      kind: try value("kind") { ReviewKind(rawValue: $0) }, period: Period(startYear: try int("period")))
  }

  func basis() throws(Failure) -> SheetBasis {
    SheetBasis(
      version: try version("version"), framework: try digest("framework_digest"),
      policyID: try text("policy"),
      policy: try digest("policy_digest"))
  }

  func figureKey() throws(Failure) -> FigureKey {
    FigureKey(
      unit: try value("unit") { FigureUnit(rawValue: $0) }, id: try text("figure"), lowest: try int("lowest"),
      highest: try int("highest"))
  }

  func estimate(partnerships: Int) throws(Failure) -> Estimate {
    Estimate(
      partnerships: partnerships, subjects: try int("subjects"), weight: try int("weight"),
      sum: try int("sum"),
      variance: try double("variance"), reach: Int.fromDatabaseValue(try cell("reach")))
  }

  func entry() throws(Failure) -> LogEntry {
    LogEntry(
      index: try index("position"), hash: try digest("hash"), publisher: try text("publisher"),
      sequence: try index("sequence"), note: try blob("note"))
  }

  func publisher() throws(Failure) -> AdmittedPublisher {
    AdmittedPublisher(name: try text("name"), key: try value("key") { try? VerifyingKey(text: $0) })
  }

  func framework() throws(Failure) -> HeldFramework {
    guard let outline = try? JSONDecoder().decode(FrameworkOutline.self, from: Data(try text("outline").utf8))
    else {
      throw SQLiteFailures.damaged("“outline”")
    }
    return HeldFramework(
      id: try text("id"), version: try version("version"), digest: try digest("digest"), outline: outline,
      entry: try index("entry"))
  }

  func sheet() throws(Failure) -> HeldSheet {
    HeldSheet(
      scope: try scope(), partnership: try text("partnership"), region: try text("region"),
      basis: try basis(),
      subjects: try int("subjects"), entry: try index("entry"))
  }

  func figure() throws(Failure) -> FigureRow {
    FigureRow(
      scope: try scope(), key: try figureKey(), partnership: try text("partnership"),
      region: try text("region"),
      estimate: try estimate(partnerships: 1))
  }

  func regionTotal() throws(Failure) -> RegionTotal {
    RegionTotal(
      scope: try scope(), key: try figureKey(), region: try text("region"),
      estimate: try estimate(partnerships: try int("partnerships")))
  }

  func policy() throws(Failure) -> HeldPolicy {
    HeldPolicy(
      id: try text("id"), digest: try digest("digest"), source: try blob("source"),
      isLeast: try int("least") == 1)
  }
}
