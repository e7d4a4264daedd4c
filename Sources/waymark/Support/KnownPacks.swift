import Extensions
import Synchronization

/// The packs that were found, looked for once in a run: every command asks for them several times.
enum KnownPacks {
  private static let known = Mutex<[[String]: [PackFiles]]>([:])

  static func found(in library: PluginLibrary) -> [PackFiles] {
    if let packs = known.withLock({ $0[library.folders] }) { return packs }
    let packs = PackFiles.found(in: library)
    known.withLock { $0[library.folders] = packs }
    return packs
  }
}
