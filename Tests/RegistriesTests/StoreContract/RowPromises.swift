import Documents
import Foundation
import Registries
import Sealing
import Testing

extension StoreContract {
  /// What is put in comes out again, in the order that is promised.
  static let rows: [ContractCase] = [
    ContractCase("settings come back") { store throws in
      let settings = try RegistryFixture.settings()
      try store.write { try $0.setUp(settings) }
      try store.read { store throws in
        #expect(try store.identity() == settings.identity)
        #expect(try store.policies() == settings.policies)
        #expect(try store.regions() == settings.regions)
        #expect(try store.frontier() == MerkleFrontier())
        #expect(try store.counts() == RowCounts())
        #expect(try store.publishers().isEmpty)
        #expect(try store.entry(at: 0) == nil)
        #expect(try store.lastEntry(ofPublisher: "nobody") == nil)
        #expect(try store.publication(of: 0) == nil)
        #expect(try store.subject(of: 0) == nil)
      }
    },
    ContractCase("publishers come back by name") { store throws in
      let registry = try RegistryFixture.registry(store)
      let admitted = try ["pear", "apple", "quince"].map { try MadeUpPublisher($0).admitted(to: registry) }
      try store.read { store throws in
        #expect(try store.publishers().map(\.name) == ["apple", "pear", "quince"])
        let pear = admitted[0]
        #expect(
          try store.publisher(keyName: pear.key.name)
            == AdmittedPublisher(name: "pear", key: pear.key.verifyingKey))
        #expect(try store.publisher(keyName: "pear") == nil)
      }
    },
    ContractCase("entries come back by place, hash, prefix and publisher") { store throws in
      let registry = try RegistryFixture.registry(store)
      let publisher = try MadeUpPublisher("apple").admitted(to: registry)
      let receipts = try (0..<5).map { try publishVersion($0, publisher, registry) }
      try store.read { store throws in
        let entries = try store.entries(from: 0, limit: 100)
        #expect(entries.map(\.index) == [0, 1, 2, 3, 4])
        #expect(entries.map(\.hash) == receipts.map(\.publication))
        #expect(entries.map(\.sequence) == [1, 2, 3, 4, 5])
        #expect(try store.entries(from: 3, limit: 100) == Array(entries[3...]))
        #expect(try store.entries(from: 1, limit: 2) == Array(entries[1...2]))
        #expect(try store.entries(from: 5, limit: 2).isEmpty)
        for entry in entries {
          #expect(try store.entry(at: entry.index) == entry)
          #expect(try store.entry(hash: entry.hash) == entry)
          for length in [8, 9, 63, 64] {
            #expect(try store.entries(hashPrefix: String(entry.hash.hex.prefix(length))) == [entry])
          }
        }
        #expect(try store.entries(hashPrefix: "").count == 5)
        #expect(try store.lastEntry(ofPublisher: publisher.key.name) == entries.last)
        #expect(try store.frontier().root == Merkle.root(of: entries.map(\.hash)))
      }
    },
    ContractCase("frameworks come back in the order of arrival") { store throws in
      let registry = try RegistryFixture.registry(store)
      let publisher = try MadeUpPublisher("apple").admitted(to: registry)
      for (index, version) in ["1.10.0", "1.9.0", "2.0.0"].enumerated() {
        var framework = MadeUpFramework()
        framework.version = version
        framework.word = "w\(index)"
        try publisher.publish(.framework, framework.yaml, at: registry)
      }
      try store.read { store throws in
        let held = try store.frameworks(id: "garden-made-up")
        #expect(held.map(\.version.description) == ["1.10.0", "1.9.0", "2.0.0"])
        #expect(try store.frameworks(id: nil) == held)
        #expect(try store.frameworks(id: "garden").isEmpty)
        #expect(try store.framework(id: "garden-made-up", version: SemanticVersion(1, 9, 0)) == held[1])
        #expect(try store.framework(id: "garden-made-up", version: SemanticVersion(1, 9, 1)) == nil)
        #expect(held[0].outline.criteria.map(\.title) == ["The beds w0", "The paths w0", "The pond w0"])
      }
    },
    ContractCase("figures and sums come back sorted") { store throws in
      let registry = try RegistryFixture.registry(store)
      try publishSheets(["pear": "E12000002", "apple": "E12000001", "quince": "E12000002"], registry)
      try store.read { store throws in
        let scope = try #require(try store.bases(framework: "garden-made-up").first).scope
        let figures = try store.figures(in: scope)
        #expect(figures.map(\.key.id) == ["beds", "paths", "pond"].flatMap { [$0, $0, $0] })
        #expect(figures.prefix(3).map(\.partnership) == ["apple", "pear", "quince"])
        for figure in figures {
          #expect(try store.figure(in: scope, key: figure.key, partnership: figure.partnership) == figure)
        }
        let totals = try store.regionTotals(in: scope)
        #expect(totals.prefix(2).map(\.region) == ["E12000001", "E12000002"])
        #expect(totals.prefix(2).map(\.estimate.partnerships) == [1, 2])
        #expect(totals[0].estimate == figures[0].estimate)
        for total in totals {
          #expect(try store.regionTotal(in: scope, key: total.key, region: total.region) == total)
        }
        #expect(try store.counts().figures == 9)
        #expect(try store.counts().regionTotals == 6)
        #expect(try store.sheet(of: "pear", in: scope)?.region == "E12000002")
        #expect(try store.sheet(of: "plum", in: scope) == nil)
      }
    },
  ]

  public static func publishVersion(_ number: Int, _ publisher: MadeUpPublisher, _ registry: Registry) throws
    -> Receipt
  {
    var framework = MadeUpFramework()
    framework.version = "1.\(number).0"
    framework.word = "w\(number)"
    return try publisher.publish(.framework, framework.yaml, at: registry)
  }

  /// A framework by its own publisher, and a sheet for each partnership.
  public static func publishSheets(_ regions: [String: String], _ registry: Registry) throws {
    try MadeUpPublisher("authors").admitted(to: registry).publish(
      .framework, MadeUpFramework().yaml, at: registry)
    for (index, (partnership, region)) in regions.sorted(by: { $0.key > $1.key }).enumerated() {
      var sheet = MadeUpSheet(partnership, sum: 20 + index)
      sheet.region = region
      try MadeUpPublisher(partnership).admitted(to: registry).publish(.sheet, sheet.payload(), at: registry)
    }
  }
}
