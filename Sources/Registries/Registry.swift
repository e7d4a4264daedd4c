import Diagnostics
import Documents
import Sealing

/// A node that takes publications up, keeps them in a log, and answers from them.
///
/// It verifies before it stores: whatever is refused leaves no trace. The log's order is the order of
/// `publish`.
public struct Registry: Sendable {
  public let store: any RegistryStore

  public init(_ store: any RegistryStore) { self.store = store }

  /// What the registry calls itself.
  public func identity() throws(Failure) -> RegistryIdentity { try store.read { try $0.identity() } }

  /// The log as it stands.
  public func log() throws(Failure) -> LogPoint { try store.read { try Self.log($0) } }

  /// Sets up an empty store.
  public static func setUp(_ store: some RegistryStore, _ settings: RegistrySettings) throws(Failure) {
    try store.write { try $0.setUp(settings) }
  }

  // MARK: Publishers

  public func publishers() throws(Failure) -> [AdmittedPublisher] { try store.read { try $0.publishers() } }

  /// Lets a key publish. `name` is the slug of the partnership (or other group) that holds the key: sheets
  /// signed with it have to be that partnership's. The key's own name is what leaves call the publisher.
  ///
  /// - Returns: false where exactly this was admitted before.
  /// - Throws: `usage` where the name is no slug; `refused` where name or key stand for somebody else
  ///   already.
  @discardableResult
  public func admit(_ name: String, _ key: VerifyingKey) throws(Failure) -> Bool {
    guard SlugRule.isSlug(name) else {
      throw Failure(
        .usage, "“\(name.prefix(80))” cannot be a publisher's name here.",
        help: "Use the partnership's slug: lower-case letters, digits and single hyphens.")
    }
    let publisher = AdmittedPublisher(name: name, key: key)
    return try store.write { store in
      for held in try store.publishers() {
        if held == publisher { return false }
        if held.name == name {
          throw Failure(
            .refused, "“\(name)” is admitted with another key (\(held.key.text)).",
            help:
              "A publisher has one key here. Admit the new key under another name, or use the one admitted.")
        }
        if held.key.name.utf8.elementsEqual(key.name.utf8) {
          throw Failure(
            .refused, "A key named “\(key.name)” is admitted for “\(held.name)”.",
            help: "Make a key with a name of its own.")
        }
      }
      try store.add(publisher)
      return true
    }
  }

  /// Where a publisher's next leaf goes here. It need not be admitted yet.
  public func position(ofKey keyName: String) throws(Failure) -> PublisherPosition {
    try store.read { store in
      let last = try store.lastEntry(ofPublisher: keyName)
      return PublisherPosition(
        origin: try store.identity().origin, next: (last?.sequence ?? 0) + 1, previous: last?.hash)
    }
  }

  // MARK: Publishing

  /// Takes a publication up, as the file that ``PublicationFile`` writes.
  ///
  /// - Throws: `badData` where the file or its payload is not what it should be, with a framework's
  ///   diagnostics; `refused` where a rule forbids it. Nothing is stored then.
  public func publish(_ file: [UInt8]) throws(Failure) -> Receipt {
    try publish(PublicationFile.decode(file))
  }

  /// Takes a publication up. The same publication twice is one.
  public func publish(_ publication: Publication) throws(Failure) -> Receipt {
    let claimed = try publication.claimedLeaf()
    let publisher = try store.read { try $0.publisher(keyName: claimed.publisher) }
    guard let publisher else { throw PublicationRules.unknownPublisher(claimed.publisher) }
    let opened = try publication.opened(with: publisher.key)
    let content = try PublicationContent(opened)
    return try store.write { store in
      try PublicationRules.check(opened, origin: store.identity().origin)
      if let held = try store.entry(hash: opened.hash) {
        return Receipt(
          kind: opened.kind, publication: held.hash, index: held.index, log: try Self.log(store),
          isNew: false,
          subject: content.subject)
      }
      try SequenceRules.check(opened, after: try store.lastEntry(ofPublisher: publisher.key.name))
      return try Self.append(opened, content, by: publisher, to: store)
    }
  }

  private static func append(
    _ opened: OpenedPublication, _ content: PublicationContent, by publisher: AdmittedPublisher,
    to store: any RegistryWriting
  ) throws -> Receipt {
    var frontier = try store.frontier()
    let entry = LogEntry(
      index: frontier.size, hash: opened.hash, publisher: publisher.key.name, sequence: opened.leaf.sequence,
      note: opened.publication.note)
    let rows = try content.admitted(by: publisher, at: entry.index, in: store)
    frontier.append(entry.hash)
    try store.append(
      entry,
      HeldPublication(
        salt: opened.publication.salt, payload: opened.payload, subject: content.subject),
      frontier: frontier)
    try rows.add(to: store)
    return Receipt(
      kind: opened.kind, publication: entry.hash, index: entry.index, log: try log(store), isNew: true,
      subject: content.subject)
  }

  static func log(_ store: any RegistryReading) throws -> LogPoint {
    let frontier = try store.frontier()
    return LogPoint(origin: try store.identity().origin, size: frontier.size, root: frontier.root)
  }
}
