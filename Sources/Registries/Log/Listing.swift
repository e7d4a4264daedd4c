import Diagnostics
import Sealing

/// An entry as a list shows it.
public struct ListedPublication: Sendable, Equatable {
  public let entry: LogEntry
  /// What the leaf says.
  public let leaf: Leaf
  /// What it is, in a few words; `nil` where the payload was erased.
  public let subject: String?
}

/// Everything that a registry has of one publication.
public struct ShownPublication: Sendable, Equatable {
  public let listed: ListedPublication
  /// The slug that the publisher is admitted under.
  public let publisher: String?
  /// The exact bytes; `nil` where they were erased.
  public let publication: Publication?
  public let log: LogPoint
}

extension Registry {
  /// The entries of the log from an index on, in order.
  public func list(from index: UInt64 = 0, limit: Int = 1_000) throws(Failure) -> [ListedPublication] {
    try store.read { store in
      try store.entries(from: index, limit: limit).map { try Self.listed($0, store) }
    }
  }

  /// One publication, by its index or by its leaf's hash, of which eight digits will do.
  ///
  /// - Throws: `noInput` where there is none.
  public func show(_ reference: String) throws(Failure) -> ShownPublication {
    try store.read { store in
      guard let entry = try Self.find(reference, store) else {
        throw Failure(
          .noInput, "The registry has no publication “\(reference.prefix(100))”.",
          help: "Name its number, or at least eight digits of its hash; `waymark registry list` shows both.")
      }
      let held = try store.publication(of: entry.index)
      return ShownPublication(
        listed: try Self.listed(entry, store), publisher: try store.publisher(keyName: entry.publisher)?.name,
        publication: held.map { Publication(note: entry.note, salt: $0.salt, payload: $0.payload) },
        log: try Self.log(store))
    }
  }

  /// Every framework's version that the registry holds.
  public func frameworks() throws(Failure) -> [HeldFramework] {
    try store.read { try $0.frameworks(id: nil) }
  }

  private static func find(_ reference: String, _ store: any RegistryReading) throws -> LogEntry? {
    if let index = UInt64(reference), reference.utf8.count < 8 { return try store.entry(at: index) }
    let digits = reference.hasPrefix("sha256:") ? String(reference.dropFirst(7)) : reference
    if let hash = Digest(text: "sha256:" + digits) { return try store.entry(hash: hash) }
    guard digits.utf8.count >= 8, digits.allSatisfy(\.isHexDigit) else { return nil }
    let found = try store.entries(hashPrefix: digits.lowercased())
    if found.count > 1 {
      throw Failure(
        .usage, "“\(reference)” stands for \(found.count) publications.", help: "Name more digits.")
    }
    return found.first
  }

  private static func listed(_ entry: LogEntry, _ store: any RegistryReading) throws -> ListedPublication {
    ListedPublication(
      entry: entry, leaf: try entry.leaf(), subject: try store.subject(of: entry.index))
  }
}
