import Diagnostics
import Documents
import Interchange
import Profiles
import Reviews

/// One row of a list of members.
struct MemberRowReader {
  let row: CSVRow
  let columns: MemberColumns
  let region: String?
  let regions: RegionList?

  /// `nil` after a report.
  func member(_ bag: inout DiagnosticBag) -> Member? {
    for cell in row.cells.dropFirst(columns.count) where !cell.text.isEmpty {
      bag.report(CSVCodes.extraCell, "The list has no column for “\(cell.text)”.", at: cell.range)
    }
    let id = id(&bag), name = name(&bag), region = readRegion(&bag), phase = phase(&bag),
      joined = joined(&bag)
    guard let id, let name, let region, let phase, let joined else { return nil }
    return Member(
      id: id, name: name, region: region, phase: phase, joined: joined, movedFrom: cell(.movedFrom)?.text)
  }

  private func id(_ bag: inout DiagnosticBag) -> String? {
    guard let cell = row[columns.school] else { return missing(.school, &bag) }
    if SubjectRule.isSubject(cell.text) { return cell.text }
    bag.report(
      MemberCodes.badID, "“\(cell.text)” cannot be a member's id.", help: "An id is \(SubjectRule.meaning).",
      at: cell.range)
    return nil
  }

  private func name(_ bag: inout DiagnosticBag) -> String? { row[columns.name]?.text ?? missing(.name, &bag) }

  private func missing(_ column: MemberColumn, _ bag: inout DiagnosticBag) -> String? {
    bag.report(
      MemberCodes.missingCell, "This row says nothing under “\(column.rawValue)”.", at: row.cells.first?.range
    )
    return nil
  }

  private func readRegion(_ bag: inout DiagnosticBag) -> String? {
    guard let cell = cell(.region) else { return region ?? missing(.region, &bag) }
    if let regions {
      if let known = regions.region(code: cell.text) { return known.code.value }
      let named = regions.regions.first { $0.name.lowercased() == cell.text.lowercased() }
      if let named { return named.code.value }
    } else if Region.isCode(cell.text) {
      return cell.text
    }
    let list = regions?.regions.map { "\($0.code.value) (\($0.name))" }.joined(separator: ", ")
    bag.report(
      MemberCodes.badRegion, "“\(cell.text)” is no region.",
      help: list.map { "The regions are: \($0)." } ?? "", at: cell.range)
    return nil
  }

  /// Outer `nil` after a report; inner where the row says nothing.
  private func phase(_ bag: inout DiagnosticBag) -> Phase?? {
    guard let cell = cell(.phase) else { return .some(nil) }
    let word = cell.text.lowercased().split(separator: " ").joined(separator: "-")
    if let phase = Phase(rawValue: word) { return .some(phase) }
    let words = Phase.allCases.map(\.rawValue)
    let guess = NearestName.of(word, among: words).map { "Did you mean “\($0)”? " } ?? ""
    bag.report(
      MemberCodes.badPhase, "“\(cell.text)” is no phase.",
      help: guess + "The phases are: \(words.joined(separator: ", ")).", at: cell.range)
    return nil
  }

  /// Outer `nil` after a report; inner where the row says nothing.
  private func joined(_ bag: inout DiagnosticBag) -> Day?? {
    guard let cell = cell(.joined) else { return .some(nil) }
    if let day = Day(cell.text) { return .some(day) }
    bag.report(MemberCodes.badDay, "“\(cell.text)” is no day of the calendar.", at: cell.range)
    return nil
  }

  private func cell(_ column: MemberColumn) -> CSVCell? { columns[column].flatMap { row[$0] } }
}

/// Mistakes in a list of members.
public enum MemberCodes {
  static let noColumn = DiagnosticCode(
    "members-no-column", "A list of members lacks a column.",
    advice: "The first row names the columns: school,name,region,phase. The first two are needed.")
  static let unknownColumn = DiagnosticCode(
    "members-unknown-column", "A list of members has a column that means nothing here.",
    advice: "Remove the column, or give it one of the names: school, name, region, phase, joined, moved-from."
  )
  static let noMembers = DiagnosticCode(
    "members-none", "A list of members is empty.", advice: "Write one member in each row.")
  static let missingCell = DiagnosticCode(
    "members-missing", "A member has no id, no name or no region.",
    advice:
      "Write its URN or a short name of your own under school, its usual name under name, and its region."
  )
  static let badID = DiagnosticCode(
    "members-id", "A member's id is neither a URN nor a short name.",
    advice: "Use the school's six-digit URN, or lower-case letters, digits and single hyphens.")
  static let badRegion = DiagnosticCode(
    "members-region", "A member's region is not known.",
    advice:
      "Use the region's code at the Office for National Statistics, such as E12000004."
  )
  static let badPhase = DiagnosticCode(
    "members-phase", "A member's phase is not known.",
    advice: "Use one of the phases that the message lists, or leave the cell empty.")
  static let badDay = DiagnosticCode(
    "members-joined", "The day on which a member joined is not a day.", advice: "Write it like 2026-01-31.")
  static let twice = DiagnosticCode(
    "members-twice", "A list of members names something twice.", advice: "Leave one of the two.")

  /// For the page of diagnostics.
  public static let all = [
    noColumn, unknownColumn, noMembers, missingCell, badID, badRegion, badPhase, badDay, twice,
  ]
}
