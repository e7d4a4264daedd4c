import Diagnostics
import Foundation
import GRDB
import Registries
import StoreContract
import Testing

@testable import RegistrySQLite

/// Making and opening folders.
@Suite struct FolderTests {
  private let folder: ScratchFolder
  init() throws { folder = try ScratchFolder() }

  @Test func aNewRegistryIsTwoFiles() throws {
    let (store, registry) = try folder.registry()
    try store.close()
    #expect(folder.names == ["registry"])
    let names = try FileManager.default.contentsOfDirectory(atPath: folder("registry")).sorted()
    #expect(names == ["registry.json", "registry.sqlite"])
    let card = try String(contentsOfFile: folder("registry/registry.json"), encoding: .utf8)
    #expect(card.contains("\"origin\": \"registry.example/made-up\""))
    let reopened = Registry(try SQLiteRegistryStore.open(folder("registry")))
    #expect(try reopened.identity() == RegistryFixture.settings().identity)
    #expect(try reopened.verify().faults == [])
    #expect(throws: Failure.self) { try registry.log() }
  }

  @Test func anEmptyFolderMayBeUsed() throws {
    try FileManager.default.createDirectory(atPath: folder("registry"), withIntermediateDirectories: false)
    _ = try SQLiteRegistryStore.create(folder("registry/"), RegistryFixture.settings())
    #expect(folder.names == ["registry"])
  }

  @Test func whatIsThereIsLeftAlone() throws {
    let (_, registry) = try folder.registry()
    let log = try registry.log()
    let again = #expect(throws: Failure.self) {
      try SQLiteRegistryStore.create(folder("registry"), RegistryFixture.settings())
    }
    #expect(again?.status == .refused)
    #expect(try registry.log() == log)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: folder("notes")))
    for place in [folder.path, folder("notes")] {
      let failure = #expect(throws: Failure.self) {
        try SQLiteRegistryStore.create(place, RegistryFixture.settings())
      }
      #expect(failure?.status == .refused)
    }
    #expect(folder.names == ["notes", "registry"])
  }

  @Test func aFolderThatCannotBeMadeLeavesNothing() throws {
    let failure = #expect(throws: Failure.self) {
      try SQLiteRegistryStore.create(folder("none/registry"), RegistryFixture.settings())
    }
    #expect(failure?.status == .cannotWrite)
    #expect(folder.names == [])
  }

  @Test func whatIsNoRegistryIsNotOpened() throws {
    #expect(throws: Failure.self) { try SQLiteRegistryStore.open(folder("missing")) }
    let files: [(String, [UInt8])] = [
      ("empty", []), ("text", Array("just some text\n".utf8)), ("zeros", Array(repeating: 0, count: 8_192)),
      ("truncated", Array("SQLite format 3\0".utf8)),
    ]
    for (name, bytes) in files {
      try FileManager.default.createDirectory(atPath: folder(name), withIntermediateDirectories: false)
      let path = folder(name + "/registry.sqlite")
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      let failure = #expect(throws: Failure.self) { try SQLiteRegistryStore.open(folder(name)) }
      #expect(failure?.status == .badData)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder(name)) == ["registry.sqlite"])
      #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))) == bytes)
    }
    try FileManager.default.createDirectory(
      atPath: folder("nested/registry.sqlite"), withIntermediateDirectories: true)
    #expect(throws: Failure.self) { try SQLiteRegistryStore.open(folder("nested")) }
  }

  @Test func anotherProgramsFileIsLeftAlone() throws {
    try FileManager.default.createDirectory(atPath: folder("other"), withIntermediateDirectories: false)
    let path = folder("other/registry.sqlite")
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE t (x); INSERT INTO t VALUES (1)") }
    try queue.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let failure = #expect(throws: Failure.self) { try SQLiteRegistryStore.open(folder("other")) }
    #expect(failure?.status == .badData)
    #expect(failure?.help.contains("another program's") == true)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test func aNewerRegistryIsNotOpened() throws {
    let (store, _) = try folder.registry()
    try store.pool.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99-later')") }
    try store.close()
    let failure = #expect(throws: Failure.self) { try SQLiteRegistryStore.open(folder("registry")) }
    #expect(failure?.message.contains("newer Waymark") == true)
  }

  @Test func garbageInTheFileNeverCrashes() throws {
    let (store, registry) = try folder.registry()
    try StoreContract.publishSheets(["ash": "E12000001"], registry)
    try store.close()
    let path = folder("registry/registry.sqlite")
    let good = try Data(contentsOf: URL(fileURLWithPath: path))
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<60 {
      var bad = good
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        bad[Int.random(in: 100..<bad.count, using: &generator)] = .random(in: 0...255)
      }
      try bad.write(to: URL(fileURLWithPath: path))
      // Whatever is found, it is found in words.
      do {
        let store = try SQLiteRegistryStore.open(folder("registry"))
        let registry = Registry(store)
        _ = try registry.list()
        _ = try registry.compare(ComparisonRequest(framework: "garden-made-up"))
        _ = try registry.verify()
        try store.close()
      } catch {
        #expect(!error.message.isEmpty)
      }
      for name in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + name) }
    }
  }
}
