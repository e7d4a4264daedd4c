import Documents
import Expressions
import Frameworks

/// The values that reviews, forms and schedules have in common.
enum RuleValues {
  static func day(_ day: Day?, _ what: String) -> Value {
    day.flatMap { Timestamp(seconds: Int64($0.daysSinceEpoch) * 86_400) }.map { .timestamp($0) }
      ?? .unavailable(Unavailability(.notKnown, of: what))
  }

  static func subject(_ subject: Subject?, _ type: RecordType, _ framework: Framework) -> Value {
    .record(
      Record(
        type,
        [
          .string(subject?.id.value ?? ""), .string(subject?.name ?? ""),
          .string((subject?.kind?.value ?? framework.subject).rawValue),
        ] + facts(subject?.facts ?? [], of: .subject, framework)))
  }

  /// - Parameter host: who is reviewed; a year group's people belong to its school.
  static func member(_ member: TeamMember, host: Subject?, _ type: RecordType, _ framework: Framework)
    -> Value
  {
    let school = member.school?.value ?? ""
    let hosts = [host?.id.value, host?.of?.value].compactMap(\.self)
    return .record(
      Record(
        type,
        [
          .string(member.name), .string(member.role ?? ""), .string(school),
          .bool(!school.isEmpty && hosts.contains(school)),
        ] + facts(member.facts, of: .member, framework)))
  }

  private static func facts(
    _ facts: [Keyed<PlainValue>], of owner: Fact.Owner, _ framework: Framework
  ) -> [Value] {
    framework.facts.filter { $0.of == owner }.map { fact in
      switch fact.value(in: facts) {
      case .yesNo(let answer): .bool(answer)
      case .choice(let id): .string(id)
      case .number(let number): .double(number)
      case .text(let text): .string(text)
      case .date(let day): self.day(day, fact.title)
      case nil: .unavailable(Unavailability(.notKnown, of: fact.title))
      }
    }
  }

  /// The paths of each level's criteria that are wanted.
  static func paths(
    _ type: KeyedType, _ framework: ResolvedFramework, where isWanted: (Int) -> Bool
  ) -> Value {
    var lists = Array(repeating: [Value](), count: type.entries.count)
    for criterion in framework.criteria
    where lists.indices.contains(criterion.level) && isWanted(criterion.index) {
      lists[criterion.level].append(.string(criterion.path))
    }
    return .map(ValueMap(type, lists.map { .list($0) }))
  }
}
