import Documents
import Expressions

/// The types that a framework gives to what its expressions see. Values are built with the same record types.
public struct RuleTypes: Sendable {
  public let member: RecordType
  public let subject: RecordType
  public let review: RecordType
  public let judgements: JudgementTypes
  /// Paths by level.
  public let covered: KeyedType
  public let measures: RecordType
  /// The record of each measure of counts, by the measure's id.
  public let counts: [String: RecordType]
  public let trends: RecordType
  public let signals: RecordType
  public let agreement: RecordType
  public let agreements: RecordType
  public let schedule: ScheduleTypes
  /// By form id.
  public let forms: [String: FormTypes]
  private let planID: String?

  /// More people, reviews or paths than these are not counted on when the cost of a rule is worked out.
  enum Most {
    static let people = 30
    static let reviews = 100
    static let answers = 50
    static let texts = 50
  }

  public init(_ resolved: ResolvedFramework) {
    let framework = resolved.framework
    let facts = FactTypes(framework.facts)
    let member = RecordType(
      "member",
      [
        .init("name", .string, summary: "Who."), .init("role", .string, summary: "The id of a role."),
        .init("school", .string, summary: "From which school."),
        .init("host", .bool, summary: "Whether that is the school that is reviewed."),
      ] + facts.of(.member))
    self.member = member
    let subject = RecordType(
      "subject",
      [
        .init("id", .string), .init("name", .string),
        .init("kind", .string, summary: "school, alliance, partnership or year-group"),
      ] + facts.of(.subject))
    self.subject = subject
    review = RecordType(
      "review",
      [
        .init("kind", .string, summary: "self or peer"), .init("status", .string, summary: "draft or agreed"),
        .init("date", .timestamp), .init("period", .string, summary: "The school year, such as 2025-26."),
        .init("occasion", .string, summary: "The id of an occasion."),
        .init("measured", .bool, summary: "Whether it holds any measure."),
      ])
    judgements = JudgementTypes(resolved)
    covered = KeyedType(
      keyName: "level",
      framework.levels.enumerated().map { index, level in
        .init(
          level.id.value,
          .list(.string, atMost: resolved.criteria.count { $0.level == index }))
      }, common: .list(.string, atMost: resolved.criteria.count))
    var counts: [String: RecordType] = [:]
    var fields: [RecordType.Field] = []
    for measure in framework.measures {
      fields.append(
        .init(
          RuleNames.name(measure.id.value), Self.type(of: measure, resolved, &counts), summary: measure.title)
      )
    }
    self.counts = counts
    measures = RecordType("measures", fields)
    trends = RecordType(
      "trends",
      framework.trends.map { trend in
        .init(
          RuleNames.name(trend.id.value),
          .refined(
            Refinement(
              .string, tag: "trend \(trend.id.value)", name: "category of the trend “\(trend.id.value)”",
              allowed: trend.categories.map { .string($0.id.value) })), summary: trend.title)
      })
    signals = RecordType(
      "signals",
      framework.signals.map { .init(RuleNames.name($0.id.value), .bool, summary: $0.title) })
    let agreement = RecordType(
      "agreement",
      [
        .init("signed", .timestamp), .init("until", .timestamp),
        .init("stands", .bool, summary: "Whether it was signed by the review's date and has not run out."),
      ])
    self.agreement = agreement
    agreements = RecordType(
      "agreements",
      framework.agreements.map { .init(RuleNames.name($0.id.value), .record(agreement), summary: $0.title) })
    schedule = ScheduleTypes(framework, member: member)
    forms = Dictionary(
      framework.forms.map { ($0.id.value, FormTypes($0, member: member, resolved)) },
      uniquingKeysWith: { first, _ in first })
    planID = framework.forms.first { $0.purpose == .plan }?.id.value
  }

  func type(of variable: RuleVocabulary.ReviewVariable) -> ValueType {
    switch variable {
    case .j: .keyed(judgements.either)
    case .own: .keyed(judgements.own)
    case .peer: .keyed(judgements.peer)
    case .review: .record(review)
    case .subject: .record(subject)
    case .team: .list(.record(member), atMost: Most.people)
    case .covered: .keyed(covered)
    case .measures: .record(measures)
    case .trends: .record(trends)
    case .signals: .record(signals)
    case .agreements: .record(agreements)
    case .plan: planID.flatMap { forms[$0] }.map { .record($0.record) } ?? .record(Self.noPlan)
    }
  }

  /// For a framework without a form for plans.
  private static let noPlan = RecordType("plan", [])

  func type(of variable: RuleVocabulary.ScheduleVariable) -> ValueType {
    switch variable {
    case .reviews: .list(.record(schedule.review), atMost: Most.reviews)
    case .team: .list(.record(member), atMost: Most.people)
    case .subject: .record(subject)
    case .number: .int
    }
  }

  func type(of variable: RuleVocabulary.FormVariable, in form: Form) -> ValueType {
    switch variable {
    case .form: forms[form.id.value].map { .record($0.record) } ?? .dyn
    case .subject: .record(subject)
    case .team: .list(.record(member), atMost: Most.people)
    case .covered: .keyed(covered)
    }
  }

  private static func type(
    of measure: Measure, _ resolved: ResolvedFramework, _ counts: inout [String: RecordType]
  ) -> ValueType {
    let scale = measure.scale.flatMap { resolved.scaleIndex($0.value) }.map(resolved.scale)
    switch measure.kind {
    case .number: return .double
    case .yesNo: return .bool
    case .point:
      return .refined(
        Refinement(
          .string, tag: measure.scale?.value ?? "",
          name: "point of the scale “\(measure.scale?.value ?? "")”",
          allowed: scale?.points.map { .string($0.id.value) }))
    case .counts:
      let record = RecordType(
        "counts of \(measure.id.value)",
        (scale?.points ?? []).map { .init(RuleNames.name($0.id.value), .int, summary: $0.label ?? "") }
          + [.init("total", .int, summary: "All of them.")])
      counts[measure.id.value] = record
      return .record(record)
    }
  }
}
