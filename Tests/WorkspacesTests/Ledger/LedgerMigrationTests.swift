import Diagnostics
import Documents
import Foundation
import Profiles
import Sealing
import Testing

@testable import Workspaces

/// Files from before there was a ledger: what they published counts as told.
@Suite("The ledger of older files")
struct LedgerMigrationTests {
  /// A release as format 2 held it: in an export of that time.
  private func old(_ bench: Bench) throws -> (export: [UInt8], release: Release) {
    var generator = SystemRandomNumberGenerator()
    let release = try bench.workspace.preview(
      Fixtures.rubric(), period: Fixtures.period, kind: .own, policy: Fixtures.policy(), on: Fixtures.today,
      using: &generator)
    let document = try JSONValue(parsing: bench.workspace.export(), limits: ExportDocument.limits)
    let tables = try ExportDocument.tables(2).map { name -> JSONValue.Member in
      var rows = try #require(document["tables"]?[name]?.asArray)
      // What it told was entered last; then there was no such entry.
      if name == "audit" { rows.removeLast() }
      return .init(name, .array(rows))
    }
    let export = JSONValue.object([
      .init("schema", "waymark.workspace/2"), .init("notice", document["notice"] ?? .null),
      .init("tables", .object(tables)),
    ])
    return (Array(export.prettyText().utf8), release)
  }

  @Test("its releases are spent, keep their bytes, and leave nobody room for more than the cap")
  func restored() throws {
    let bench = try Bench(schools: 8)
    let (export, release) = try old(bench)
    let workspace = try Workspace.restore(export, to: bench.folder.path("old.waymark"))
    let entries = try workspace.ledger()
    #expect(entries.count == 8 && entries.allSatisfy { $0.spend.criterion == LedgerSpend.every })
    #expect(entries.allSatisfy { $0.spend.epsilon == Epsilon("2") && $0.spend.judgedOn != nil })
    #expect(try workspace.verify().problems == [])
    let maker = Maker()
    #expect(try Bench.preview(workspace, maker).payload == release.payload && maker.calls == 0)
    let overview = try workspace.ledgerOverview(Fixtures.policy(), on: Fixtures.today)
    #expect(overview.rows.map(\.spent) == Array(repeating: "2", count: 8))
    var policy = try Fixtures.policy()
    policy.caps.epsilon = try #require(Epsilon("3"))
    _ = try workspace.add(reviews: try (1...8).map { try Fixtures.review($0, date: "2026-10-01") })
    let failure = try expectFailure(.refused) {
      _ = try workspace.preview(
        Fixtures.rubric(), period: Period(startYear: 2026), kind: .own, under: ReleaseTerms(policy),
        on: try Fixtures.day("2026-10-02"), make: maker.make)
    }
    #expect(failure.message.contains("“cap”") && maker.calls == 1)
  }

  @Test("the file itself gets its mark when it is first opened, and is not believed without it after that")
  func opened() throws {
    let bench = try Bench(schools: 8)
    let (export, release) = try old(bench)
    let (document, format) = try RestoreReading.document(export)
    let queue = try WorkspaceFile.inMemory(format: format)
    try queue.write { try RestoreReading.insert(document, ExportDocument.tables(format), $0) }
    try bench.folder.write(try WorkspaceFile.bytes(of: queue), to: "old.waymark")
    let workspace = try Workspace.open(bench.folder.path("old.waymark"))
    #expect(bench.folder.names.contains("old.waymark.ledger"))
    #expect(try Bench.preview(workspace, Maker()).payload == release.payload)
    try FileManager.default.removeItem(atPath: workspace.path + ".ledger")
    let again = try Workspace.open(workspace.path)
    let failure = try expectFailure(.refused) { _ = try Bench.preview(again, Maker()) }
    #expect(failure.message.contains("“ledger-missing”"))
    try expectFailure(.refused) { try again.recoverEmptyLedger() }
  }
}
