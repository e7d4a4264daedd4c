import Diagnostics
import Foundation
import GRDB
import Registries
import StoreContract
import Testing

@testable import RegistrySQLite

@Suite struct BackupTests {
  private let folder: ScratchFolder
  init() throws { folder = try ScratchFolder() }

  private func filled() throws -> (SQLiteRegistryStore, Registry) {
    let (store, registry) = try folder.registry()
    try StoreContract.publishSheets(["ash": "E12000001", "beech": "E12000003"], registry)
    return (store, registry)
  }

  @Test func aBackupRestoresToTheSame() throws {
    let (store, registry) = try filled()
    #expect(try store.backup(to: folder("copy.backup")) == registry.log())
    #expect(folder.names == ["copy.backup", "registry"])
    let later = try MadeUpPublisher("cedar").admitted(to: registry)
    try later.publish(.sheet, MadeUpSheet("cedar").payload(), at: registry)
    let report = try SQLiteRegistryStore.restore(folder("copy.backup"), to: folder("restored"))
    #expect(report.isSound)
    #expect(report.checked == 3)
    let restored = Registry(try SQLiteRegistryStore.open(folder("restored")))
    #expect(try restored.log().size == 3)
    #expect(try restored.verify().faults == [])
    #expect(try restored.identity() == registry.identity())
    // It goes on where it was, and ends where the first one did.
    try later.admitted(to: restored).publish(.sheet, MadeUpSheet("cedar").payload(), at: restored)
    #expect(try restored.log() == registry.log())
    #expect(try StoreContents(restored.store) == StoreContents(registry.store))
    #expect(folder.names == ["copy.backup", "registry", "restored"])
  }

  @Test func nothingIsOverwritten() throws {
    let (store, _) = try filled()
    _ = try store.backup(to: folder("copy.backup"))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder("copy.backup")))
    let again = #expect(throws: Failure.self) { try store.backup(to: folder("copy.backup")) }
    #expect(again?.status == .refused)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder("copy.backup"))) == bytes)
    let failure = #expect(throws: Failure.self) {
      try SQLiteRegistryStore.restore(folder("copy.backup"), to: folder("registry"))
    }
    #expect(failure?.status == .refused)
  }

  @Test func aBackupThatCannotBeWrittenLeavesNothing() throws {
    let (store, _) = try filled()
    let failure = #expect(throws: Failure.self) { try store.backup(to: folder("none/copy.backup")) }
    #expect(failure?.status == .cannotWrite)
    #expect(folder.names == ["registry"])
  }

  @Test func whatIsNoBackupIsNotRestored() throws {
    let missing = #expect(throws: Failure.self) {
      try SQLiteRegistryStore.restore(folder("none"), to: folder("restored"))
    }
    #expect(missing?.status == .noInput)
    try Data("text".utf8).write(to: URL(fileURLWithPath: folder("text")))
    let text = #expect(throws: Failure.self) {
      try SQLiteRegistryStore.restore(folder("text"), to: folder("restored"))
    }
    #expect(text?.status == .badData)
    #expect(folder.names == ["text"])
  }

  @Test func aBackupThatDoesNotVerifyIsNotRestored() throws {
    let (store, _) = try filled()
    _ = try store.backup(to: folder("copy.backup"))
    let queue = try DatabaseQueue(path: folder("copy.backup"))
    try queue.write { try $0.execute(sql: "UPDATE figure SET sum = sum + 1") }
    try queue.close()
    let failure = #expect(throws: Failure.self) {
      try SQLiteRegistryStore.restore(folder("copy.backup"), to: folder("restored"))
    }
    #expect(failure?.status == .badData)
    #expect(failure?.message.contains("is not what its payload says") == true)
    #expect(folder.names == ["copy.backup", "registry"])
    // Cut off in the middle.
    let whole = try Data(contentsOf: URL(fileURLWithPath: folder("copy.backup")))
    try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: folder("half.backup")))
    #expect(throws: Failure.self) {
      try SQLiteRegistryStore.restore(folder("half.backup"), to: folder("restored"))
    }
    #expect(folder.names == ["copy.backup", "half.backup", "registry"])
  }
}
