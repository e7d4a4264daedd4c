import Documents
import Profiles
import Registries

/// One figure of a comparison: its chart of the latest period and its table of all.
struct ComparisonFigure {
  private let words: ComparisonWords
  private let figure: FigureComparison
  private let id: String
  private let own: String?

  init(_ words: ComparisonWords, _ figure: FigureComparison, number: Int, own: String?) {
    (self.words, self.figure, self.own) = (words, figure, own)
    id = "figure-\(number)"
  }

  var block: ComparisonPage.FigureBlock {
    .init(
      anchor: PageText(id), title: PageText(figure.title), scale: PageText(ComparisonWords.scale(figure)),
      chart: PageMarkup(chart.parts.map(\.svg).joined()),
      standings: words.standings(figure).map { standing in
        .init(
          title: PageText(standing.title),
          places: standing.rows.map { PageText(ComparisonWords.distance($0)) })
      },
      table: PageMarkup(table))
  }

  private var chart: IntervalChart {
    let latest = words.answer.periods.last
    let rows = latest.map { words.rows(of: figure, in: $0) } ?? []
    let points = figure.points.map {
      ChartScale.Point(Double($0.value), $0.label == "\($0.value)" ? nil : $0.label)
    }
    let ends = [figure.key.lowest, figure.key.highest].map { ChartScale.Point(Double($0)) }
    let together = rows.filter { $0.source == .sheets }.map(\.estimate).reduce(.empty, +)
    return IntervalChart(
      caption: .init(id: id + "-chart", title: "\(figure.title), \(latest?.description ?? "")"),
      scale: ChartScale(points.count > 1 ? points : ends),
      rows: rows.map { row in
        .init(
          ComparisonWords.name(row), value: figure.shown(row.mean),
          low: figure.shown(row.interval.lowerBound),
          high: figure.shown(row.interval.upperBound),
          note: [words.behind(row), words.breakNote(row)].compactMap(\.self).joined(separator: "; "),
          isHighlighted: row.place.code == own)
      },
      reference: together.partnerships > 0 ? .init(figure.shown(together.mean), "All together") : nil,
      rowTitle: words.placeTitle)
  }

  private var table: AccessibleTable {
    let byRegion = words.answer.by == .region
    let rows = words.rows(of: figure)
    let hasCautions = rows.contains { !$0.cautions.isEmpty }
    var columns: [AccessibleTable.Column] = words.isTrend ? [.init("Period")] : []
    columns += [byRegion ? .init("Partnerships", isNumeric: true) : .init("Region")]
    columns += [
      .init("Reviewed (n)", isNumeric: true), .init("Mean", isNumeric: true),
      .init("Standard error", isNumeric: true), .init("95 % interval"), .init("Against the others"),
    ]
    if words.isTrend { columns.append(.init("Against the year before")) }
    if hasCautions { columns.append(.init("Caution")) }
    return AccessibleTable(
      id: id + "-table", caption: "\(figure.title): the figures",
      rowTitle: words.placeTitle, columns: columns,
      rows: rows.map { row in
        var cells: [AccessibleTable.Cell] = words.isTrend ? [.figure(row.period.description)] : []
        cells.append(byRegion ? .figure("\(row.partnerships)") : .text(row.place.regionName))
        cells += [
          .figure("\(row.n)"), .figure(ComparisonWords.mean(row, figure)),
          .figure(ComparisonWords.number(row.standardError)), .figure(ComparisonWords.interval(row, figure)),
          .figure(ComparisonWords.verdict(row)),
        ]
        if words.isTrend { cells.append(.figure(words.change(row))) }
        if hasCautions { cells.append(.text(words.letters(row))) }
        return .init(ComparisonWords.name(row), cells)
      })
  }
}
