import Diagnostics
import Registries
import Sealing
import StoreContract
import Testing

@Suite struct AdmissionTests {
  private let store = MemoryStore()

  @Test func admittingTwiceIsOnce() throws {
    let registry = try RegistryFixture.registry(store)
    let key = try MadeUpPublisher("apple").key.verifyingKey
    #expect(try registry.admit("apple", key))
    #expect(try !registry.admit("apple", key))
    #expect(try registry.publishers() == [AdmittedPublisher(name: "apple", key: key)])
  }

  @Test func aNameHasOneKeyAndAKeyNameOneHolder() throws {
    let registry = try RegistryFixture.registry(store)
    let apple = try MadeUpPublisher("apple").admitted(to: registry)
    for (name, key) in [("apple", try MadeUpPublisher("pear").key), ("pear", apple.key)] {
      let failure = #expect(throws: Failure.self) { try registry.admit(name, key.verifyingKey) }
      #expect(failure?.status == .refused)
    }
    let sameName = try MadeUpPublisher("apple", seed: 3).key.verifyingKey
    #expect(throws: Failure.self) { try registry.admit("plum", sameName) }
  }

  @Test(arguments: ["", "Apple", "a b", "a--b", "-a", "a/b", "äpfel"])
  func aNameIsASlug(_ name: String) throws {
    let registry = try RegistryFixture.registry(store)
    let failure = #expect(throws: Failure.self) {
      try registry.admit(name, try MadeUpPublisher("apple").key.verifyingKey)
    }
    #expect(failure?.status == .usage)
  }

  @Test(arguments: ["", "a b", "a+b", "é", "a\u{7}", String(repeating: "a", count: 201)])
  func anOriginIsAWord(_ origin: String) throws {
    let failure = #expect(throws: Failure.self) {
      try RegistrySettings(
        RegistryIdentity(origin: origin, title: "x", created: RegistryFixture.issued),
        least: try RegistryFixture.policyFile(), regions: try RegistryFixture.file("Registry/regions.yaml"))
    }
    #expect(failure?.status == .usage)
  }

  @Test func brokenSettingsAreNamed() throws {
    let identity = RegistryIdentity(origin: "a.example", title: "x", created: RegistryFixture.issued)
    let failure = #expect(throws: Failure.self) {
      try RegistrySettings(
        identity, least: try RegistryFixture.file("Registry/regions.yaml"),
        regions: try RegistryFixture.file("Registry/regions.yaml"))
    }
    #expect(failure?.status == .badData)
    #expect(failure?.diagnostics.hasErrors == true)
  }
}
