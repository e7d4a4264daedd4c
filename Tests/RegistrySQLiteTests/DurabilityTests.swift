import Diagnostics
import Foundation
import GRDB
import Registries
import StoreContract
import Testing

@testable import RegistrySQLite

/// What the file has to do beyond keeping rows.
@Suite struct DurabilityTests {
  private let folder: ScratchFolder
  init() throws { folder = try ScratchFolder() }

  @Test func everyWriteLastsAndErasedBytesGo() throws {
    _ = try folder.registry()
    let store = try SQLiteRegistryStore.open(folder("registry"))
    // In a plain read, a transaction, and after one: a pool resets this when it prepares its connection.
    for _ in 0..<2 {
      let settings = try store.pool.writeWithoutTransaction { database in
        try ["synchronous", "secure_delete", "foreign_keys"].map {
          try Int.fetchOne(database, sql: "PRAGMA \($0)")
        }
      }
      #expect(settings == [2, 1, 1])
      try store.write { _ in }
    }
    try store.pool.write { database throws in
      #expect(try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2)
      #expect(try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal")
      #expect(try Int32.fetchOne(database, sql: "PRAGMA application_id") == RegistryMigrations.applicationID)
    }
  }

  @Test func aSecondConnectionSeesWhatWasPublished() throws {
    let (_, registry) = try folder.registry()
    let other = Registry(try SQLiteRegistryStore.open(folder("registry")))
    try StoreContract.publishSheets(["ash": "E12000001"], registry)
    #expect(try other.log() == registry.log())
    let beech = try MadeUpPublisher("beech").admitted(to: other)
    #expect(try beech.publish(.sheet, MadeUpSheet("beech").payload(), at: other).index == 2)
    #expect(try registry.log().size == 3)
    #expect(try registry.verify().isSound)
  }

  @Test func aBusyFileIsSaidToBe() throws {
    let (store, _) = try folder.registry()
    var configuration = Configuration()
    configuration.busyMode = .immediateError
    let pool = try DatabasePool(path: folder("registry/registry.sqlite"), configuration: configuration)
    let impatient = SQLiteRegistryStore(folder: folder("registry"), pool: pool)
    try store.pool.write { _ in
      let failure = #expect(throws: Failure.self) { try impatient.write { _ in } }
      #expect(failure?.status == .unavailable)
      #expect(failure?.message.contains("Another program is writing") == true)
    }
  }

  /// A limit on pages stands in for a full disk.
  @Test func aFullDiskLeavesTheRegistryAsItWas() throws {
    let (store, registry) = try folder.registry()
    try StoreContract.publishSheets(["ash": "E12000001"], registry)
    let before = try StoreContents(store)
    let pages = try store.pool.writeWithoutTransaction { database in
      try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
    }
    try store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(pages)") }
    var framework = MadeUpFramework()
    (framework.id, framework.criteria) = ("large-made-up", (0..<2_000).map { "criterion-\($0)" })
    framework.sections = [("all", framework.criteria)]
    let failure = #expect(throws: Failure.self) {
      try MadeUpPublisher("authors").publish(.framework, framework.yaml, at: registry)
    }
    #expect(failure?.status == .cannotWrite)
    #expect(failure?.message.contains("disk is full") == true)
    #expect(try StoreContents(store) == before)
    #expect(try registry.verify().isSound)
  }
}
