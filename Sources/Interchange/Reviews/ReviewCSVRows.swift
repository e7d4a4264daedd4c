import Diagnostics
import Documents
import Reviews

/// Reads the table: a row a criterion.
struct ReviewCSVRows {
  private typealias Column = ReviewCSVLayout.Column

  var judgements: [Keyed<Judgement>] = []
  var values = CellValues()
  private var columns: [Column: Int] = [:]
  /// Columns that were named, those of the author's own included.
  private var named: Set<Int> = []
  private var seen: Set<String> = []

  /// Whether a row names the table's columns: `criterion`, and at least one more of them.
  static func isHeader(_ row: CSVRow) -> Bool {
    let names = row.cells.map { ReviewCSVLayout.normalized($0.text) }
    return names.contains(Column.criterion.rawValue) && names.count { Column(rawValue: $0) != nil } > 1
  }

  mutating func read(header: CSVRow, rows: ArraySlice<CSVRow>) {
    readHeader(header)
    for row in rows { read(row) }
  }

  private mutating func readHeader(_ header: CSVRow) {
    for (index, cell) in header.cells.enumerated() where !cell.text.isEmpty {
      named.insert(index)
      guard let column = Column(rawValue: ReviewCSVLayout.normalized(cell.text)) else {
        if !ReviewCSVLayout.isOwn(cell.text) { reportUnknown(cell) }
        continue
      }
      guard columns[column] == nil else {
        values.bag.report(
          ShapeCodes.duplicateKey, "The column “\(column.rawValue)” stands here a second time.",
          at: cell.range)
        continue
      }
      columns[column] = index
    }
  }

  private mutating func read(_ row: CSVRow) {
    for (index, cell) in row.cells.enumerated() where !cell.text.isEmpty && !named.contains(index) {
      values.bag.report(
        CSVCodes.extraCell, "“\(cell.text.onOneLine)” stands in a column without a name.", at: cell.range)
    }
    func cell(_ column: Column) -> CSVCell? { columns[column].flatMap { row[$0] } }
    let answers = [Column.point, .evidence, .actions, .challenge, .statements].compactMap { cell($0) }
    // A row without an answer is one that the reviewer has not come to yet.
    guard let first = answers.first else { return }
    guard let criterion = cell(.criterion) else {
      values.bag.report(
        ShapeCodes.emptyValue, "This row has an answer, but no criterion.",
        help: "Write the criterion's path in the column “criterion”.", at: first.range)
      return
    }
    var judgement = Judgement()
    judgement.range = criterion.range
    judgement.point = cell(.point).flatMap { values.slug($0.text, in: $0) }
    judgement.evidence = cell(.evidence)?.text
    judgement.actions = cell(.actions).map { CellValues.texts($0) } ?? []
    judgement.challenge = cell(.challenge)?.text
    judgement.statements = cell(.statements).map { values.slugs($0) } ?? []
    guard let path = values.path(criterion) else { return }
    guard seen.insert(path.value).inserted else {
      values.bag.report(
        ShapeCodes.duplicateKey, "“\(path.value.onOneLine)” stands here a second time.", at: criterion.range)
      return
    }
    judgements.append(Keyed(key: path, value: judgement))
  }

  private mutating func reportUnknown(_ cell: CSVCell) {
    let names = Column.allCases.map(\.rawValue)
    let help =
      NearestName.of(ReviewCSVLayout.normalized(cell.text), among: names).map { "Did you mean “\($0)”?" }
      ?? "The columns are: \(names.joined(separator: ", ")). Columns of your own may start with “x-”."
    values.bag.report(
      ShapeCodes.unknownKey, "“\(cell.text.onOneLine)” is no column of a review.", help: help, at: cell.range)
  }
}
