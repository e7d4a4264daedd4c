import Diagnostics
import Documents
import Frameworks
import Reviews

/// Those who can take part in a partnership's reviews, from a file in either form, YAML or CSV.
///
/// In CSV the first row names the columns, in any order: `name`, `school` (a URN or a slug), `roles` (ids or titles,
/// with semicolons between them), and the ids of facts that the framework asks of people.
public enum PeopleList {
  /// Reads a list. `nil` where there is an error; `bag` holds all of them.
  public static func read(
    _ source: SourceFile, _ file: FileID, into bag: inout DiagnosticBag
  ) -> [ListedPerson]? {
    guard ReviewFile.isTable(source) else { return PeopleReader.read(source, file, into: &bag) }
    var own = DiagnosticBag()
    defer { bag.append(own) }
    guard let table = CSVReader.read(source, file, into: &own), let head = table.rows.first else {
      return nil
    }
    let columns = head.cells.map { $0.text.lowercased() }
    guard let name = columns.firstIndex(of: "name") else {
      own.report(noName, "The first row names no column “name”.", at: head.cells.first?.range)
      return nil
    }
    let people = table.rows.dropFirst().compactMap { person($0, columns, name, &own) }
    return own.hasErrors ? nil : people
  }

  private static func person(
    _ row: CSVRow, _ columns: [String], _ nameColumn: Int, _ bag: inout DiagnosticBag
  ) -> ListedPerson? {
    guard let name = row[nameColumn] else {
      bag.report(noName, "This row names nobody.", at: row.cells.first { !$0.text.isEmpty }?.range)
      return nil
    }
    var person = ListedPerson()
    person.name = name.text
    for (place, column) in columns.enumerated() where place != nameColumn {
      guard let cell = row[place] else { continue }
      switch column {
      case "school":
        if SubjectRule.isSubject(cell.text) {
          person.school = Located(cell.text, at: cell.range)
        } else {
          bag.report(
            ShapeCodes.notAReference, "“\(cell.text)” is not \(SubjectRule.meaning).", at: cell.range)
        }
      case "roles":
        person.roles = cell.text.split { ";|\n".contains($0) }.map { $0.trimmingSpaces }.filter {
          !$0.isEmpty
        }
        .map { Located($0, at: cell.range) }
      case "": continue
      default:
        person.facts.append(
          Keyed(key: Located(column, at: cell.range), value: PlainValue(cell.text, at: cell.range)))
      }
    }
    return person
  }

  static let noName = DiagnosticCode(
    "people-no-name", "A list of people has no names, or a row without one.",
    advice: "The first row is like `name,school,roles`; each row below it names a person.")

  public static let codes = [noName]
}

extension Substring {
  fileprivate var trimmingSpaces: String { String(self).trimmedAsRead }
}
