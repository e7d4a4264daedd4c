import Registries
import Sealing

/// All that a store holds, to see that nothing changed.
public struct StoreContents: Equatable {
  public let frontier: MerkleFrontier
  public let counts: RowCounts
  public let publishers: [AdmittedPublisher]
  public let entries: [LogEntry]
  public let publications: [HeldPublication]
  public let frameworks: [HeldFramework]
  public let bases: Set<String>
  public let figures: [FigureRow]
  public let totals: [RegionTotal]

  public init(_ store: any RegistryStore) throws {
    self = try store.read { store in
      let entries = try store.entries(from: 0, limit: .max)
      let bases = try store.bases(framework: nil)
      let scopes = Set(bases.map(\.scope)).sorted { "\($0)" < "\($1)" }
      return StoreContents(
        frontier: try store.frontier(), counts: try store.counts(), publishers: try store.publishers(),
        entries: entries, publications: try entries.compactMap { try store.publication(of: $0.index) },
        frameworks: try store.frameworks(id: nil), bases: Set(bases.map { "\($0)" }),
        figures: try scopes.flatMap { try store.figures(in: $0) },
        totals: try scopes.flatMap { try store.regionTotals(in: $0) })
    }
  }

  private init(
    frontier: MerkleFrontier, counts: RowCounts, publishers: [AdmittedPublisher], entries: [LogEntry],
    publications: [HeldPublication], frameworks: [HeldFramework], bases: Set<String>, figures: [FigureRow],
    totals: [RegionTotal]
  ) {
    (self.frontier, self.counts, self.publishers, self.entries) = (frontier, counts, publishers, entries)
    (self.publications, self.frameworks, self.bases) = (publications, frameworks, bases)
    (self.figures, self.totals) = (figures, totals)
  }
}
