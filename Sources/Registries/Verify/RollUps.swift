import Profiles

/// All roll-ups, worked out from the sheets in the order of the log, so that even the last bit has to agree.
struct RollUps {
  struct TotalKey: Hashable {
    let scope: ReleaseScope
    let key: FigureKey
    let region: String
  }

  struct BasisKey: Hashable {
    let scope: ReleaseScope
    let basis: SheetBasis
  }

  private(set) var totals: [TotalKey: Estimate] = [:]
  private(set) var bases: [BasisKey: BasisCount] = [:]

  mutating func add(_ sheet: HeldSheet, _ figures: [FigureRow], leftOut: Int) {
    let count = BasisCount(scope: sheet.scope, basis: sheet.basis, sheets: 0)
    bases[BasisKey(scope: sheet.scope, basis: sheet.basis), default: count]
      .add(compared: figures.count, leftOut: leftOut)
    for figure in figures {
      let key = TotalKey(scope: figure.scope, key: figure.key, region: figure.region)
      totals[key] = (totals[key] ?? .empty) + figure.estimate
    }
  }

  /// What a store keeps otherwise.
  func faults(against store: any RegistryReading) throws -> [String] {
    var faults: [String] = []
    for count in try store.bases(framework: nil)
    where bases[BasisKey(scope: count.scope, basis: count.basis)] != count {
      faults.append("The count of sheets for \(Self.name(count.scope)) is not what the sheets say.")
    }
    for scope in Set(bases.keys.map(\.scope)) {
      for total in try store.regionTotals(in: scope)
      where totals[TotalKey(scope: scope, key: total.key, region: total.region)] != total.estimate {
        faults.append(
          "The sum kept for “\(total.key.id)” in \(total.region), \(Self.name(scope)), is not what the "
            + "sheets add up to."
        )
      }
    }
    return faults.sorted()
  }

  private static func name(_ scope: ReleaseScope) -> String {
    "“\(scope.framework)” \(scope.major), \(scope.period), \(scope.kind.rawValue)"
  }
}
