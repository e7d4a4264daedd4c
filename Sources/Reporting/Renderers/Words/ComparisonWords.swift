import Documents
import Frameworks
import Profiles
import Registries

/// A comparison in words, the same on the terminal and on a page.
struct ComparisonWords {
  let answer: ComparisonAnswer

  init(_ answer: ComparisonAnswer) { self.answer = answer }

  /// "Region" or "Partnership".
  var placeTitle: String { answer.by == .region ? "Region" : "Partnership" }
  var places: String { English.plural(English.inSentence(placeTitle)) }
  var isTrend: Bool { answer.periods.count > 1 }

  var title: String { "How \(places) compare: \(answer.framework.title)" }

  /// "2025-26", or "2023-24 to 2025-26".
  var years: String {
    guard let first = answer.periods.first?.description, let last = answer.periods.last?.description else {
      return ""
    }
    return first == last ? first : "\(first) to \(last)"
  }

  var versions: String {
    English.list(answer.framework.versions.map { "\(answer.framework.id)@\($0.version)" })
  }

  var judgements: String { answer.kind == .own ? "self-review judgements" : "peer judgements" }

  /// What stands behind the answer.
  var basis: String {
    "From \(behindAll) in the registry “\(answer.registry)”; "
      + "\(judgements), \(years)."
  }

  /// "6 published sheets and 2 opened pools"
  private var behindAll: String {
    let pools = English.count(answer.pools, "opened pool")
    let sheets = English.count(answer.sheets, "published sheet")
    if answer.pools == 0 { return sheets }
    return answer.sheets == 0 ? pools : "\(sheets) and \(pools)"
  }

  /// A row's place, and whether its pool is meant: "London", "London (pool)".
  static func name(_ row: PlaceRow) -> String {
    if row.place.isSeveral { return "\(row.place.name) (pools)" }
    return row.source == .pool ? "\(row.place.name) (pool)" : row.place.name
  }

  /// "1 Emerging to 4 Sustainable"
  static func scale(_ figure: FigureComparison) -> String {
    func name(_ value: Int) -> String {
      guard let label = figure.points.first(where: { $0.value == value })?.label, label != "\(value)" else {
        return "\(value)"
      }
      return "\(value) \(label)"
    }
    return "\(name(figure.key.lowest)) to \(name(figure.key.highest))"
  }

  static func number(_ value: Double) -> String { ChartNumber.fixed(value, decimals: 2) }

  static func mean(_ row: PlaceRow, _ figure: FigureComparison) -> String { number(figure.shown(row.mean)) }

  static func interval(_ row: PlaceRow, _ figure: FigureComparison) -> String {
    "\(number(figure.shown(row.interval.lowerBound))) to \(number(figure.shown(row.interval.upperBound)))"
  }

  /// Against all the others of the period: "above the others", "no clear difference".
  static func verdict(_ row: PlaceRow) -> String {
    guard let difference = row.fromRest else { return row.place.isSeveral ? "–" : "nothing to compare with" }
    switch difference.verdict {
    case .above: return "above the others"
    case .below: return "below the others"
    case .noClearDifference: return "no clear difference"
    }
  }

  /// Against the place's own figure before: "up", "no clear change". The year is named where it is not the last one.
  func change(_ row: PlaceRow) -> String {
    if let trendBreak = row.trendBreak { return "not comparable (\(trendBreak.label))" }
    guard let change = row.change else { return "–" }
    let words =
      switch change.difference.verdict {
      case .above: "up"
      case .below: "down"
      case .noClearDifference: "no clear change"
      }
    let before = answer.periods.last { $0 < row.period }
    return change.since == before ? words : "\(words) since \(change.since)"
  }

  /// A figure's rows: of each place its sheets' and its pool's, each with its years together; at the end the pools of several
  /// regions together.
  func rows(of figure: FigureComparison) -> [PlaceRow] {
    Self.byPlace(figure.rows, figure.pools) + figure.together
  }

  /// Those that are held against each other in one period, as a chart shows them.
  func rows(of figure: FigureComparison, in period: Period) -> [PlaceRow] {
    rows(of: figure).filter { $0.period == period }
  }

  /// Both lists are in the order of places; a place that has only a pool stands before the next that it precedes.
  private static func byPlace(_ sheets: [PlaceRow], _ pools: [PlaceRow]) -> [PlaceRow] {
    func codes(_ rows: [PlaceRow]) -> [String] {
      rows.reduce(into: []) { if !$0.contains($1.place.code) { $0.append($1.place.code) } }
    }
    var (order, waiting) = ([String](), codes(pools)[...])
    let named = Set(codes(sheets))
    for code in codes(sheets) {
      if let place = waiting.firstIndex(of: code) {
        order += waiting[..<place].filter { !named.contains($0) }
        waiting = waiting[(place + 1)...]
      }
      order.append(code)
    }
    order += waiting.filter { !named.contains($0) }
    return order.flatMap { code in (sheets + pools).filter { $0.place.code == code } }
  }

  /// How many partnerships and subjects stand behind a row.
  func behind(_ row: PlaceRow) -> String {
    let reviewed = "\(row.n) reviewed"
    return answer.by == .region ? "\(English.count(row.partnerships, "partnership")), \(reviewed)" : reviewed
  }

  /// That a line breaks at a row, for its place on a chart; `nil` where it goes on.
  func breakNote(_ row: PlaceRow) -> String? {
    row.trendBreak.map { "break since \($0.since): \($0.label)" }
  }

  // MARK: - What stands out

  /// How the places of the latest period stand against the others, for one figure.
  struct Standing {
    let verdict: Verdict
    let rows: [PlaceRow]

    var title: String {
      switch verdict {
      case .above: "Above the others"
      case .below: "Below the others"
      case .noClearDifference: "No clear difference"
      }
    }
  }

  func standings(_ figure: FigureComparison) -> [Standing] {
    guard let latest = answer.periods.last else { return [] }
    let rows = figure.compared(in: latest)
    return [Verdict.above, .noClearDifference, .below].compactMap { verdict in
      let these = rows.filter { $0.fromRest?.verdict == verdict }
      return these.isEmpty ? nil : Standing(verdict: verdict, rows: these)
    }
  }

  /// "London, by 0.45 (0.28 to 0.63)"; "London (pool), by 0.4 (0.2 to 0.6)"
  static func distance(_ row: PlaceRow) -> String {
    guard let difference = row.fromRest, difference.verdict != .noClearDifference else {
      return name(row)
    }
    let ends = [difference.interval.lowerBound, difference.interval.upperBound].map(abs).sorted()
    // An interval that ends just off 0 must not read as if it held 0.
    let low = ends[0] < 0.005 ? "just above 0" : number(ends[0])
    return "\(name(row)), by \(number(abs(difference.value))) (\(low) to \(number(ends[1])))"
  }

  /// The figures with a clear difference in the latest period, a sentence each.
  var clear: [String] {
    answer.figures.compactMap { figure in
      let parts = standings(figure).filter { $0.verdict != .noClearDifference }.map { standing in
        "\(English.list(standing.rows.map(Self.name))) \(standing.rows.count == 1 ? "is" : "are") "
          + English.inSentence(standing.title)
      }
      return parts.isEmpty ? nil : "\(figure.title): \(parts.joined(separator: "; "))."
    }
  }

  /// How many comparisons of the latest period look clear.
  var clearCount: Int {
    answer.figures.flatMap(standings).filter { $0.verdict != .noClearDifference }.map(\.rows.count).reduce(
      0, +)
  }

  /// How many comparisons were made, and how many would look clear by noise alone.
  var chance: String {
    guard let latest = answer.periods.last else { return "" }
    let made = answer.figures.flatMap { $0.compared(in: latest) }.count { $0.fromRest != nil }
    guard made > 0 else { return "There is nothing to compare with yet." }
    let clear = clearCount
    let expected = Int((Double(made) / 20).rounded())
    let found =
      clear == 0
      ? "Of \(English.count(made, "comparison")), none shows a clear difference."
      : "Of \(English.count(made, "comparison")), \(clear) \(clear == 1 ? "shows" : "show") a clear difference."
    let byNoise = expected == 0 ? "now and then one" : "about \(English.number(expected))"
    return found + " The noise alone would make \(byNoise) look clear."
  }

  /// Each caution that stands somewhere in the answer, under a letter.
  var cautions: [(letter: String, caution: Caution)] {
    let used = Set(answer.figures.flatMap { ($0.rows + $0.pools + $0.together).flatMap(\.cautions) })
    return zip("abcdefghij", Caution.allCases.filter(used.contains)).map { (String($0), $1) }
  }

  /// The letters of a row's cautions: "ac".
  func letters(_ row: PlaceRow) -> String {
    cautions.filter { row.cautions.contains($0.caution) }.map(\.letter).joined()
  }
}
