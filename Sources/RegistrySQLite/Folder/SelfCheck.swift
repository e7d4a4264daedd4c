import Diagnostics
import Documents
import Foundation
import GRDB
import Registries

extension SQLiteRegistryStore {
  /// SQLite's own checks of its pages and references, and whether `registry.json` tells the truth.
  public func selfCheck() throws(Failure) -> [String] {
    do {
      var faults = try pool.read { database in
        let pages = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
        let references = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count
        return pages.map { "The file registry.sqlite is damaged: \($0)." }
          + (references == 0 ? [] : ["\(references) rows belong to an entry or publisher that is not there."])
      }
      let expected = RegistryFolder.cardBytes(try read { try $0.identity() })
      let card = try? FileReading.bytes(RegistryFolder.card(in: cardFolder), limit: 1 << 16)
      if card != expected {
        faults.append("The file registry.json is missing, or does not say what the registry says of itself.")
      }
      return faults
    } catch {
      throw SQLiteFailures.failure(error, at: folder)
    }
  }

  private var cardFolder: String { FileWriting.parent(of: pool.path) }
}
