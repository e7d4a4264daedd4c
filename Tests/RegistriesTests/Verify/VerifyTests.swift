import Diagnostics
import Foundation
import Registries
import Sealing
import StoreContract
import Testing

/// Every kind of change behind a registry's back is found and named.
@Suite struct VerifyTests {
  struct Tampering: Sendable, CustomTestStringConvertible {
    let fault: String
    let change: @Sendable (inout MemoryRows) -> Void
    var testDescription: String { fault }

    init(_ fault: String, _ change: @escaping @Sendable (inout MemoryRows) -> Void) {
      (self.fault, self.change) = (fault, change)
    }
  }

  private static let tamperings: [Tampering] = [
    Tampering("The payload of entry 1 was changed") { rows in
      let held = rows.publications[1]
      rows.publications[1] = HeldPublication(
        salt: held?.salt ?? [], payload: (held?.payload ?? []) + [0x20], subject: held?.subject ?? "")
    },
    Tampering("The payload of entry 2 is missing") { $0.publications[2] = nil },
    Tampering("Entry 1 is listed as “something”") { rows in
      let held = rows.publications[1]
      rows.publications[1] = HeldPublication(
        salt: held?.salt ?? [], payload: held?.payload ?? [], subject: "something")
    },
    Tampering("Entry 1 was changed") { rows in
      let entry = rows.entries[1]
      rows.entries[1] = LogEntry(
        index: 1, hash: Digest(ofText: "x"), publisher: entry.publisher, sequence: 1, note: entry.note)
    },
    Tampering("Entry 1 is not as its publisher signed it") { rows in
      let entry = rows.entries[1]
      let text = String(decoding: entry.note, as: UTF8.self)
        .replacingOccurrences(of: "issued 2026", with: "issued 2025")
      rows.entries[1] = LogEntry(
        index: 1, hash: Merkle.leafHash(Array(text.utf8)), publisher: entry.publisher, sequence: 1,
        note: Array(text.utf8))
    },
    Tampering("The log's root does not fit") { $0.entries.removeLast() },
    Tampering("The log's root does not fit") { $0.frontier = MerkleFrontier() },
    Tampering("the log has a gap") { $0.entries.remove(at: 1) },
    Tampering("who is not admitted") { $0.publishers.removeAll { $0.name == "ash" } },
    Tampering("is not as its publisher signed it") { rows in
      rows.publishers = rows.publishers.map { held in
        guard held.name == "ash", let key = try? MadeUpPublisher("ash", seed: 5).key.verifyingKey else {
          return held
        }
        return AdmittedPublisher(name: "ash", key: key)
      }
    },
    Tampering("The figure “beds” kept of entry 1") { rows in
      let row = rows.figures[0]
      var estimate = row.estimate
      estimate.sum += 1
      rows.figures[0] = FigureRow(
        scope: row.scope, key: row.key, partnership: row.partnership, region: row.region, estimate: estimate)
    },
    Tampering("The sum kept for “beds” in E12000001") { $0.totals[0].estimate.variance *= 1 + 1e-15 },
    Tampering("The count of sheets") { $0.bases[0].sheets += 1 },
    Tampering("a sheet of “beech”, is not what its payload says") { rows in
      let sheet = rows.sheets[0]
      rows.sheets[0] = HeldSheet(
        scope: sheet.scope, partnership: sheet.partnership, region: "E12000009", basis: sheet.basis,
        subjects: sheet.subjects, entry: sheet.entry)
    },
    Tampering("“garden-made-up@1.0.0”, is not what its payload says") { rows in
      let held = rows.frameworks[0]
      rows.frameworks[0] = HeldFramework(
        id: held.id, version: held.version, digest: Digest(ofText: "x"), outline: held.outline,
        entry: held.entry)
    },
    Tampering("rows that belong to no publication") { rows in
      let total = rows.totals[0]
      rows.totals.append(
        RegionTotal(scope: total.scope, key: total.key, region: "E12000009", estimate: total.estimate))
    },
  ]

  private func registry(_ store: MemoryStore) throws -> Registry {
    let registry = try RegistryFixture.registry(store)
    try StoreContract.publishSheets(["ash": "E12000001", "beech": "E12000001"], registry)
    return registry
  }

  @Test(arguments: tamperings) func isFound(_ tampering: Tampering) throws {
    let store = MemoryStore()
    let registry = try registry(store)
    #expect(try registry.verify().isSound)
    store.tamper(tampering.change)
    let report = try registry.verify()
    #expect(report.faults.contains { $0.contains(tampering.fault) }, "\(report.faults)")
    let failure = #expect(throws: Failure.self) { try report.requireSound() }
    #expect(failure?.status == .badData)
    #expect(failure?.message.contains(tampering.fault) == true)
  }

  @Test func aRememberedLogIsHeldAgainstThisOne() throws {
    let store = MemoryStore()
    let registry = try registry(store)
    let early = LogPoint(
      origin: RegistryFixture.origin, size: 1, root: Merkle.root(of: [try registry.list()[0].entry.hash]))
    for good in [early, try registry.log(), LogPoint(origin: early.origin, size: 0, root: Merkle.emptyRoot)] {
      #expect(try registry.verify(remembered: good).isSound)
    }
    for bad in [
      LogPoint(origin: early.origin, size: 1, root: Merkle.emptyRoot),
      LogPoint(origin: early.origin, size: 4, root: early.root),
      LogPoint(origin: "x", size: 1, root: early.root),
    ] {
      #expect(try !registry.verify(remembered: bad).isSound)
    }
  }

  @Test func progressEndsAtTheEnd() throws {
    let registry = try registry(MemoryStore())
    var last: (UInt64, UInt64) = (0, 0)
    _ = try registry.verify { last = ($0, $1) }
    #expect(last == (3, 3))
  }
}
