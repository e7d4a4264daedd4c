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
    let isDrawn = SheetDisplay(figures[0]) != nil
    let frames = isDrawn ? chart.parts.map { #"<div class="chart-frame">"# + $0.svg + "</div>" } : []
    return .init(
      caption: PageText(caption), isDrawn: isDrawn, chart: PageMarkup(frames.joined()),
      table: PageMarkup(
        figures[0].noisy == nil
          ? Self.table(words.plainTable(figures), id: id + "-table", caption: caption) : noisyTable))
  }

  private var caption: String { words.caption(figures) }

  private var chart: IntervalChart {
    let named = words.scale(figures[0])?.scale.points ?? []
    let points = named.compactMap { point in point.value.map { ChartScale.Point(Double($0), point.label) } }
    let ends = [figures[0].points.lowerBound, figures[0].points.upperBound].map {
      ChartScale.Point(Double($0))
    }
    return IntervalChart(
      caption: .init(id: id + "-chart", title: caption), scale: ChartScale(points.isEmpty ? ends : points),
      rows: figures.compactMap { figure in
        SheetDisplay(figure).map { display in
          .init(
            figure.title, value: display.mean, low: display.interval.lowerBound,
            high: display.interval.upperBound,
            note: words.behind(figure))
        }
      },
      rowTitle: words.unitTitle)
  }

  private var noisyTable: AccessibleTable {
    AccessibleTable(
      id: id + "-table", caption: caption, rowTitle: words.unitTitle,
      columns: [
        .init("n", isNumeric: true), .init("Mean", isNumeric: true), .init("Where that is"),
        .init("Standard error", isNumeric: true), .init("95 % interval"),
      ],
      rows: figures.compactMap { figure in
        figure.noisy.map { noisy in
          .init(
            figure.title,
            [
              .figure("\(figure.n)"), .figure(words.mean(figure)), .text(words.place(figure)),
              .figure(SheetWords.number(noisy.standardError)), .figure(words.interval(figure)),
            ])
        }
      })
  }

  /// How much noise each figure carries; nothing where none does.
  static func noise(_ words: SheetWords) -> String {
    if words.noisy.isEmpty { return "" }
    return AccessibleTable(
      id: "noise-table", caption: "How large the noise is in at least 95 of 100 draws, either way at most",
      rowTitle: words.unitTitle, columns: SheetWords.noiseTitles.map { .init($0, isNumeric: true) },
      rows: words.noisy.map { figure, noisy in
        .init(figure.title, words.noise(figure, noisy).map { .figure($0) })
      }
    ).html
  }

  /// Every figure as the published bytes have it.
  static func exact(_ words: SheetWords) -> String {
    let tables = words.exactTables
    return tables.enumerated().map { index, table in
      let hasScale = table.titles.contains { $0.title == "Scale" }
      return Self.table(
        table, id: index == 0 ? "exact-table" : "exact-table-\(index + 1)",
        caption: "Every figure exactly as the sheet says it"
          + (hasScale ? "; “scale” is that of the noise" : "")
      ).html
    }.joined()
  }

  private static func table(_ table: SheetTable, id: String, caption: String) -> AccessibleTable {
    AccessibleTable(
      id: id, caption: caption, rowTitle: table.titles[0].title,
      columns: table.titles.dropFirst().map { .init($0.title, isNumeric: $0.isNumeric) },
      rows: table.rows.map { row in
        .init(
          row[0],
          zip(table.titles, row).dropFirst().map { $0.isNumeric ? .figure($1) : .text($1) })
      })
  }
}
