import Diagnostics
import Documents
import GRDB
import Registries

extension SQLiteRegistryStore {
  /// Sets a registry up in a new or empty folder, at once: whatever goes wrong, no half of it is left.
  ///
  /// - Throws: `refused` where the folder holds something, `cannotWrite` where it cannot be made.
  public static func create(_ folder: String, _ settings: RegistrySettings) throws(Failure)
    -> SQLiteRegistryStore
  {
    try RegistryFolder.make(folder) { neighbour throws(Failure) in
      do {
        let pool = try connect(RegistryFolder.database(in: neighbour))
        try RegistryMigrations.migrator.migrate(pool)
        let store = SQLiteRegistryStore(folder: folder, pool: pool)
        try Registry.setUp(store, settings)
        try close(pool)
      } catch {
        throw SQLiteFailures.failure(error, at: folder)
      }
      try FileWriting.write(
        RegistryFolder.cardBytes(settings.identity), to: RegistryFolder.card(in: neighbour))
    }
    return try open(folder)
  }
}
