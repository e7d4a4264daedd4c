import Diagnostics
import Foundation
import GRDB
import Sealing
import Testing

@testable import Workspaces

@Suite("Watch lists: the format that brought them")
struct WatchFormatTests {
  @Test("an export holds them, and what is restored is equal")
  func export() throws {
    let bench = try Bench(watching: 2)
    try bench.open(1)
    try bench.report(1)
    try bench.agree(1, "school")
    try bench.open(2)
    _ = try bench.workspace.removeMember("100002", on: Fixtures.today, erasing: true)
    let export = try bench.workspace.export()
    let restored = try Workspace.restore(export, to: bench.folder.path("restored.waymark"))
    #expect(try restored.export() == export)
    #expect(try restored.verify() == bench.workspace.verify())
    let text = String(decoding: export, as: UTF8.self)
    let changed = text.replacingOccurrences(of: "Two visits.", with: "Six visits.")
    #expect(changed != text)
    try expectFailure(.badData) {
      _ = try Workspace.restore(Array(changed.utf8), to: bench.folder.path("no"))
    }
  }

  /// A workspace as the format before wrote it, and its export.
  private func older(_ bench: Bench) throws -> (bytes: [UInt8], export: [UInt8]) {
    let source = try DatabaseQueue(path: bench.path)
    let queue = try WorkspaceFile.inMemory(format: 1)
    let tables = ExportDocument.tables(1)
    let content = try source.read { try ExportDocument.content(of: tables, $0) }
    let document: JSONValue = [
      "schema": "waymark.workspace/1", "notice": .string(ExportDocument.notice), "tables": content,
    ]
    try queue.write { try RestoreReading.insert(document, tables, $0) }
    return (try WorkspaceFile.bytes(of: queue), Array(document.prettyText().utf8))
  }

  @Test("a file of the format before is brought up to date when it is opened")
  func migration() throws {
    let bench = try Bench(schools: 3)
    try bench.folder.write(try older(bench).bytes, to: "older.waymark")
    let opened = try Workspace.open(bench.folder.path("older.waymark"))
    #expect(try opened.export() == bench.workspace.export())
    _ = try opened.openWatch(
      "100001", on: WatchFixtures.list(), WatchOpening(owner: "Jo", role: "lead"), since: Fixtures.today,
      today: Fixtures.today)
    #expect(try opened.verify().problems == [])
  }

  @Test("an export of the format before is still read; one of a later format is not")
  func olderExport() throws {
    let bench = try Bench(schools: 3)
    let export = try older(bench).export
    let restored = try Workspace.restore(export, to: bench.folder.path("restored.waymark"))
    #expect(try restored.export() == bench.workspace.export())
    let later = String(decoding: export, as: UTF8.self)
      .replacingOccurrences(of: "waymark.workspace/1", with: "waymark.workspace/99")
    try expectFailure(.badData) { _ = try Workspace.restore(Array(later.utf8), to: bench.folder.path("no")) }
  }
}
