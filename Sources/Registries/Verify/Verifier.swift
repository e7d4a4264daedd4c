import Diagnostics
import Sealing

/// Walks a log from its first entry to its last, and works out anew all that a store derived from it.
struct Verifier {
  private let store: any RegistryReading
  private let remembered: LogPoint?
  private let identity: RegistryIdentity
  private let stored: MerkleFrontier
  private let keys: [String: VerifyingKey]
  private var log = MerkleFrontier()
  private var last: [String: LogEntry] = [:]
  private var rollUps = RollUps()
  private var counts = RowCounts()
  private var faults: [String] = []
  private var further = 0

  private static let page = 256
  private static let most = 100

  init(_ store: any RegistryReading, remembered: LogPoint?) throws {
    (self.store, self.remembered) = (store, remembered)
    identity = try store.identity()
    stored = try store.frontier()
    keys = Dictionary(
      try store.publishers().map { ($0.key.name, $0.key) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func report(_ fault: String) {
    if faults.count < Self.most { faults.append(fault) } else { further += 1 }
  }

  func report() -> VerificationReport {
    VerificationReport(
      log: LogPoint(origin: identity.origin, size: stored.size, root: stored.root), checked: log.size,
      faults: faults,
      further: further)
  }

  mutating func run(_ progress: (UInt64, UInt64) -> Void) {
    checkSettings()
    if let remembered, remembered.origin != identity.origin {
      report("The log to compare with is that of “\(remembered.origin)”, not of “\(identity.origin)”.")
    }
    checkRemembered()
    do {
      while true {
        let entries = try store.entries(from: log.size, limit: Self.page)
        if entries.isEmpty { break }
        for entry in entries { check(entry) }
        progress(log.size, max(stored.size, log.size))
      }
      try checkTotals()
    } catch {
      report("The registry's rows cannot be read to their end. \(error)")
    }
  }

  private mutating func checkSettings() {
    do {
      for held in try store.policies() where try held.policy().digest() != held.digest {
        report("The policy “\(held.id)” was changed after the registry was set up.")
      }
      _ = try RegistrySettings.regions(of: .init(path: "the list of regions", bytes: try store.regions()))
    } catch {
      report("The registry's settings are damaged. \(error)")
    }
  }

  // MARK: Entries

  private mutating func check(_ entry: LogEntry) {
    let name = "Entry \(entry.index)"
    if entry.index != log.size { report("\(name) stands where entry \(log.size) should: the log has a gap.") }
    let hash = Merkle.leafHash(entry.note)
    if hash != entry.hash { report("\(name) was changed: its hash is \(hash), not \(entry.hash).") }
    if let leaf = leaf(of: entry, name) {
      checkPlace(entry, leaf, name)
      checkPublication(entry, leaf, name)
    }
    last[entry.publisher] = entry
    counts.entries += 1
    log.append(hash)
    checkRemembered()
  }

  private mutating func leaf(of entry: LogEntry, _ name: String) -> Leaf? {
    guard let key = keys[entry.publisher] else {
      report("\(name) is from “\(entry.publisher)”, who is not admitted.")
      return nil
    }
    do {
      return try SealedLeaf.open(noteBytes: entry.note, keys: [key]).leaf
    } catch {
      report("\(name) is not as its publisher signed it. \(error)")
      return nil
    }
  }

  private mutating func checkPlace(_ entry: LogEntry, _ leaf: Leaf, _ name: String) {
    if !leaf.origin.utf8.elementsEqual(identity.origin.utf8) {
      report("\(name) was signed for another registry, “\(leaf.origin)”.")
    }
    if leaf.publisher != entry.publisher || leaf.sequence != entry.sequence {
      report("\(name) is listed under another publisher or number than its leaf says.")
    }
    let before = last[entry.publisher]
    if leaf.sequence != (before?.sequence ?? 0) + 1 || leaf.previous != before?.hash {
      report(
        "\(name) does not follow the entry before it of “\(entry.publisher)”: one is missing or out of order."
      )
    }
  }

  private mutating func checkPublication(_ entry: LogEntry, _ leaf: Leaf, _ name: String) {
    do {
      guard let held = try store.publication(of: entry.index) else {
        report("The payload of \(name.lowercased()) is missing.")
        return
      }
      counts.publications += 1
      guard leaf.commits(to: held.payload, salt: held.salt) else {
        report("The payload of \(name.lowercased()) was changed: it is not the one that was signed.")
        return
      }
      guard let kind = PublicationKind(rawValue: leaf.kind) else {
        report("\(name) is of a kind that this Waymark does not know, “\(leaf.kind)”.")
        return
      }
      let content = try PublicationContent(kind, payload: held.payload)
      if held.subject != content.subject {
        report("\(name) is listed as “\(held.subject)”, but is “\(content.subject)”.")
      }
      try checkRows(content.rows(entry: entry.index), name)
    } catch {
      report("\(name) cannot be checked. \(error)")
    }
  }

  private mutating func checkRows(_ rows: DerivedRows, _ name: String) throws {
    switch rows {
    case .framework(let framework):
      counts.frameworks += 1
      if try store.framework(id: framework.id, version: framework.version) != framework {
        report(
          "The row kept of \(name.lowercased()), “\(framework.reference)”, is not what its payload says.")
      }
    case .pool(let pool):
      counts.pools += 1
      if try store.pool(in: pool.scope, region: pool.region) != pool {
        report(
          "The row kept of \(name.lowercased()), a pool of \(pool.region), is not what its payload says.")
      }
    case .sheet(let sheet, let figures, let leftOut):
      counts.sheets += 1
      counts.figures += figures.count
      rollUps.add(sheet, figures, leftOut: leftOut)
      if try store.sheet(of: sheet.partnership, in: sheet.scope) != sheet {
        report(
          "The row kept of \(name.lowercased()), a sheet of “\(sheet.partnership)”, is not what its "
            + "payload says."
        )
      }
      for figure in figures
      where try store.figure(in: figure.scope, key: figure.key, partnership: figure.partnership) != figure {
        report("The figure “\(figure.key.id)” kept of \(name.lowercased()) is not what its payload says.")
      }
    }
  }

  // MARK: The whole

  private mutating func checkRemembered() {
    guard let remembered, remembered.size == log.size, remembered.root != log.root else { return }
    report(
      "The log does not begin with the one remembered, of size \(remembered.size): its root is \(log.root).")
  }

  private mutating func checkTotals() throws {
    if log != stored {
      report(
        "The log's root does not fit its entries: \(log.size) entries give \(log.root), but the "
          + "registry says \(stored.root) at size \(stored.size).")
    }
    if let remembered, remembered.size > log.size {
      report(
        "The log has \(log.size) entries, fewer than the \(remembered.size) remembered: some were cut off.")
    }
    for fault in try rollUps.faults(against: store) { report(fault) }
    (counts.regionTotals, counts.bases) = (rollUps.totals.count, rollUps.bases.count)
    if try store.counts() != counts {
      report("The registry holds rows that belong to no publication, or lacks some.")
    }
  }
}
