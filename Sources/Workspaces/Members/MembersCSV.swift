import Diagnostics
import Documents
import Interchange
import Profiles
import Reviews

/// Reads a list of members as a spreadsheet saves it.
///
/// The first row names the columns, in any order: `school` (a URN or a slug), `name`, `region`, and where
/// they are wanted `phase`, `joined` (a day) and `moved-from` (the partnership before).
public enum MembersCSV {
  /// The members, in the order of the list. `nil` where there is an error; `bag` holds all of them.
  ///
  /// - Parameters:
  ///   - region: of members for whom the list names none; without it, each has to name one.
  ///   - regions: those that may be named, by code or by name; without it any code that looks like one.
  public static func read(
    _ source: SourceFile, _ file: FileID, region: String? = nil, regions: RegionList? = nil,
    into bag: inout DiagnosticBag
  ) -> [Member]? {
    guard let table = CSVReader.read(source, file, into: &bag), let head = table.rows.first else {
      return nil
    }
    var own = DiagnosticBag()
    defer { bag.append(own) }
    guard let columns = MemberColumns(head, into: &own) else { return nil }
    if table.rows.count == 1 {
      own.report(
        MemberCodes.noMembers, "No member stands below the names of the columns.", at: head.cells.last?.range)
    }
    var members: [Member] = []
    var seen: Set<String> = []
    for row in table.rows.dropFirst() {
      let reader = MemberRowReader(row: row, columns: columns, region: region, regions: regions)
      let member = reader.member(&own)
      if let member, !seen.insert(member.id).inserted {
        own.report(
          MemberCodes.twice, "“\(member.id)” stands in the list twice.", at: row[columns.school]?.range)
      }
      if let member { members.append(member) }
    }
    return own.hasErrors ? nil : members
  }

  /// Whether a file looks like a list of members and not like a review: its first row names a column
  /// `school`.
  public static func isList(_ source: SourceFile) -> Bool {
    var files = SourceMap()
    var bag = DiagnosticBag()
    let head = SourceFile(path: source.path, bytes: Array(source.bytes.prefix { $0 != 0x0A && $0 != 0x0D }))
    let row = CSVReader.read(head, files.add(head), into: &bag)?.rows.first
    return row?.cells.contains { $0.text.lowercased() == MemberColumn.school.rawValue } ?? false
  }
}

/// The columns of a list of members.
enum MemberColumn: String, CaseIterable {
  case school, name, region, phase, joined
  case movedFrom = "moved-from"
}

/// Which column stands where.
struct MemberColumns {
  let school: Int
  let name: Int
  private let others: [MemberColumn: Int]

  init?(_ head: CSVRow, into bag: inout DiagnosticBag) {
    var places: [MemberColumn: Int] = [:]
    for (place, cell) in head.cells.enumerated() where !cell.text.isEmpty {
      guard let column = MemberColumn(rawValue: cell.text.lowercased()) else {
        let names = MemberColumn.allCases.map(\.rawValue)
        let guess =
          NearestName.of(cell.text.lowercased(), among: names).map { "Did you mean “\($0)”? " } ?? ""
        bag.report(
          MemberCodes.unknownColumn, "“\(cell.text)” is no column of a list of members.",
          help: guess + "The columns are: \(names.joined(separator: ", ")).", at: cell.range)
        continue
      }
      if places.updateValue(place, forKey: column) != nil {
        bag.report(MemberCodes.twice, "The column “\(cell.text)” stands here twice.", at: cell.range)
      }
    }
    for column in [MemberColumn.school, .name] where places[column] == nil {
      bag.report(
        MemberCodes.noColumn, "The first row names no column “\(column.rawValue)”.",
        at: head.cells.first?.range)
    }
    guard !bag.hasErrors, let school = places[.school], let name = places[.name] else { return nil }
    (self.school, self.name, others) = (school, name, places)
  }

  /// How many cells a row may have.
  var count: Int { (others.values.max() ?? 0) + 1 }

  subscript(_ column: MemberColumn) -> Int? { others[column] }
}
