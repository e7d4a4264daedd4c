import Diagnostics
import Documents
import Frameworks

/// Somebody who can take part in a partnership's reviews.
public struct ListedPerson: Sendable, Equatable {
  public var name = ""
  public var school: Located<String>?
  /// Ids of the roles that they may take.
  public var roles: [Located<String>] = []
  public var facts: [Keyed<PlainValue>] = []

  public init() {}
}

extension DocumentKind {
  public static let people = DocumentKind("waymark.people", version: 1, noun: "a list of people")
}

/// A list of those who can take part in a partnership's reviews. It never leaves the partnership.
public enum PeopleReader {
  /// Reads a list in YAML. `nil` where there is an error; `bag` holds all of them.
  public static func read(
    _ source: SourceFile, _ file: FileID, into bag: inout DiagnosticBag
  ) -> [ListedPerson]? {
    var own = DiagnosticBag()
    defer { bag.append(own) }
    let list = Document.read(source, file, kind: .people, as: List.shape, into: &own)
    return own.hasErrors ? nil : list?.people
  }

  private struct List: Sendable {
    var people: [ListedPerson] = []

    static let shape = Shape<List>.record(
      "list of people", "Those who can take part in a partnership's reviews.", blank: List(),
      fields: [
        .header(.people),
        .list("people", \.people, ListedPerson.shape, minimum: 1, "One entry for each person."),
      ])
  }

  /// Holds roles and facts against the framework.
  public static func check(
    _ people: [ListedPerson], against framework: ResolvedFramework, into bag: inout DiagnosticBag
  ) {
    let team = framework.framework.team
    for person in people {
      for role in person.roles where team.role(named: role.value) == nil {
        bag.report(
          ScheduleRoles.unknownRole, "The framework has no role “\(role.value.onALine)”.",
          help: team.help(forRole: role.value), at: role.range)
      }
      FactChecking.check(person.facts, of: .member, in: framework.framework, into: &bag)
    }
  }
}

extension ListedPerson {
  static let shape = Shape<ListedPerson>.record(
    "listed person", "Somebody who can take part. It never leaves the partnership.", blank: ListedPerson(),
    fields: [
      .required("name", \.name, .text, "Who."),
      .optional("school", \.school, .subject, "From which school."),
      .list("roles", \.roles, .locatedText, "The roles that they may take, by id or title."),
      .facts("facts", \.facts),
    ])
}
