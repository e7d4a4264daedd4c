import Diagnostics
import Documents
import Frameworks

extension CarriedAnswers {
  static let shape = Shape<CarriedAnswers>.record(
    "carried answers", "What the review said against another version and cannot say against this one.",
    blank: CarriedAnswers(),
    fields: [
      .required("from", \.from, FrameworkPin.shape, "The version that they were given against."),
      .optional(
        "agreed", \.agreed, .placed(.digest),
        "Where the review was agreed there: the digest of the answers that it was left with."),
      .defaulted(
        "answers", \.answers, .map(keys: .path, of: CarriedAnswer.shape), default: [],
        "Answers as they were given, each under the path of its criterion there."),
      .optional("occasion", \.occasion, .slug, "The occasion that it named."),
      .defaulted(
        "measures", \.measures, .map(keys: .slug, of: MeasureEntry.shape), default: [],
        "What it counted or measured that is not asked here."),
      .list("agreements", \.agreements, SignedAgreement.shape, "Written agreements that are not known here."),
      .facts("facts", \.facts),
      .list(
        "team", \.team, TeamMember.shape, "People of the team, with their facts that are not asked here."),
    ])
}

extension CarriedAnswer {
  static let shape = Shape<CarriedAnswer>.record(
    "carried answer", "One answer as it was given, and why it could not simply stay. It never counts.",
    blank: CarriedAnswer(),
    fields: [
      .required("because", \.because, .located(.choice), "What came between."),
      .list("to", \.to, .path, "The criteria that it bears on now."),
      .optional("suggests", \.suggests, .slug, "The point that it suggests there, for a person to confirm."),
      .optional("why", \.why, .text, "The reasons that the framework's authors give."),
      .optional(
        "beside", \.beside, .placed(.digest),
        "Where earlier answers were restored beside it: their digest, by which a way back knows them unchanged."
      ),
    ] + Judgement.fields.map { $0.within(\.answer) })
}
