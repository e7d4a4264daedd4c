import Diagnostics
import Foundation
import Sealing
import Testing

@testable import Workspaces

@Suite("Export and restore")
struct ExportTests {
  /// A workspace in which everything happened once.
  private func busy() throws -> Bench {
    let bench = try Bench(schools: 9)
    _ = try bench.workspace.add(reviews: [try Fixtures.review(1, ["a": "p4"], note: "☃ \\u2028 \\x7F")])
    _ = try bench.workspace.removeMember("100009", on: Fixtures.today, erasing: true)
    _ = try bench.workspace.add(members: [Fixtures.member(1, name: "Renamed (made up)")])
    _ = try bench.workspace.undo()
    let release = try bench.workspace.preview(
      Fixtures.rubric(), period: Fixtures.period, kind: .own, under: ReleaseTerms(Fixtures.policy()),
      on: Fixtures.today
    ) { (_) throws(Failure) in [0, 255, 10] }
    _ = try bench.workspace.sign(
      release.identity, with: try SigningKey(name: "made.up/key").verifyingKey, for: "here",
      on: Fixtures.today
    ) { (_, place) throws(Failure) in ([1, 2, 3], Digest(ofText: "leaf")) }
    _ = try bench.workspace.withdrawConsent(["100002"], to: .sheet, on: Fixtures.today)
    return bench
  }

  @Test("a restored workspace is equal, and works on")
  func roundTrip() throws {
    let bench = try busy()
    let export = try bench.workspace.export()
    #expect(try bench.workspace.export() == export, "the same content gives the same bytes")
    let restored = try Workspace.restore(export, to: bench.folder.path("restored.waymark"))
    #expect(try restored.export() == export)
    #expect(restored.partnership == bench.workspace.partnership)
    #expect(try restored.releases() == bench.workspace.releases())
    #expect(try restored.reviews() == bench.workspace.reviews())
    #expect(try restored.verify() == bench.workspace.verify())
    #expect(
      bench.folder.names == [
        "restored.waymark", "restored.waymark.ledger", "valley.waymark", "valley.waymark.ledger",
      ])
    _ = try restored.add(members: [Fixtures.member(20)])
    #expect(try restored.verify().problems == [])
  }

  @Test("it says what it is, and that it is not for publication")
  func head() throws {
    let document = try JSONValue(parsing: Bench().workspace.export())
    #expect(document["schema"]?.asString == "waymark.workspace/3")
    #expect(document["notice"]?.asString?.contains("not for publication") == true)
    #expect(document["tables"]?["audit"]?.asArray?.count == 1)
  }

  @Test("restoring never overwrites")
  func taken() throws {
    let bench = try Bench()
    let before = try bench.folder.bytes("valley.waymark")
    let export = try bench.workspace.export()
    try expectFailure(.cannotWrite) { _ = try Workspace.restore(export, to: bench.path) }
    #expect(try bench.folder.bytes("valley.waymark") == before)
  }

  @Test("what is no export, or was changed, is refused and leaves nothing behind")
  func refused() throws {
    let bench = try busy()
    let export = String(decoding: try bench.workspace.export(), as: UTF8.self)
    let changes: [(String, String)] = [
      ("", ""), ("{\n  \"schema\"", "{"), ("waymark.workspace/3", "waymark.workspace/7"),
      ("waymark.workspace/3", "waymark.review/1"), ("waymark.workspace/3", "waymark.workspace/1"),
      ("Made-up School 3", "Made-up School 33"),
      ("\"present\": 1", "\"present\": \"1\""), ("\"present\": 1", "\"present\": 7"),
      ("\"leaf_place\": [", "\"other\": ["),
      ("\"notice\":", "\"more\": 1, \"notice\":"), ("\"revision\": 2", "\"revision\": 2, \"more\": 1"),
      ("Added the member Made-up School 4", "Added the member Made-up School 5"),
      ("\"source\": \"", "\"source\": \"!"),
    ]
    for (old, new) in changes {
      var text = export
      if old.isEmpty {
        text = ""
      } else if let range = text.range(of: old) {
        text.replaceSubrange(range, with: new)
      }
      if text == export { Issue.record("“\(old)” is not in the export") }
      try expectFailure(.badData) { _ = try Workspace.restore(Array(text.utf8), to: bench.folder.path("r")) }
    }
    try expectFailure(.badData) { _ = try Workspace.restore([0, 1, 2, 255], to: bench.folder.path("r")) }
    #expect(bench.folder.names == ["valley.waymark", "valley.waymark.ledger"])
  }
}
