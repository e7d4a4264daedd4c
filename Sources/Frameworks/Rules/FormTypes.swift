import Documents
import Expressions

/// The types of what is filled into a form.
public struct FormTypes: Sendable {
  public let record: RecordType
  /// The records of tables and repeats, by the path of their field.
  public let rows: [String: RecordType]
  /// A question in the review's own words.
  public let question: RecordType

  init(_ form: Form, member: RecordType, _ resolved: ResolvedFramework) {
    let question = RecordType(
      "question",
      [
        .init("about", .string, summary: "The path of the criterion that it is linked to."),
        .init("text", .string),
      ])
    self.question = question
    var rows: [String: RecordType] = [:]
    record = Self.record(
      "form", form.fields, under: "", member: member, question: question, scale: Self.scale(form, resolved),
      &rows)
    self.rows = rows
  }

  private static func record(
    _ name: String, _ fields: [FormField], under: String, member: RecordType, question: RecordType,
    scale: ValueType, _ rows: inout [String: RecordType]
  ) -> RecordType {
    var result: [RecordType.Field] = []
    for field in fields {
      let path = under.isEmpty ? field.id.value : "\(under)/\(field.id.value)"
      let most = field.atMost ?? RuleTypes.Most.answers
      let type: ValueType
      switch field.kind {
      case .judgement: type = scale
      case .text: type = .string
      case .list: type = .list(.string, atMost: most)
      case .choice:
        type = .refined(
          Refinement(
            .string, tag: "field \(path)", name: "choice of “\(field.id.value)”",
            allowed: field.choices.map { .string($0.id.value) }))
      case .date: type = .timestamp
      case .number: type = .double
      case .person: type = .list(.record(member), atMost: most)
      case .tick: type = .bool
      case .criteria: type = .list(.string, atMost: most)
      case .questions: type = .list(.record(question), atMost: most)
      case .table, .repeated:
        let row = record(
          field.id.value, field.fields, under: path, member: member, question: question, scale: scale, &rows)
        rows[path] = row
        type = .list(.record(row), atMost: most)
      }
      result.append(.init(RuleNames.name(field.id.value), type, summary: field.title))
    }
    return RecordType(name, result)
  }

  /// The scale of the form's level, where it has one.
  private static func scale(_ form: Form, _ resolved: ResolvedFramework) -> ValueType {
    guard let level = form.level.flatMap({ resolved.level($0.value) }),
      let criterion = resolved.criteria.first(where: { $0.level == level }),
      let scale = criterion.ownScale ?? criterion.peerScale
    else { return .string }
    let id = resolved.framework.scales[scale].key.value
    return .refined(
      Refinement(
        .string, tag: id, name: "point of the scale “\(id)”",
        allowed: resolved.scale(scale).points.map { .string($0.id.value) }))
  }
}

/// The types of a schedule.
public struct ScheduleTypes: Sendable {
  public let review: RecordType
  /// The dates of the scheduled steps.
  public let dates: RecordType
  /// One step's dates.
  public let days: RecordType
  /// The ids of the scheduled steps, as ``dates`` orders them.
  public let steps: [String]

  init(_ framework: Framework, member: RecordType) {
    let days = RecordType("days", [.init("from", .timestamp), .init("to", .timestamp)])
    let steps = framework.process.stages.flatMap(\.steps).filter(\.isScheduled)
    let dates = RecordType(
      "dates", steps.map { .init(RuleNames.name($0.id.value), .record(days), summary: $0.title) })
    self.days = days
    self.dates = dates
    self.steps = steps.map(\.id.value)
    review = RecordType(
      "scheduled review",
      [
        .init("number", .int), .init("school", .string, summary: "The school's id."),
        .init("team", .list(.record(member), atMost: RuleTypes.Most.people)),
        .init("dates", .record(dates)),
      ])
  }
}
