import Documents
import Profiles
import Sealing

/// Makes one figure's rows: every place beside the others of its period, and beside itself a period before.
struct FigureRows {
  let key: FigureKey
  let isMoving: Bool
  /// What the sheets of each period rest on.
  var frameworks: [Set<Digest>]
  /// `nil` where all sheets rest on one content.
  var compared: ComparedVersions?
  let byRegion: Bool
  var source = RegionalFigure.Source.sheets

  /// - Parameter cells: one list a period, in the order of the rows.
  func make(_ periods: [Period], _ cells: [[PlacedEstimate]]) -> [PlaceRow] {
    var rows: [PlaceRow] = []
    var earlier: [String: (index: Int, estimate: Estimate)] = [:]
    for (index, places) in cells.enumerated() {
      let rests = Self.rests(places.map(\.estimate))
      let isMixed = standing(frameworks[index]).isApart
      for (cell, rest) in zip(places, rests) {
        let before = earlier[cell.place.code]
        var row = PlaceRow(
          period: periods[index], place: cell.place, estimate: cell.estimate,
          fromRest: rest.partnerships > 0 && !isMixed ? Difference(cell.estimate, less: rest) : nil,
          change: before.map {
            PlaceRow.Change(
              since: periods[$0.index], difference: Difference(cell.estimate, less: $0.estimate))
          },
          cautions: cautions(index, cell.estimate, before), source: source)
        if let before, case .apart(let refusal) = standing(contents(index, before)) {
          row.change = nil
          row.trendBreak = TrendBreak(
            since: periods[before.index], label: refusal.label, words: refusal.words)
        }
        rows.append(row)
        earlier[cell.place.code] = (index, cell.estimate)
      }
    }
    return rows
  }

  /// The sum of each period's places, where there are several that can be added up.
  func together(_ periods: [Period], _ cells: [[PlacedEstimate]]) -> [PlaceRow] {
    let sums = cells.enumerated().map { index, places -> [PlacedEstimate] in
      let contents = frameworks[index]
      guard places.count > 1, contents.count == 1 || compared?.addsUp(key, among: contents) == true else {
        return []
      }
      let place = Place(
        code: places.map(\.place.code).joined(separator: " "), name: "\(places.count) regions together",
        regionCode: places.map(\.place.regionCode).joined(separator: " "),
        regionName: places.map(\.place.regionName).joined(separator: ", "))
      return [PlacedEstimate(place: place, estimate: places.map(\.estimate).reduce(.empty, +))]
    }
    return make(periods, sums)
  }

  /// For each, all the others together: what stands before it and what stands after it, so that the work
  /// grows with the number of places and nothing is lost by subtracting.
  static func rests(_ estimates: [Estimate]) -> [Estimate] {
    var after = Array(repeating: Estimate.empty, count: estimates.count + 1)
    for index in estimates.indices.reversed() { after[index] = estimates[index] + after[index + 1] }
    var before = Estimate.empty
    return estimates.indices.map { index in
      defer { before = before + estimates[index] }
      return before + after[index + 1]
    }
  }

  private func contents(_ index: Int, _ before: (index: Int, estimate: Estimate)?) -> Set<Digest> {
    frameworks[index].union(before.map { frameworks[$0.index] } ?? [])
  }

  private func standing(_ contents: Set<Digest>) -> ComparedVersions.Standing {
    contents.count > 1 ? compared?.standing(of: key, among: contents) ?? .together([]) : .together([])
  }

  private func cautions(
    _ index: Int, _ estimate: Estimate, _ before: (index: Int, estimate: Estimate)?
  ) -> [Caution] {
    var cautions: [Caution] = []
    if byRegion, estimate.partnerships == 1 { cautions.append(.onePartnership) }
    if estimate.mean < Double(key.lowest) || estimate.mean > Double(key.highest) {
      cautions.append(.outsideScale)
    }
    let contents = contents(index, before)
    if contents.count > 1 { cautions.append(.severalVersions) }
    if standing(frameworks[index]).isApart { cautions.append(.versionsApart) }
    if case .together(let others) = standing(contents),
      !others.isDisjoint(with: [.reworded, .relabelled, .unsaid])
    {
      cautions.append(.otherWords)
    }
    if let before {
      if isMoving { cautions.append(.movingScale) }
      if byRegion, before.estimate.partnerships != estimate.partnerships {
        cautions.append(.otherPartnerships)
      }
    }
    return cautions
  }
}

extension ComparedVersions.Standing {
  fileprivate var isApart: Bool { if case .apart = self { true } else { false } }
}
