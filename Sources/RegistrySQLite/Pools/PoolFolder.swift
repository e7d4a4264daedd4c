import Diagnostics
import Documents
import Foundation
import Profiles
import Registries
import Sealing

/// What a registry's folder holds for pools beside its database: `pool-keys/`, which only its owner may read and no
/// backup has, and `outbox/`, which the other registry reads.
public struct PoolFolder: Sendable {
  /// The registry's folder, as the person named it.
  public let folder: String

  public init(_ folder: String) { self.folder = folder }

  private var keyFolder: String { folder + "/pool-keys" }
  private var keyFile: String { keyFolder + "/pool.keys" }
  /// What the other registry reads.
  public var outbox: String { folder + "/outbox" }

  // MARK: Keys

  /// - Throws: `noInput` where there are none.
  public func keys() throws(Failure) -> PoolKeys {
    guard try FileReading.kind(keyFile) != nil else {
      throw Failure(
        .noInput, "\(folder) has no keys for pools.",
        help: "`waymark pool card` makes them. After a restore, put the old pool-keys folder back instead.")
    }
    let lines = String(decoding: try FileReading.bytes(keyFile, limit: 1 << 16), as: UTF8.self)
      .split(separator: "\n")
    guard lines.count == 2, let signing = try? SigningKey(secretText: lines[0]),
      let box = try? BoxKey(secretText: lines[1])
    else {
      throw Failure(.badData, "\(keyFile) holds no keys for pools.", help: "Put a copy of it back.")
    }
    return PoolKeys(signing: signing, box: box)
  }

  /// The keys, made where there are none and never were.
  ///
  /// - Parameter isNew: whether the registry runs no pool yet.
  /// - Throws: `refused` by the rule “behind” where a registry that runs pools has lost its keys.
  public func keys(makingFor origin: String, isNew: Bool) throws(Failure) -> PoolKeys {
    if try FileReading.kind(keyFile) != nil { return try keys() }
    guard isNew else {
      throw PoolRule.behind.refusal(
        "This registry runs pools, but their keys are not in \(keyFolder).",
        help: "Put the old folder back; backups do not hold it. With new keys its pools could not go on.")
    }
    let made = try PoolKeys(origin: origin)
    if mkdir(keyFolder, 0o700) != 0, errno != EEXIST { throw FileWriting.failure(keyFolder, errno) }
    let neighbour = "\(keyFile).\(UUID().uuidString)"
    try FileWriting.write(
      "\(made.signing.secretText)\n\(made.box.secretText)\n".utf8, to: neighbour, mode: 0o600)
    defer { unlink(neighbour) }
    // A link never takes the place of what another program made meanwhile.
    guard link(neighbour, keyFile) == 0 || errno == EEXIST else { throw FileWriting.failure(keyFile, errno) }
    return try keys()
  }

  // MARK: Outboxes

  /// Where a pool's messages lie in an outbox.
  public static func place(of pool: RunningPool, in outbox: String) -> String {
    "\(outbox)/\(pool.id.hex.prefix(32))"
  }

  /// Writes the registry's own messages into its outbox, each whole or not at all; what lies there already is left.
  ///
  /// - Throws: `refused` by the rule “behind” where something lies there that the registry does not remember.
  public func sync(_ aggregator: PoolAggregator, _ pool: RunningPool) throws(Failure) {
    let place = Self.place(of: pool, in: outbox)
    let own = try aggregator.outbox(of: pool)
    let expected = Dictionary(own.map { ($0.fileName, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    var lying: Set<String> = []
    for (name, bytes) in try Self.notes(in: place) {
      if expected[name] == bytes { lying.insert(name) } else { try aggregator.checkOwn(bytes, of: pool) }
    }
    if own.isEmpty { return }
    try FileWriting.makeFolder(place)
    for message in own where !lying.contains(message.fileName) {
      try FileWriting.write(message.bytes, to: "\(place)/\(message.fileName)")
    }
  }

  /// The other registry's messages of a pool, as far as they are not known yet.
  ///
  /// - Throws: `noInput` where the outbox cannot be read. An outbox without a word on this pool is empty.
  public static func messages(
    of pool: RunningPool, in outbox: String, knowing known: Set<Digest>
  ) throws(Failure) -> [[UInt8]] {
    guard try FileReading.existing(outbox) == .folder else {
      throw Failure(.noInput, "\(outbox) is no folder.", help: "Name the other registry's outbox.")
    }
    return try notes(in: place(of: pool, in: outbox)).map(\.1).filter { !known.contains(Digest(of: $0)) }
  }

  private static func notes(in place: String) throws(Failure) -> [(String, [UInt8])] {
    guard try FileReading.kind(place) == .folder else { return [] }
    var notes: [(String, [UInt8])] = []
    for name in try FolderReading.names(in: place) where name.hasSuffix(".note") {
      notes.append((name, try FileReading.bytes("\(place)/\(name)", limit: PoolNote.byteLimit)))
    }
    return notes
  }
}

extension SQLiteRegistryStore {
  /// Brings everything into the one file, so that nothing erased stays in the one beside it.
  public func settle() throws(Failure) {
    do {
      try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    } catch {
      // Somebody else reads just now; the next program to do this gets it done.
    }
  }
}
