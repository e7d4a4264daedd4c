import Profiles
import Testing

@testable import Registries
@testable import Reporting

@Suite("The report of a comparison")
struct ComparisonTests {
  static let answers: [(String, ComparisonAnswer)] = [
    ("regions", MadeUpComparison.emtss()), ("partnerships", MadeUpComparison.emtss(by: .partnership)),
    ("trend", MadeUpComparison.emtss(years: 2023...2025, isMoving: true)),
  ]

  @Test("is what was last looked at", arguments: answers)
  func snapshots(_ name: String, _ answer: ComparisonAnswer) throws {
    try expectSnapshot(ComparisonText.text(answer), "comparison-\(name).txt")
    try expectSnapshot(
      withoutDrawings(try ComparisonPageHTML.page(answer, own: "E12000004")), "comparison-\(name).html")
  }

  @Test("as text is at most 100 columns wide, but for the citation", arguments: answers)
  func width(_ name: String, _ answer: ComparisonAnswer) {
    let lines = ComparisonText.text(answer).split(separator: "\n")
    for line in lines.dropLast() { #expect(line.count <= 100, "\(line)") }
    #expect(lines.last == "Cite as: \(answer.citation)")
  }

  @Test("says of every row whether it differs, and how many differ by chance")
  func words() throws {
    let answer = MadeUpComparison.emtss()
    let words = ComparisonWords(answer)
    for figure in answer.figures {
      #expect(words.standings(figure).map(\.rows.count).reduce(0, +) == 5)
      for row in figure.rows {
        let verdict = ComparisonWords.verdict(row)
        #expect((verdict == "no clear difference") == (row.fromRest?.interval.contains(0) == true))
      }
    }
    let clear = answer.figures.flatMap(\.rows).count { $0.fromRest?.verdict != .noClearDifference }
    #expect(clear > 1 && clear < 25)
    #expect(
      words.chance
        == "Of 25 comparisons, \(clear) show a clear difference. The noise alone would make about one look clear."
    )
    #expect(try ComparisonPageHTML.page(answer).contains("1 partnership, 9 reviewed"))
  }

  @Test("keeps what noise put outside the scale at its end, with a caution")
  func outside() throws {
    let figure = try #require(MadeUpComparison.emtss().figures.first)
    let row = try #require(figure.rows.first)
    let far = PlaceRow(
      period: row.period, place: row.place,
      estimate: Estimate(partnerships: 1, subjects: 8, weight: 8, sum: 4, variance: 4, reach: 4),
      fromRest: nil,
      change: nil, cautions: [.outsideScale])
    #expect(ComparisonWords.mean(far, figure) == "1.00")
    #expect(ComparisonWords.verdict(far) == "nothing to compare with")
  }

  @Test("sets a region's pool under its sheets, and the pools of several regions at the end")
  func pools() throws {
    var answer = MadeUpComparison.emtss()
    var figure = try #require(answer.figures.first)
    let estimate = Estimate(
      partnerships: 6, subjects: 60, weight: 240, sum: 600, variance: 9_000, reach: nil, step: 4)
    func row(_ place: Place) -> PlaceRow {
      PlaceRow(
        period: answer.periods[0], place: place, estimate: estimate, fromRest: nil, change: nil, cautions: [],
        source: .pool)
    }
    let west = Place(code: "E12000005", name: "West", regionCode: "E12000005", regionName: "West")
    let both = Place(
      code: "E12000004 E12000005", name: "2 regions together", regionCode: "E12000004 E12000005",
      regionName: "")
    figure.pools = [row(figure.rows[3].place), row(west), row(figure.rows[4].place)]
    figure.together = [row(both)]
    answer = answer.replacing([figure])
    answer.pools = 3
    let words = ComparisonWords(answer)
    #expect(
      words.rows(of: figure).map(ComparisonWords.name) == [
        "North East", "North West", "Yorkshire and The Humber", "East Midlands", "East Midlands (pool)",
        "West (pool)",
        "London", "London (pool)", "2 regions together (pools)",
      ])
    #expect(words.basis.hasPrefix("From 9 published sheets and 3 opened pools in the registry"))
    let text = ComparisonText.text(answer)
    #expect(text.contains("West (pool)") && text.contains("2 regions"))
    let page = try ComparisonPageHTML.page(answer)
    #expect(page.contains("West (pool)") && page.contains("2 regions together (pools)"))
    for line in text.split(separator: "\n").dropLast() { #expect(line.count <= 100) }
    let csv = ComparisonCSV.text(answer).split(separator: "\r\n")
    #expect(csv.count == 1 + 9 && csv.count { $0.hasSuffix(",pool") } == 4)
  }

  @Test("where a line breaks there is no change, and the table and the chart say so")
  func breaks() throws {
    var answer = MadeUpComparison.emtss(years: 2023...2025)
    let figure = try #require(answer.figures.first)
    let rows = figure.rows.map { row -> PlaceRow in
      guard row.period == answer.periods.last else { return row }
      var row = row
      row.change = nil
      row.trendBreak = TrendBreak(
        since: answer.periods[1], label: "on another scale", words: "Not comparable: made up.")
      return row
    }
    let broken = FigureComparison(
      key: figure.key, title: figure.title, criteria: figure.criteria, points: figure.points,
      isMoving: figure.isMoving, rows: rows)
    answer = answer.replacing([broken])
    let words = ComparisonWords(answer)
    #expect(rows.contains { words.change($0) == "not comparable (on another scale)" })
    let page = try ComparisonPageHTML.page(answer)
    #expect(page.contains("not comparable (on another scale)"))
    #expect(page.contains("break since"))
  }

  @Test("as CSV has a row a figure, place and period, and every row as many cells")
  func tidy() {
    let answer = MadeUpComparison.emtss(years: 2023...2025)
    let lines = ComparisonCSV.text(answer).split(separator: "\r\n")
    #expect(lines.count == 1 + 5 * 5 * 3)
    #expect(Set(lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }).count == 1)
  }

  @Test(
    "quotes as RFC 4180 says, and no cell can be a formula",
    arguments: [
      ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
      ("two\nlines", "\"two\nlines\""),
      ("-0.25", "-0.25"), ("=1+1", "'=1+1"), ("@x", "'@x"), ("+44", "'+44"), ("-2+3", "'-2+3"), ("-", "'-"),
      ("\t=1", "'\t=1"), ("=a,b", "\"'=a,b\""), ("-nan", "'-nan"), ("-inf", "'-inf"), ("-0x1p3", "'-0x1p3"),
      ("", ""),
    ])
  func cells(_ text: String, _ cell: String) {
    #expect(ComparisonCSV.text(rows: [[text, "next"]]) == cell + ",next\r\n")
  }
}

extension ComparisonAnswer {
  /// The same answer with other figures.
  fileprivate func replacing(_ figures: [FigureComparison]) -> ComparisonAnswer {
    ComparisonAnswer(
      framework: framework, kind: kind, by: by, periods: periods, figures: figures, policies: policies,
      sheets: sheets, registry: registry, log: log)
  }
}
