import ArgumentParser
import Diagnostics
import Documents
import Profiles
import Registries
import RegistrySQLite

/// Which registry runs a pool.
struct PoolRegistryOptions: ParsableArguments {
  @OptionGroup var registry: RegistryOptions

  /// The registry with its keys for pools.
  ///
  /// - Parameter making: whether keys are made where there are none yet.
  func open(making: Bool = false) throws(Failure) -> (
    aggregator: PoolAggregator, folder: PoolFolder, store: SQLiteRegistryStore
  ) {
    let path = try registry.path()
    let store = try SQLiteRegistryStore.open(path)
    let folder = PoolFolder(path)
    let keys: PoolKeys
    if making {
      let (origin, isNew) = try store.readPools { (try $0.identity().origin, try $0.poolTasks().isEmpty) }
      keys = try folder.keys(makingFor: origin, isNew: isNew)
    } else {
      keys = try folder.keys()
    }
    return (PoolAggregator(store, keys: keys), folder, store)
  }
}

/// Reads files of pools.
enum PoolFiles {
  static func bytes(_ path: String) throws(Failure) -> [UInt8] {
    try FileReading.bytes(path, limit: PoolNote.byteLimit)
  }

  /// An opened pool, as a publication's file or as its bare content.
  static func pool(_ path: String) throws(Failure) -> Pool {
    let bytes = try FileReading.bytes(path)
    if let publication = try? PublicationFile.decode(bytes) { return try Pool(payload: publication.payload) }
    return try Pool(payload: bytes)
  }
}
