import Diagnostics
import Foundation
import GRDB
import Registries
import StoreContract
import Testing

@testable import RegistrySQLite

/// Somebody with a SQLite shell changes a registry's file; verification names it.
@Suite struct TamperingTests {
  @Test(arguments: [
    ("UPDATE publication SET payload = x'00' WHERE entry = 1", "The payload of entry 1 was changed"),
    ("UPDATE publication SET salt = zeroblob(32) WHERE entry = 1", "The payload of entry 1 was changed"),
    ("UPDATE publication SET salt = x'' WHERE entry = 1", "The payload of entry 1 was changed"),
    ("DELETE FROM publication WHERE entry = 2", "The payload of entry 2 is missing"),
    ("UPDATE publication SET subject = 'x' WHERE entry = 0", "Entry 0 is listed as “x”"),
    ("UPDATE entry SET hash = zeroblob(32) WHERE position = 1", "Entry 1 was changed"),
    ("UPDATE entry SET hash = x'00' WHERE position = 1", "cannot be read"),
    (
      "UPDATE entry SET note = substr(note, 2) WHERE position = 1",
      "Entry 1 is not as its publisher signed it"
    ),
    ("UPDATE entry SET sequence = 7 WHERE position = 1", "listed under another publisher or number"),
    ("UPDATE registry SET size = 2, subtrees = zeroblob(32)", "The log's root does not fit"),
    (
      "UPDATE figure SET sum = sum + 1 WHERE figure = 'beds' AND partnership = 'ash'",
      "The figure “beds” kept of"
    ),
    ("UPDATE figure SET region = 'E12000009'", "kept of entry"),
    ("DELETE FROM figure WHERE partnership = 'ash'", "kept of entry"),
    ("UPDATE region_total SET partnerships = 5", "The sum kept for"),
    ("UPDATE basis SET sheets = 9", "The count of sheets"),
    (
      "UPDATE sheet SET subjects = 99 WHERE partnership = 'ash'",
      "a sheet of “ash”, is not what its payload says"
    ),
    ("UPDATE framework SET outline = '{}'", "cannot be"),
    ("UPDATE framework SET digest = zeroblob(32)", "is not what its payload says"),
    (
      "UPDATE policy SET source = CAST(replace(CAST(source AS TEXT), '\"2\"', '\"3\"') AS BLOB)",
      "The policy “default” was changed"
    ),
    ("UPDATE registry SET origin = 'other.example'", "signed for another registry"),
    ("UPDATE registry SET title = 'Another'", "registry.json"),
    ("DELETE FROM publisher WHERE name = 'ash'", "who is not admitted"),
    ("UPDATE publisher SET key = 'x' WHERE name = 'ash'", "cannot be read"),
    (
      "INSERT INTO framework SELECT 'other', version, digest, outline, 99 FROM framework",
      "belong to no publication"
    ),
  ])
  func isFound(_ sql: String, _ fault: String) throws {
    let folder = try ScratchFolder()
    let (store, registry) = try folder.registry()
    try StoreContract.publishSheets(["ash": "E12000001", "beech": "E12000001"], registry)
    #expect(try registry.verify().faults == [])
    try store.close()
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: folder("registry/registry.sqlite"), configuration: configuration)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
    do {
      let report = try Registry(SQLiteRegistryStore.open(folder("registry"))).verify()
      #expect(report.faults.contains { $0.contains(fault) }, "\(report.faults)")
    } catch {
      #expect("\(error)".contains(fault), "\(error)")
    }
  }

  @Test func aMissingOrChangedCardIsFound() throws {
    let folder = try ScratchFolder()
    let (_, registry) = try folder.registry()
    let card = folder("registry/registry.json")
    try Data("{}".utf8).write(to: URL(fileURLWithPath: card))
    #expect(try registry.verify().faults.count == 1)
    try FileManager.default.removeItem(atPath: card)
    #expect(try registry.verify().faults.count == 1)
  }
}
