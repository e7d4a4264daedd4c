import Diagnostics
import Documents
import Frameworks
import Sealing

extension DocumentKind {
  public static let review = DocumentKind("waymark.review", version: 1, noun: "a review")
}

extension Review {
  /// The document, key by key.
  public static let shape = Shape<Review>.record(
    "review", "The judgements of one subject on one occasion.", blank: Review(),
    fields: [
      .header(.review),
      .required("framework", \.framework, FrameworkPin.shape, "The framework that it was made against."),
      .required("kind", \.kind, .located(.choice), "Who judges."),
      .required("subject", \.subject, Subject.shape, "Who is reviewed."),
      .defaulted(
        "status", \.locatedStatus, .located(.choice), default: Located(.draft), "Whether it counts yet."),
      .optional("date", \.locatedDate, .placed(.date), "The day on which the judgements were made."),
      .optional(
        "period", \.locatedPeriod, .placed(.period), "The school year, where it is not the one of the date."),
      .optional(
        "occasion", \.occasion, .slug, "Which of the framework's occasions of the school year it was."),
      .list("team", \.team, TeamMember.shape, "Who made it."),
      .defaulted(
        "measures", \.measures, .map(keys: .slug, of: MeasureEntry.shape), default: [],
        "What was counted or measured, each under its measure's id."),
      .list("agreements", \.agreements, SignedAgreement.shape, "Written agreements that stand behind it."),
      .defaulted(
        "judgements", \.judgements, .map(keys: .path, of: Judgement.shape), default: [],
        "What it says, each under its criterion's path."),
      .optional("note", \.note, .text, "Anything else."),
      .list(
        "through", \.through, PluginStamp.shape,
        "The plugins that it came through. Waymark writes this when it imports a review."),
      .list(
        "carried", \.carried, CarriedAnswers.shape,
        "What `waymark review migrate` kept of other versions. It never counts, and leads back to them."),
    ])
}

extension FrameworkPin {
  package static let shape = Shape<FrameworkPin>.record(
    "framework pin", "One exact version of a framework.", blank: FrameworkPin(), place: { $0.range = $1 },
    fields: [
      .required("id", \.id, .slug, "Its id."),
      .required("version", \.version, .version, "Its version."),
      .optional(
        "digest", \.locatedDigest, .placed(.digest),
        "The digest of its content, as `waymark framework show` prints it."),
    ])
}

extension Subject {
  static let shape = Shape<Subject>.record(
    "subject", "Who is reviewed.", blank: Subject(),
    fields: [
      .required("id", \.id, .subject, "A school's URN, or the slug under which the partnership knows it."),
      .optional("name", \.name, .text, "What people call it. It never leaves the partnership."),
      .optional(
        "kind", \.kind, .located(.choice), "What it is; without it, what the framework is for."),
      .optional("of", \.of, .subject, "For a year group: the school that it belongs to."),
      .facts("facts", \.facts),
    ])
}

extension TeamMember {
  static let shape = Shape<TeamMember>.record(
    "team member", "One of those who made the review. It never leaves the partnership.", blank: TeamMember(),
    fields: [
      .required("name", \.name, .text, "Who."),
      .optional("role", \.locatedRole, .locatedText, "In what role."),
      .optional("school", \.school, .subject, "From which school."),
      .facts("facts", \.facts),
    ])
}

extension Judgement {
  static let shape = Shape<Judgement>.record(
    "judgement", "What the review says of one criterion.", blank: Judgement(), place: { $0.range = $1 },
    fields: fields)

  static let fields: [Field<Judgement>] = [
    .optional(
      "point", \.point, .slug, "A point of the scale by id or number, `not-applicable` or `not-reviewed`."),
    .list("statements", \.statements, .slug, "Statements that hold here; they suggest a best fit."),
    .optional("evidence", \.evidence, .text, "What the judgement rests on."),
    .list("actions", \.actions, .text, "What is to be done next."),
    .optional("challenge", \.challenge, .text, "What peers said to it."),
  ]
}
