import Profiles

/// Table 3: what sheets are good for.
enum SheetUtilityTable {
  static let families: [Family] = [
    .suppression, .secondary3, .bands20, .thirds, .median, .halves, .sum1, .sum15, .sum2, .histogram1,
    .bandsByMiddles, .thirdsByMiddles,
  ]
  static let sizes = [5, 6, 8, 12, 16, 24, 40]

  private static let columns: [StudyTable.Column] =
    ["rows 8", "rows 12", "rows 24", "cells 8", "cells 12", "cells 24"].map { .init($0, .percent) }
    + sizes.map { .init("RMSE \($0)", .error) }
    + ["6", "8", "12", "24"].map { .init("public \($0)", .share) }
    + ["5", "10", "30"].map { .init("region R=\($0)", .error) }
    + [.init("difference", .error), .init("local", .share)]

  static func make(_ effort: StudyEffort) async -> StudyTable {
    var table = StudyTable(
      "3", "Utility of sheets",
      about:
        "RMSE in points of the mean that a careful reader derives, by cohort size; “public” and “local” are shares "
        + "of comparisons with the region that point the right way; ten partnerships a region and eight schools a "
        + "partnership unless said otherwise. Of bands and halves a reader takes the population's mean judgement within "
        + "each, or its middle. \(2 * effort.regions) regions a cell.",
      columns: columns)
    let jobs = families.flatMap { family in
      sizes.map { (family, $0, 10) } + [(family, 8, 5), (family, 8, 30)]
    }
    let found = await Work.each(jobs) { family, n, partnerships in
      UtilityDraw.sheets(family, .four, n: n, partnerships: partnerships, regions: effort.regions)
    }
    for ((family, n, partnerships), utility) in zip(jobs, found) {
      table.set(family.name, cells(utility, n: n, partnerships: partnerships, family))
    }
    for n in [6, 8, 12, 24] {
      let utility = UtilityDraw.sheets(
        .sum2, .someOfSix, n: n, partnerships: 10, regions: effort.regions / 2)
      table.set(
        "K6 5 sum eps 2", cells(utility, n: n, partnerships: 10, .sum2).filter { $0.key.hasSuffix(" \(n)") })
    }
    return table
  }

  private static func cells(_ utility: Utility, n: Int, partnerships: Int, _ family: Family) -> [String:
    Double]
  {
    var cells: [String: Double] = [:]
    if n == 8 { cells["region R=\(partnerships)"] = utility.region.root }
    guard partnerships == 10 else { return cells }
    cells["RMSE \(n)"] = utility.partnership.root
    if [6, 8, 12, 24].contains(n) { cells["public \(n)"] = utility.inPublic.mean }
    if [8, 12, 24].contains(n) {
      cells["rows \(n)"] = utility.rows.mean.map { 100 * $0 }
      if [Family.suppression.name, Family.secondary3.name].contains(family.name) {
        cells["cells \(n)"] = utility.cells.mean.map { 100 * $0 }
      }
    }
    if n == 8 {
      cells["difference"] = utility.difference.root
      cells["local"] = utility.local.mean
    }
    return cells
  }
}
