import Diagnostics
import Registries
import Sealing
import StoreContract
import Testing

/// A publisher's leaves come in order, each once.
@Suite struct SequenceTests {
  private let store = MemoryStore()

  private func framework(_ version: String) -> [UInt8] {
    var framework = MadeUpFramework()
    framework.version = version
    return framework.yaml
  }

  private func refused(
    _ registry: Registry, _ publication: Publication, _ reason: String
  ) throws {
    let before = try StoreContents(store)
    let failure = #expect(throws: Failure.self) { try registry.publish(publication) }
    #expect(failure?.status == .refused)
    #expect(failure?.message.contains(reason) == true, "\(failure?.message ?? "")")
    #expect(failure?.help.isEmpty == false)
    #expect(try StoreContents(store) == before)
  }

  private func make(
    _ publisher: MadeUpPublisher, _ sequence: UInt64, _ previous: Digest?,
    origin: String = RegistryFixture.origin,
    audience: String = "public", version: String = "9.0.0"
  ) throws -> Publication {
    try PublicationMaker.make(
      kind: .framework, audience: audience, publisher: publisher.key, origin: origin, sequence: sequence,
      previous: previous, issued: RegistryFixture.issued, payload: framework(version))
  }

  @Test func theFirstIsNumberOneAndFollowsNothing() throws {
    let registry = try RegistryFixture.registry(store)
    let apple = try MadeUpPublisher("apple").admitted(to: registry)
    #expect(
      try registry.position(ofKey: apple.key.name)
        == PublisherPosition(origin: RegistryFixture.origin, next: 1, previous: nil))
    try refused(registry, make(apple, 0, nil), "number 0")
    try refused(registry, make(apple, 2, nil), "number 1 has not arrived")
    try refused(registry, make(apple, 1, Digest(ofText: "x")), "names another before it")
    #expect(try registry.publish(make(apple, 1, nil)).isNew)
  }

  @Test func repeatedOlderAndSkippedNumbersAreRefused() throws {
    let registry = try RegistryFixture.registry(store)
    let apple = try MadeUpPublisher("apple").admitted(to: registry)
    var last: Receipt?
    for version in ["1.0.0", "1.1.0", "1.2.0"] {
      last = try apple.publish(.framework, framework(version), at: registry)
    }
    let previous = try #require(last).publication
    try refused(registry, make(apple, 3, previous), "Number 3 was published before, with other content")
    try refused(registry, make(apple, 2, previous), "older than the publisher's last, 3")
    try refused(registry, make(apple, 1, nil), "older")
    try refused(registry, make(apple, 5, previous), "number 4 has not arrived")
    try refused(registry, make(apple, .max, previous), "number 4 has not arrived")
    try refused(registry, make(apple, 4, nil), "names another before it")
    try refused(registry, make(apple, 4, Digest(ofText: "x")), "names another before it")
    #expect(try registry.publish(make(apple, 4, previous)).index == 3)
  }

  @Test func strangersAndOtherRegistriesAreRefused() throws {
    let registry = try RegistryFixture.registry(store)
    let apple = try MadeUpPublisher("apple").admitted(to: registry)
    try refused(registry, make(MadeUpPublisher("pear"), 1, nil), "not admitted")
    try refused(registry, make(MadeUpPublisher("apple", seed: 4), 1, nil), "not signed with the key")
    try refused(
      registry, make(apple, 1, nil, origin: "other.example"), "signed for the registry “other.example”")
    try refused(registry, make(apple, 1, nil, audience: "members"), "meant for “members”")
  }

  @Test func changedBytesAreRefused() throws {
    let registry = try RegistryFixture.registry(store)
    let apple = try MadeUpPublisher("apple").admitted(to: registry)
    let good = try make(apple, 1, nil)
    try refused(
      registry, Publication(note: good.note, salt: good.salt, payload: framework("9.0.1")),
      "not the one that was signed")
    let leaf = try good.claimedLeaf()
    let forged = try Leaf(
      kind: leaf.kind, audience: leaf.audience, publisher: leaf.publisher, origin: leaf.origin, sequence: 1,
      previous: nil, issued: "2026-11-22T10:00:01Z", commitment: leaf.commitment)
    let text = String(decoding: good.note, as: UTF8.self)
    let signature = text.split(separator: "\n", omittingEmptySubsequences: false).suffix(3).joined(
      separator: "\n")
    try refused(
      registry,
      Publication(note: Array((forged.text + signature).utf8), salt: good.salt, payload: good.payload),
      "signature does not hold")
  }
}
