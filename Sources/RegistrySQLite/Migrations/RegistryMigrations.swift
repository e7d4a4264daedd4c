import GRDB

/// Every step that a registry's file has gone through, in order; one a file. A step that was released never
/// changes.
enum RegistryMigrations {
  /// Marks a SQLite file as a registry's: the letters "WMRG".
  static let applicationID: Int32 = 0x574D_5247

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    CreateLog.register(in: &migrator)
    CreateContents.register(in: &migrator)
    CreateRollUps.register(in: &migrator)
    CountLeftOut.register(in: &migrator)
    return migrator
  }
}
