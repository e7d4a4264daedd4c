import Frameworks
import Profiles
import Rubrics

/// The figures of a sheet that share a scale: their chart and their table.
struct SheetFigures {
  private let words: SheetWords
  private let figures: [SheetFigure]
  private let id: String

  /// - Parameter figures: at least one.
  init(_ words: SheetWords, _ figures: [SheetFigure], number: Int) {
    (self.words, self.figures) = (words, figures)
    id = "figures-\(number)"
  }

  var block: SheetPage.Figures {
    let frames = chart.parts.map { #"<div class="chart-frame">"# + $0.svg + "</div>" }
    return .init(caption: PageText(caption), chart: PageMarkup(frames.joined()), table: PageMarkup(table))
  }

  private var caption: String { "Means with their 95 % intervals, on a scale from \(words.ends(figures[0]))" }

  private var chart: IntervalChart {
    let named = words.scale(figures[0])?.scale.points ?? []
    let points = named.compactMap { point in point.value.map { ChartScale.Point(Double($0), point.label) } }
    let ends = [figures[0].points.lowerBound, figures[0].points.upperBound].map {
      ChartScale.Point(Double($0))
    }
    return IntervalChart(
      caption: .init(id: id + "-chart", title: caption), scale: ChartScale(points.isEmpty ? ends : points),
      rows: figures.map { figure in
        let display = SheetDisplay(figure)
        return .init(
          figure.title, value: display.mean, low: display.interval.lowerBound,
          high: display.interval.upperBound,
          note: words.behind(figure))
      },
      rowTitle: words.unitTitle)
  }

  private var table: AccessibleTable {
    AccessibleTable(
      id: id + "-table", caption: caption, rowTitle: words.unitTitle,
      columns: [
        .init("n", isNumeric: true), .init("Mean", isNumeric: true), .init("Where that is"),
        .init("Standard error", isNumeric: true), .init("95 % interval"),
      ],
      rows: figures.map { figure in
        .init(
          figure.title,
          [
            .figure("\(figure.n)"), .figure(words.mean(figure)), .text(words.place(figure)),
            .figure(SheetWords.number(figure.standardError)), .figure(words.interval(figure)),
          ])
      })
  }

  /// How much noise each figure carries.
  static func noise(_ words: SheetWords) -> AccessibleTable {
    AccessibleTable(
      id: "noise-table", caption: "How large the noise is in at least 95 of 100 draws, either way at most",
      rowTitle: words.unitTitle, columns: SheetWords.noiseTitles.map { .init($0, isNumeric: true) },
      rows: words.sheet.figures.map { .init($0.title, words.noise($0).map { .figure($0) }) })
  }

  /// Every figure as the published bytes have it.
  static func exact(_ words: SheetWords) -> AccessibleTable {
    AccessibleTable(
      id: "exact-table", caption: "Every figure exactly as the sheet says it; “scale” is that of the noise",
      rowTitle: words.exactTitles[0],
      columns: words.exactTitles.dropFirst().map { .init($0, isNumeric: true) },
      rows: words.exactRows.map { .init($0[0], $0.dropFirst().map { .figure($0) }) })
  }
}
