import Diagnostics
import Dispatch
import Foundation
import Registries
import Sealing
import Testing

extension StoreContract {
  /// All or nothing, one at a time, and a reader's moment stands still.
  static let transactions: [ContractCase] = [
    ContractCase("a failing write leaves nothing, and its failure comes through") { store throws in
      let registry = try RegistryFixture.registry(store)
      let publisher = try MadeUpPublisher("apple").admitted(to: registry)
      _ = try publishVersion(0, publisher, registry)
      let before = try StoreContents(store)
      let failure = #expect(throws: Failure.self) {
        try store.write { store throws in
          try store.add(AdmittedPublisher(name: "pear", key: try MadeUpPublisher("pear").key.verifyingKey))
          var frontier = try store.frontier()
          let entry = LogEntry(
            index: 1, hash: Digest(ofText: "x"), publisher: publisher.key.name, sequence: 2, note: [1])
          frontier.append(entry.hash)
          try store.append(
            entry, HeldPublication(salt: [], payload: [], subject: "made up"), frontier: frontier)
          #expect(try store.frontier().size == 2)
          #expect(try store.entry(at: 1) == entry)
          #expect(try store.publication(of: 1)?.payload == [])
          throw Failure(.refused, "Changed my mind.", help: "Nothing to do.")
        }
      }
      #expect(failure?.status == .refused)
      #expect(failure?.message == "Changed my mind.")
      #expect(try StoreContents(store) == before)
    },
    ContractCase("a failing read's failure comes through") { store throws in
      try Registry.setUp(store, RegistryFixture.settings())
      let failure = #expect(throws: Failure.self) {
        try store.read { _ in throw Failure(.noInput, "Not there.") }
      }
      #expect(failure?.status == .noInput)
    },
    ContractCase("many publish at once, and each place is taken once") { store throws in
      let registry = try RegistryFixture.registry(store)
      let publishers = try (0..<8).map { try MadeUpPublisher("p\($0)").admitted(to: registry) }
      let publications = try publishers.enumerated().map { index, publisher in
        var framework = MadeUpFramework()
        framework.id = "garden-\(index)"
        return try publisher.next(.framework, framework.yaml, at: registry)
      }
      DispatchQueue.concurrentPerform(iterations: publications.count * 2) { index in
        // Every publication twice, so that some meet themselves.
        #expect(throws: Never.self) { try registry.publish(publications[index / 2]) }
      }
      let contents = try StoreContents(store)
      #expect(contents.entries.map(\.index) == Array(0..<8))
      #expect(Set(contents.entries.map(\.hash)) == Set(publications.map(\.hash)))
      #expect(try registry.verify().isSound)
    },
    ContractCase("a reader sees one moment while others write") { store throws in
      let registry = try RegistryFixture.registry(store)
      let publisher = try MadeUpPublisher("apple").admitted(to: registry)
      _ = try publishVersion(0, publisher, registry)
      let next = try publisher.next(
        .framework,
        {
          var other = MadeUpFramework(); other.version = "1.1.0"; return other.yaml
        }(), at: registry)
      let written = DispatchSemaphore(value: 0)
      try store.read { reading throws in
        #expect(try reading.frontier().size == 1)
        // A thread of its own: the shared ones may all be waiting for other tests.
        Thread.detachNewThread {
          #expect(throws: Never.self) { try registry.publish(next) }
          written.signal()
        }
        // A store may make the writer wait for the reader instead.
        if written.wait(timeout: .now() + .milliseconds(300)) == .success { written.signal() }
        #expect(try reading.frontier().size == 1)
        #expect(try reading.entries(from: 0, limit: 10).count == 1)
      }
      // On a busy machine the writer may still be at it; the store has to outlive it.
      #expect(written.wait(timeout: .now() + .seconds(60)) == .success)
      #expect(try store.read { reading throws in try reading.frontier().size } == 2)
    },
  ]
}
