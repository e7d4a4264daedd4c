import Rubrics

/// How answers spread over the points of one scale: a row a criterion or section.
struct PictureSpread {
  struct Row {
    let name: String
    /// The median, with the answers that it comes from.
    let median: AggregateResult

    var tally: Tally { median.tally }
    /// Nothing was written, or it was not reviewed.
    var open: Int { tally.missing + tally.notReviewed }
  }

  let scale: CompiledScale
  var rows: [Row]

  /// Of the whole framework: its sections where it is long, else its criteria.
  static func overview(_ picture: PartnershipPicture) -> [PictureSpread] {
    guard picture.isLong else {
      return byScale(
        picture.groups.flatMap(\.columns).map { column in
          Row(name: picture.name(column: column), median: picture.score.median(column: column))
        })
    }
    return byScale(
      picture.groups.compactMap { group in
        group.position.map { Row(name: group.title, median: picture.score.median(group: $0)) }
      })
  }

  /// Of some criteria, with the numbers that they have in their section.
  static func criteria(_ numbered: [(number: Int, column: Int)], _ picture: PartnershipPicture)
    -> [PictureSpread]
  {
    byScale(
      numbered.map { number, column in
        Row(name: "\(number). \(picture.name(column: column))", median: picture.score.median(column: column))
      })
  }

  private static func byScale(_ rows: [Row]) -> [PictureSpread] {
    var spreads: [PictureSpread] = []
    for row in rows {
      guard let scale = row.median.scale else { continue }
      if let place = spreads.firstIndex(where: { $0.scale == scale }) {
        spreads[place].rows.append(row)
      } else {
        spreads.append(PictureSpread(scale: scale, rows: [row]))
      }
    }
    return spreads
  }

  // MARK: - As a table

  /// - Parameter isBrief: points by number only.
  func table(id: String, caption: String, rowTitle: String, isBrief: Bool = false) -> AccessibleTable {
    let codes = (0..<scale.scale.points.count).map { UInt8(clamping: $0) }
    let hasOpen = rows.contains { $0.open > 0 }
    let hasNotApplicable = rows.contains { $0.tally.notApplicable > 0 }
    var columns: [AccessibleTable.Column] = scale.isOrdered ? [.init("Median")] : []
    columns += codes.map {
      .init(isBrief ? PictureWords.short($0, scale) : PictureWords.point($0, scale), isNumeric: true)
    }
    columns.append(.init("Answers", isNumeric: true))
    if hasOpen { columns.append(.init("Open", isNumeric: true)) }
    if hasNotApplicable { columns.append(.init("Not applicable", isNumeric: true)) }
    return AccessibleTable(
      id: id, caption: caption, rowTitle: rowTitle, columns: columns,
      rows: rows.map { row in
        var cells: [AccessibleTable.Cell] = []
        if scale.isOrdered {
          let words = PictureWords.median(row.median)
          cells.append(row.median.value == nil ? .missing(words) : .text(words))
        }
        cells += codes.map { .figure("\(row.tally[Int($0)])") }
        cells.append(.figure("\(row.tally.answered)"))
        if hasOpen { cells.append(.figure("\(row.open)")) }
        if hasNotApplicable { cells.append(.figure("\(row.tally.notApplicable)")) }
        return .init(row.name, cells)
      })
  }
}
