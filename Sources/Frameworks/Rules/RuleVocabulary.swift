import Documents
import Expressions

/// The variables that a framework's expressions see, with their types, and the record types of their values.
public struct RuleVocabulary: Sendable {
  /// For reviews: rules, conditions of criteria, trends, signals and triggers.
  public let review: Environment
  /// For a schedule as a whole, and for each of its reviews.
  public let schedule: Environment
  /// For forms, by their ids.
  public let forms: [String: Environment]
  public let types: RuleTypes

  /// The variables of ``review``, in the order of their slots.
  public enum ReviewVariable: String, CaseIterable, Sendable {
    case j, own = "self", peer, review, subject, team, covered, measures, trends, signals, agreements, plan
  }

  /// The variables of ``schedule``.
  public enum ScheduleVariable: String, CaseIterable, Sendable { case reviews, team, subject, number }

  /// The variables of ``forms``.
  public enum FormVariable: String, CaseIterable, Sendable { case form, subject, team, covered }

  public init(_ resolved: ResolvedFramework) {
    let types = RuleTypes(resolved)
    self.types = types
    review = Environment(
      ReviewVariable.allCases.map {
        Environment.Variable($0.rawValue, types.type(of: $0), summary: $0.summary)
      })
    schedule = Environment(
      ScheduleVariable.allCases.map {
        Environment.Variable($0.rawValue, types.type(of: $0), summary: $0.summary)
      })
    forms = Dictionary(
      resolved.framework.forms.map { form in
        (
          form.id.value,
          Environment(
            FormVariable.allCases.map {
              Environment.Variable($0.rawValue, types.type(of: $0, in: form), summary: $0.summary)
            })
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}

extension RuleVocabulary.ReviewVariable {
  /// For the reference page.
  public var summary: String {
    switch self {
    case .j: "This review's judgements, by the path of their criterion."
    case .own: "The judgements of the self-review of the same subject and period."
    case .peer: "The judgements of the peer review of the same subject and period."
    case .review: "The review: its kind, status, date, period and occasion."
    case .subject: "Who is reviewed, with the framework's facts."
    case .team: "Those who made the review, with the framework's facts."
    case .covered: "For each level, the paths of its criteria that the review covers."
    case .measures: "What was counted or measured."
    case .trends: "The direction of each trend: the id of a category."
    case .signals: "Whether each signal is given."
    case .agreements:
      "Each agreement: when it was signed, until when, and whether it stands on the review's date."
    case .plan: "What the review's plan says, by the fields of the framework's form for plans."
    }
  }
}

extension RuleVocabulary.ScheduleVariable {
  public var summary: String {
    switch self {
    case .reviews: "All reviews of the schedule, with their number, school, team and dates."
    case .team: "The team of the review that is looked at."
    case .subject: "The school of the review that is looked at."
    case .number: "The number of the review that is looked at."
    }
  }
}

extension RuleVocabulary.FormVariable {
  public var summary: String {
    switch self {
    case .form: "What was filled in, by field."
    case .subject: "Who is reviewed, with the framework's facts."
    case .team: "The people that the form names in a role."
    case .covered: "For each level, the paths of its criteria that the form picks."
    }
  }
}
