import Frameworks
import Profiles

/// What can be worked out of counts that a sheet withholds, in words and a table.
struct HiddenWords {
  let audit: AuditedPage
  private var hidden: [AuditReport.Hidden] { audit.report.hidden }
  private var nouns: String {
    English.plural(FrameworkWords.subject(audit.rubric.framework.framework.subject))
  }

  static let title = "How many there can really be"

  /// How to read the table, and how many counts have no secret left.
  var sentences: [String] {
    let withheld = hidden.flatMap { one in
      one.values.indices.filter { one.shown.isEmpty || one.shown[$0] == nil }.map { one.bounds[$0] }
    }
    let known = withheld.count { $0.count == 1 }
    let said =
      hidden.contains { !$0.shown.isEmpty }
      ? "Each cell has what the sheet says and, in brackets, how many \(nouns) there can really be."
      : "The sheet says no counts. Each cell has how many \(nouns) there can really be."
    let exact =
      known == 0
      ? "Nobody can work out the exact number behind a withheld count in this way."
      : "Everybody can work out the exact number behind \(known) of the \(withheld.count) withheld counts."
    return [
      "No guessing here: every way in which the \(nouns) could spread over the points was tried, and those kept that would "
        + "give this very sheet. \(said)", exact,
    ]
  }

  /// Figures on the same points share a table.
  var tables: [(points: [String], rows: [(title: String, cells: [String])])] {
    var tables: [(values: [Int], points: [String], rows: [(title: String, cells: [String])])] = []
    for one in hidden {
      let row = (title: one.title, cells: one.values.indices.map { cell($0, one) })
      let points = points(one)
      if let place = tables.firstIndex(where: { $0.points == points }) {
        tables[place].rows.append(row)
      } else {
        tables.append((one.values, points, [row]))
      }
    }
    return tables.map { ($0.points, $0.rows) }
  }

  /// "10 (8 to 12)", "withheld (0 to 7)", "withheld (exactly 3)", "0 to 7"
  private func cell(_ place: Int, _ one: AuditReport.Hidden) -> String {
    let bounds = one.bounds[place]
    let range =
      bounds.count == 1 ? "exactly \(bounds.lowerBound)" : "\(bounds.lowerBound) to \(bounds.upperBound)"
    if one.shown.isEmpty { return range }
    return "\(one.shown[place].map(String.init) ?? "withheld") (\(range))"
  }

  /// The points' names where the framework has them: "1 Emerging".
  private func points(_ one: AuditReport.Hidden) -> [String] {
    let columns = audit.rubric.columns(audit.kind)
    let scale = columns.scales.lazy.map { audit.rubric.scales[$0] }.first { $0.values.sorted() == one.values }
    return one.values.map { value in
      scale?.scale.points.first { $0.value == value }.map(FrameworkWords.point) ?? "\(value)"
    }
  }
}
