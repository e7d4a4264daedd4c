import Foundation
import GRDB
import StoreContract
import Testing

@testable import RegistrySQLite

/// The contract that every store passes; each case on a file of its own, set up but for its settings.
@Suite struct SQLiteContractTests {
  @Test(arguments: StoreContract.all) func contract(_ promise: ContractCase) throws {
    let folder = try ScratchFolder()
    let pool = try SQLiteRegistryStore.connect(folder("registry.sqlite"))
    try RegistryMigrations.migrator.migrate(pool)
    let store = SQLiteRegistryStore(folder: folder.path, pool: pool)
    let card = RegistryFolder.cardBytes(try RegistryFixture.settings().identity)
    try Data(card).write(to: URL(fileURLWithPath: folder("registry.json")))
    try promise.run(store)
    try store.close()
  }
}
