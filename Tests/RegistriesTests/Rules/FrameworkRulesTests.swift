import Diagnostics
import Registries
import StoreContract
import Testing

@Suite struct FrameworkRulesTests {
  private let store = MemoryStore()

  private func refused(
    _ registry: Registry, _ publisher: MadeUpPublisher, _ framework: MadeUpFramework,
    _ reason: String
  ) throws {
    let before = try StoreContents(store)
    let failure = #expect(throws: Failure.self) {
      try publisher.publish(.framework, framework.yaml, at: registry)
    }
    #expect(failure?.status == .refused)
    #expect(failure?.message.contains(reason) == true, "\(failure?.message ?? "")")
    #expect(try StoreContents(store) == before)
  }

  @Test func releasedContentNeverChanges() throws {
    let registry = try RegistryFixture.registry(store)
    let apple = try MadeUpPublisher("apple").admitted(to: registry)
    var framework = MadeUpFramework()
    try apple.publish(.framework, framework.yaml, at: registry)
    framework.word = "today"
    try refused(registry, apple, framework, "published here with other content")
    framework.version = "1.0.1"
    #expect(try apple.publish(.framework, framework.yaml, at: registry).isNew)
  }

  @Test func theSameContentAgainIsRefusedWithTheNews() throws {
    let registry = try RegistryFixture.registry(store)
    let apple = try MadeUpPublisher("apple").admitted(to: registry)
    let framework = MadeUpFramework()
    try apple.publish(.framework, framework.yaml, at: registry)
    let before = try StoreContents(store)
    let failure = #expect(throws: Failure.self) {
      try apple.publish(.framework, framework.yaml + Array("# a comment\n".utf8), at: registry)
    }
    #expect(failure?.message.contains("holds “garden-made-up@1.0.0” already, with the same content") == true)
    #expect(try StoreContents(store) == before)
  }

  @Test func draftsAreRefused() throws {
    let registry = try RegistryFixture.registry(store)
    let apple = try MadeUpPublisher("apple").admitted(to: registry)
    var framework = MadeUpFramework()
    framework.status = "draft"
    try refused(registry, apple, framework, "is a draft")
  }

  @Test func whatDoesNotCheckIsRefusedWithItsMistakes() throws {
    let registry = try RegistryFixture.registry(store)
    let apple = try MadeUpPublisher("apple").admitted(to: registry)
    var framework = MadeUpFramework()
    framework.criteria = ["beds", "beds", "Pond"]
    let before = try StoreContents(store)
    let failure = #expect(throws: Failure.self) {
      try apple.publish(.framework, framework.yaml, at: registry)
    }
    #expect(failure?.status == .badData)
    #expect(failure?.diagnostics.errorCount ?? 0 >= 1)
    #expect(
      failure?.diagnostics.items.allSatisfy { $0.path?.hasPrefix("the published framework:") == true } == true
    )
    #expect(try StoreContents(store) == before)
  }

  @Test func anIDBelongsToItsFirstPublisher() throws {
    let registry = try RegistryFixture.registry(store)
    let apple = try MadeUpPublisher("apple").admitted(to: registry)
    let pear = try MadeUpPublisher("pear").admitted(to: registry)
    var framework = MadeUpFramework()
    try apple.publish(.framework, framework.yaml, at: registry)
    framework.version = "1.1.0"
    framework.word = "today"
    try refused(registry, pear, framework, "was first published here by “schools.example/apple”")
    #expect(try apple.publish(.framework, framework.yaml, at: registry).isNew)
  }

  @Test func theRealFrameworksAreTaken() throws {
    let registry = try RegistryFixture.registry(store)
    let apple = try MadeUpPublisher("apple").admitted(to: registry)
    for path in ["Frameworks/emtss/1.0.0/framework.yaml", "Frameworks/spp/2.0.0/framework.yaml"] {
      let file = try RegistryFixture.file(path)
      #expect(try apple.publish(.framework, file.bytes, at: registry).isNew)
    }
    let held = try registry.frameworks()
    #expect(held.map(\.reference) == ["emtss@1.0.0", "spp@2.0.0"])
    #expect(held.map(\.outline.kind) == ["self", "self"])
    #expect(held[0].outline.criteria.count == 5)
    #expect(held[0].outline.criteria.allSatisfy { $0.lowest == 1 && $0.highest == 4 && $0.points.count == 4 })
    #expect(held[1].outline.sections.count == 4)
    #expect(held[1].outline.sections.allSatisfy { $0.lowest == 0 && $0.highest == 5 && $0.isMoving })
    #expect(held[1].outline.sections.map(\.criteria).reduce(0, +) == 71)
    #expect(try registry.verify().isSound)
  }
}
