import Diagnostics
import Documents
import Frameworks
import Reviews

/// Reads the rows above the table.
struct ReviewCSVHead {
  private typealias Head = ReviewCSVLayout.Head

  var review = Review()
  var values = CellValues()
  private var found: [Head: CSVCell] = [:]

  /// - Parameter rows: those above the table's column names; never empty.
  /// - Returns: whether this is a review at all. If not, the rest is better left unread.
  mutating func read(_ rows: ArraySlice<CSVRow>, of file: FileID) -> Bool {
    let cells = rows.compactMap { row in row[0].map { (key: $0, row: row) } }
    guard
      checkSchema(
        cells.first { ReviewCSVLayout.normalized($0.key.text) == Head.schema.rawValue }?.row, rows, file)
    else { return false }
    for row in rows where row[0] == nil { reportExtra(row.cells.first { !$0.text.isEmpty }) }
    for (key, row) in cells { read(key, row) }
    reportMissing(at: cells.first?.key.range)
    return true
  }

  private mutating func checkSchema(_ row: CSVRow?, _ rows: ArraySlice<CSVRow>, _ file: FileID) -> Bool {
    guard let row, let cell = row[1] else {
      values.bag.report(
        ShapeCodes.schemaMissing, "The table has no row “schema,\(DocumentKind.review.schema)”.",
        help: "The first row of a review is “schema” and, beside it, “\(DocumentKind.review.schema)”.",
        at: row?[0]?.range ?? rows.first?.cells.first?.range ?? SourceRange(file: file, start: 0, end: 0))
      return false
    }
    if cell.text == DocumentKind.review.schema { return true }
    if cell.text.hasPrefix(DocumentKind.review.name + "/") {
      values.bag.report(
        ShapeCodes.schemaVersion,
        "This review is of another format, “\(cell.text.onOneLine)”; this Waymark reads “\(DocumentKind.review.schema)”.",
        at: cell.range)
    } else {
      values.bag.report(
        ShapeCodes.schemaUnknown,
        "This table is “\(cell.text.onOneLine)”, but a review (“\(DocumentKind.review.schema)”) is wanted.",
        at: cell.range)
    }
    return false
  }

  private mutating func read(_ key: CSVCell, _ row: CSVRow) {
    guard let head = Head(rawValue: ReviewCSVLayout.normalized(key.text)) else {
      if !ReviewCSVLayout.isOwn(key.text) { reportUnknown(key) }
      return
    }
    if head == .help { return }
    if !head.mayRepeat, found.updateValue(key, forKey: head) != nil {
      values.bag.report(
        ShapeCodes.duplicateKey, "“\(head.rawValue)” stands here a second time.", at: key.range)
      return
    }
    if head != .team { reportExtra(row.cells.dropFirst(2).first { !$0.text.isEmpty }) }
    if let cell = row[1] { fill(head, cell, row) } else { reportEmpty(head, key) }
  }

  private mutating func fill(_ head: Head, _ cell: CSVCell, _ row: CSVRow) {
    switch head {
    case .schema, .help: break
    case .framework: fillFramework(cell)
    case .digest: review.framework.locatedDigest = values.digest(cell)
    case .kind: if let kind = values.choice(cell, of: "kind", as: ReviewKind.self) { review.kind = kind }
    case .subjectID: if let id = values.subject(cell) { review.subject.id = id }
    case .subjectName: review.subject.name = cell.text
    case .date: review.locatedDate = values.date(cell)
    case .period: review.locatedPeriod = values.period(cell)
    case .status:
      if let status = values.choice(cell, of: "status", as: Review.Status.self) {
        review.locatedStatus = status
      }
    case .team:
      var member = TeamMember()
      member.name = cell.text
      member.role = row[2]?.text
      member.school = row[3].flatMap { values.subject($0) }
      review.team.append(member)
      reportExtra(row.cells.dropFirst(4).first { !$0.text.isEmpty })
    case .note: review.note = cell.text
    }
  }

  private mutating func fillFramework(_ cell: CSVCell) {
    review.framework.range = cell.range
    let parts = cell.text.split(separator: "@", omittingEmptySubsequences: false).map {
      String($0).trimmedAsRead
    }
    guard parts.count == 2 else {
      values.bag.report(
        ShapeCodes.notSemVer, "“\(cell.text.onOneLine)” does not name one version of a framework.",
        help: "Write its id and its version with an @ between, like spp@2.0.0.", at: cell.range)
      return
    }
    if let id = values.slug(parts[0], in: cell) { review.framework.id = id }
    if let version = SemanticVersion(parts[1]) {
      review.framework.version = Located(version, at: cell.range)
    } else {
      values.bag.report(
        ShapeCodes.notSemVer, "“\(parts[1].onOneLine)” is not a version like 1.0.0.", at: cell.range)
    }
  }

  private static let required: [Head] = [.framework, .kind, .subjectID]

  private mutating func reportMissing(at place: SourceRange?) {
    for head in Self.required where found[head] == nil {
      values.bag.report(
        ShapeCodes.missingKey, "This review has no row “\(head.rawValue)”.",
        help: "Above the table, write “\(head.rawValue)” in the first column and its value beside it.",
        at: place)
    }
  }

  private mutating func reportEmpty(_ head: Head, _ key: CSVCell) {
    guard Self.required.contains(head) else { return }
    values.bag.report(
      ShapeCodes.emptyValue, "“\(head.rawValue)” has no value.",
      help: "Write the value in the cell beside it.",
      at: key.range)
  }

  private mutating func reportUnknown(_ key: CSVCell) {
    let names = Head.allCases.map(\.rawValue)
    let help =
      NearestName.of(ReviewCSVLayout.normalized(key.text), among: names).map { "Did you mean “\($0)”?" }
      ?? "It may be: \(names.joined(separator: ", ")). Rows of your own may start with “x-”."
    values.bag.report(
      ShapeCodes.unknownKey, "“\(key.text.onOneLine)” is no row of a review.", help: help, at: key.range)
  }

  private mutating func reportExtra(_ cell: CSVCell?) {
    guard let cell else { return }
    values.bag.report(
      CSVCodes.extraCell, "“\(cell.text.onOneLine)” stands in a cell that means nothing.",
      help: "Above the table, the name stands in the first column and its value in the second.",
      at: cell.range)
  }
}
