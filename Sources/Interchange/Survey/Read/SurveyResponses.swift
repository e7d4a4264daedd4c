import Diagnostics
import Documents
import Frameworks
import Reviews

/// Reads the rows of a survey's file by a mapping.
struct SurveyResponses {
  private let table: SurveyTable
  private let mapping: SurveyMapping
  private let framework: ResolvedFramework
  private var positions: [Int: SurveyColumn] = [:]
  private var points: [Int: SurveyPoints] = [:]
  private var bag = DiagnosticBag()
  private var misread: [Misread] = []

  /// An answer that nobody can read, and every row that has it: it is to be decided once.
  private struct Misread {
    let code: DiagnosticCode
    let position: Int
    let text: String
    let message: String
    let help: String
    let range: SourceRange
    var rows: [Int]
  }

  /// - Returns: every response; not for use where `bag` has errors.
  static func read(
    _ table: SurveyTable, _ mapping: SurveyMapping, _ framework: ResolvedFramework,
    into bag: inout DiagnosticBag
  ) -> [SurveyResponse] {
    var reader = SurveyResponses(table, mapping, framework)
    defer { bag.append(reader.bag) }
    // A column too few or too many would make every row wrong in the same way.
    guard reader.findColumns() else { return [] }
    let responses = table.responses.map { reader.read($0) }
    reader.reportMisread()
    return responses
  }

  private mutating func report(
    _ code: DiagnosticCode, _ message: String, help: String = "", _ cell: CSVCell, at position: Int,
    _ row: CSVRow
  ) {
    let text = SurveyHeader.normalized(cell.text)
    if let known = misread.firstIndex(where: { $0.position == position && $0.text == text }) {
      misread[known].rows.append(row.number)
    } else {
      misread.append(
        Misread(
          code: code, position: position, text: text, message: message, help: help, range: cell.range,
          rows: [row.number]))
    }
  }

  private mutating func reportMisread() {
    for item in misread {
      let shown = item.rows.prefix(5).map(String.init)
      let more = item.rows.count > 5 ? " and \(item.rows.count - 5) more" : ""
      let rows = item.rows.count == 1 ? "Row \(shown[0])" : "Rows \(shown.joined(separator: ", "))\(more)"
      bag.report(
        item.code, "\(rows), \(table.shown(item.position)): \(item.message)", help: item.help, at: item.range)
    }
  }

  private init(_ table: SurveyTable, _ mapping: SurveyMapping, _ framework: ResolvedFramework) {
    (self.table, self.mapping, self.framework) = (table, mapping, framework)
  }

  // MARK: - Columns

  private mutating func findColumns() -> Bool {
    var taken: Set<Int> = []
    for name in mapping.allColumns where !name.header.value.isEmpty {
      guard let position = table.position(of: name) else {
        reportMissing(name)
        continue
      }
      taken.insert(position)
    }
    for column in mapping.columns {
      guard let position = table.position(of: column.name) else { continue }
      positions[position] = column
      if column.box == .point,
        let scale = framework.criterion(column.criterion.value)?.judgedScale(by: mapping.kind.value)
      {
        points[position] = SurveyPoints(
          framework.scale(scale), column: column.answers, survey: mapping.answers)
      }
    }
    for (position, column) in table.columns.enumerated() where !taken.contains(position) {
      // A header that is missing matters only where something stands under it.
      guard !column.header.text.isEmpty || table.responses.contains(where: { $0[position] != nil }) else {
        continue
      }
      let name =
        column.header.text.isEmpty ? "without a header" : "“\(SurveyHeader.shown(column.header.text))”"
      bag.report(
        SurveyCodes.undecided, "The mapping says nothing of column \(position + 1), \(name).",
        help: column.nth > 1
          ? "It is number \(column.nth) of its name: write {header: …, nth: \(column.nth)}, or list it so under `ignore`."
          : "", at: column.header.range)
    }
    return !bag.hasErrors
  }

  private mutating func reportMissing(_ name: SurveyColumnName) {
    let headers = table.columns.map { SurveyHeader.plain($0.header.text) }
    let nearest = NearestName.of(SurveyHeader.plain(name.header.value), among: headers)
    bag.report(
      SurveyCodes.noColumn, "The file has no column \(name.shown).",
      help: nearest.map { "Did you mean “\($0)”?" } ?? "", at: name.header.range)
  }

  // MARK: - Rows

  private mutating func read(_ row: CSVRow) -> SurveyResponse {
    var response = SurveyResponse(row: row.number)
    response.subject = subject(row)
    response.date = date(row)
    response.names = mapping.team.compactMap { table.position(of: $0).flatMap { row[$0]?.text } }
    for name in mapping.note {
      guard let position = table.position(of: name), let cell = row[position] else { continue }
      response.notes.append((SurveyHeader.plain(name.header.value), cell.text))
    }
    for (position, cell) in row.cells.enumerated() where !cell.text.isEmpty {
      guard position < table.columns.count else {
        bag.report(
          CSVCodes.extraCell,
          "Row \(row.number): “\(cell.text.onOneLine)” stands in a column without a header.",
          at: cell.range)
        continue
      }
      if let column = positions[position] { read(cell, of: column, at: position, row, into: &response) }
    }
    return response
  }

  private mutating func read(
    _ cell: CSVCell, of column: SurveyColumn, at position: Int, _ row: CSVRow,
    into response: inout SurveyResponse
  ) {
    var judgement = response.judgements[column.criterion.value] ?? Judgement()
    if judgement.range == .nowhere { judgement.range = cell.range }
    switch column.box {
    case .point: judgement.point = point(cell, at: position, row)
    case .evidence: judgement.evidence = Self.joined(judgement.evidence, cell.text)
    case .challenge: judgement.challenge = Self.joined(judgement.challenge, cell.text)
    case .actions: judgement.actions += Self.texts(cell, column.separator)
    case .statements: judgement.statements += statements(cell, column, at: position, row)
    }
    response.judgements[column.criterion.value] = judgement
  }

  private static func joined(_ before: String?, _ text: String) -> String {
    before.map { "\($0)\n\n\(text)" } ?? text
  }

  private static func texts(_ cell: CSVCell, _ separator: String?) -> [String] {
    guard let separator, !separator.isEmpty else { return CellValues.texts(cell) }
    return cell.text.components(between: separator)
  }

  private mutating func point(_ cell: CSVCell, at position: Int, _ row: CSVRow) -> Located<String>? {
    guard let points = points[position] else { return nil }
    let help = "It may be: \(points.choices). Or say under `answers` what it stands for."
    switch points.reading(of: cell.text) {
    case .point(let id): return Located(id, at: cell.range)
    case .unknown:
      report(
        SurveyCodes.unknownAnswer, "“\(cell.text.onOneLine)” stands for no point.", help: help, cell,
        at: position, row)
    case .disagreeing:
      report(
        SurveyCodes.disagreeing, "in “\(cell.text.onOneLine)”, number and label are of different points.",
        help: help, cell, at: position, row)
    }
    return nil
  }

  /// What was ticked: texts with something between them, which the texts themselves may hold as well.
  private mutating func statements(
    _ cell: CSVCell, _ column: SurveyColumn, at position: Int, _ row: CSVRow
  ) -> [Located<String>] {
    guard let criterion = framework.criterion(column.criterion.value)?.criterion else { return [] }
    var known = column.answers.map { (SurveyHeader.normalized($0.key.value), $0.value.value) }
    known += criterion.statements.flatMap {
      [(SurveyHeader.normalized($0.text), $0.id.value), ($0.id.value, $0.id.value)]
    }
    known.sort { $0.0.count > $1.0.count }
    let separators = Set((column.separator ?? ";,") + " ")
    var rest = SurveyHeader.normalized(cell.text)[...]
    var found: [Located<String>] = []
    while true {
      rest = rest.drop { separators.contains($0) }
      guard !rest.isEmpty else { return found }
      let match = known.first { text, _ in
        guard rest.hasPrefix(text) else { return false }
        let after = rest.dropFirst(text.count).first
        return after.map { separators.contains($0) } ?? true
      }
      guard let match else {
        let unknown = rest.prefix { $0 != ";" }
        report(
          SurveyCodes.unknownStatement,
          "“\(String(unknown).onOneLine)” is none of the criterion's statements.", cell, at: position, row)
        return found
      }
      if !found.contains(where: { $0.value == match.1 }) { found.append(Located(match.1, at: cell.range)) }
      rest = rest.dropFirst(match.0.count)
    }
  }

  private mutating func date(_ row: CSVRow) -> Located<Day>? {
    guard let date = mapping.date, let position = table.position(of: date.column), let cell = row[position]
    else { return nil }
    guard let day = SurveyDay.read(cell.text, date.order) else {
      report(
        SurveyCodes.notADay, "“\(cell.text.onOneLine)” is no day written \(date.order.rawValue).", cell,
        at: position, row)
      return nil
    }
    return Located(day, at: cell.range)
  }

  private mutating func subject(_ row: CSVRow) -> Subject {
    var subject = Subject()
    subject.of = mapping.subject.of
    if let id = mapping.subject.id {
      (subject.id, subject.name) = (id, mapping.subject.name)
      return subject
    }
    guard let position = mapping.subject.column.flatMap({ table.position(of: $0) }) else { return subject }
    guard let cell = row[position] else {
      bag.report(
        SurveyCodes.noSubject, "Row \(row.number), \(table.shown(position)): nothing stands here.",
        at: row.cells.first { !$0.text.isEmpty }?.range)
      return subject
    }
    let key = SurveyHeader.normalized(cell.text)
    if let id = mapping.subject.ids.first(where: { SurveyHeader.normalized($0.key.value) == key })?.value {
      subject.id = Located(id.value, at: cell.range)
      subject.name = SurveyHeader.plain(cell.text)
    } else if SubjectRule.isSubject(cell.text) {
      subject.id = Located(cell.text, at: cell.range)
    } else {
      report(
        SurveyCodes.unknownSubject, "“\(cell.text.onOneLine)” is no id, and the mapping gives it none.", cell,
        at: position, row)
    }
    return subject
  }
}

extension String {
  /// The texts between separators, trimmed, without the empty ones.
  func components(between separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let place = rest.firstRange(of: separator) {
      parts.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    return (parts + [String(rest)]).map(\.trimmedAsRead).filter { !$0.isEmpty }
  }
}
