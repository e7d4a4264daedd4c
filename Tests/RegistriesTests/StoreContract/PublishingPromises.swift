import Diagnostics
import Registries
import Sealing
import Testing

extension StoreContract {
  /// A registry on the store takes up what it should, and what it refuses leaves no trace.
  static let publishing: [ContractCase] = [
    ContractCase("a publication comes back byte for byte, with its place and the root") { store throws in
      let registry = try RegistryFixture.registry(store)
      let publisher = try MadeUpPublisher("apple").admitted(to: registry)
      let publication = try publisher.next(.framework, MadeUpFramework().yaml, at: registry)
      let receipt = try registry.publish(PublicationFile.encode(publication))
      #expect(receipt.isNew)
      #expect(receipt.index == 0)
      #expect(receipt.kind == .framework)
      #expect(receipt.subject == "garden-made-up@1.0.0")
      #expect(receipt.publication == publication.hash)
      #expect(
        receipt.log
          == LogPoint(origin: RegistryFixture.origin, size: 1, root: Merkle.root(of: [publication.hash])))
      let shown = try registry.show("0")
      #expect(shown.publication == publication)
      #expect(shown.publisher == "apple")
      #expect(shown.listed.subject == "garden-made-up@1.0.0")
      #expect(try registry.show(publication.hash.description) == shown)
      #expect(try registry.show(String(publication.hash.hex.prefix(8))) == shown)
      #expect(try registry.list() == [shown.listed])
      #expect(try registry.log() == receipt.log)
    },
    ContractCase("the same publication twice is one") { store throws in
      let registry = try RegistryFixture.registry(store)
      let publisher = try MadeUpPublisher("apple").admitted(to: registry)
      let publication = try publisher.next(.framework, MadeUpFramework().yaml, at: registry)
      let first = try registry.publish(publication)
      _ = try publishVersion(1, publisher, registry)
      let before = try StoreContents(store)
      let second = try registry.publish(publication)
      #expect(!second.isNew)
      #expect(second.index == first.index)
      #expect(second.publication == first.publication)
      #expect(second.log.size == 2)
      #expect(try StoreContents(store) == before)
    },
    ContractCase("a flipped bit anywhere in a file is refused, and nothing is stored") { store throws in
      let registry = try RegistryFixture.registry(store)
      try MadeUpPublisher("authors").admitted(to: registry)
        .publish(.framework, MadeUpFramework().yaml, at: registry)
      let publisher = try MadeUpPublisher("apple").admitted(to: registry)
      let file = try PublicationFile.encode(
        publisher.next(.sheet, MadeUpSheet("apple").payload(), at: registry))
      let before = try StoreContents(store)
      for place in file.indices {
        for bit in place % 16 == 0 ? Array(0..<8) : [place % 8] {
          var changed = file
          changed[place] ^= 1 << UInt8(bit)
          #expect(throws: Failure.self, "bit \(bit) of byte \(place)") { try registry.publish(changed) }
        }
      }
      #expect(try StoreContents(store) == before)
      #expect(try registry.publish(file).isNew)
    },
    ContractCase("a refused sheet leaves no trace, also where it fails late") { store throws in
      let registry = try RegistryFixture.registry(store)
      try publishSheets(["apple": "E12000001"], registry)
      let before = try StoreContents(store)
      var sheet = MadeUpSheet("apple")
      sheet.figures[2].epsilon = "3"
      sheet.period = "2026-27"
      let failure = #expect(throws: Failure.self) {
        try MadeUpPublisher("apple").publish(.sheet, sheet.payload(), at: registry)
      }
      #expect(failure?.status == .refused)
      #expect(try StoreContents(store) == before)
    },
    ContractCase("answers come from sums that fit the sheets") { store throws in
      let registry = try RegistryFixture.registry(store)
      try publishSheets(["apple": "E12000001", "pear": "E12000002", "quince": "E12000002"], registry)
      let byRegion = try registry.compare(ComparisonRequest(framework: "garden-made-up"))
      #expect(byRegion.figures.map(\.key.id) == ["beds", "paths", "pond"])
      #expect(byRegion.figures[0].rows.map(\.place.name) == ["North East", "North West"])
      #expect(byRegion.figures[0].rows.map(\.estimate.sum) == [22, 41])
      #expect(byRegion.log == (try registry.log()))
      let byPartnership = try registry.compare(
        ComparisonRequest(framework: "garden-made-up", by: .partnership))
      #expect(byPartnership.figures[0].rows.map(\.place.code) == ["apple", "pear", "quince"])
      #expect(byPartnership.figures[0].rows.map(\.mean) == [2.2, 2.1, 2.0])
      #expect(try registry.verify().faults == [])
    },
  ]
}
