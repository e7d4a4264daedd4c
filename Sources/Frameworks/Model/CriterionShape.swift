import Diagnostics
import Documents

extension Criterion {
  static let shape: Shape<Criterion> = .record(
    "criterion", "A node of the framework. Its path is the ids from the top down to it, joined by `/`.",
    blank: Criterion(), place: { $0.range = $1 }, fields: fields)

  static let fields: [Field<Criterion>] = [
    .required(
      "id", \.id, .slug, "Its name among its neighbours. It never changes and is never a position."),
    .optional("code", \.code, .verbatim, "As printed in the source."),
    .optional("title", \.title, .text, "What people call it. A title or a text must be there."),
    .optional(
      "text", \.text, .text, "What it is about; for a question, the question as it follows its stem."),
    .optional("stem", \.stem, .slug, "The stem of its text, its questions and the criteria below it."),
    .optional("scale", \.scale, .slug, "Another scale than the one under `judging`."),
    .optional(
      "weight", \.weight, .number(0...1_000_000), "Its weight among its neighbours, for `weighted-mean`."),
    .optional("source", \.source, SourceReference.shape, "Where it comes from."),
    .optional(
      "when", \.when, .locatedText,
      "Asked only where this expression holds (CEL); else hidden, not counted."),
    .list("statements", \.statements, Statement.shape, "What points look like here; any number a point."),
    .list("questions", \.questions, Prompt.shape, "Prompts that help to judge; not judged themselves."),
    .list("evidence", \.evidence, Prompt.shape, "Where evidence may be found."),
    .optional("aggregate", \.aggregate, Aggregate.shape, "How it sums up the criteria below it."),
    .list(
      "criteria", \.criteria, Criterion.shape, recursiveName: "criterion",
      "The criteria below it, in order."),
    .locked(\.isLocked),
  ]
}

extension Statement {
  static let shape = Shape<Statement>.record(
    "statement", "What a point looks like for the criterion.", blank: Statement(),
    fields: [
      .required("id", \.id, .slug, "Its name within the criterion."),
      .required("at", \.at, .slug, "The point's id."),
      .optional("strand", \.strand, .slug, "The thread that it continues from point to point."),
      .required("text", \.text, .text, "The statement."),
      .optional("source", \.source, SourceReference.shape, "Where it comes from."),
      .locked(\.isLocked),
    ])
}

extension Prompt {
  static let shape = Shape<Prompt>.record(
    "prompt", "A question, or a possible source of evidence.", blank: Prompt(),
    fields: [
      .required("id", \.id, .slug, "Its name within the criterion."),
      .required("text", \.text, .text, "Its text, as it follows its stem."),
      .optional("stem", \.stem, .slug, "Another stem than the criterion's."),
      .optional("source", \.source, SourceReference.shape, "Where it comes from."),
      .locked(\.isLocked),
    ])
}

extension Judging {
  static let shape = Shape<Judging>.record(
    "judging", "Who marks what.", blank: Judging(), place: { $0.range = $1 },
    fields: [
      .marking("self", \.own, "What a self-review marks, or `none`."),
      .marking("peer", \.peer, "What a peer review marks, or `none`."),
    ])
}

extension Marking {
  static let shape = Shape<Marking>.record(
    "marking", "How one kind of review marks.", blank: Marking(), place: { $0.range = $1 },
    fields: [
      .required("level", \.level, .slug, "The level whose criteria are judged."),
      .optional("scale", \.scale, .slug, "Their scale, unless a criterion names its own."),
      .defaulted("method", \.method, .choice, default: .point, "How the point is found."),
      .defaulted(
        "optional", \.isOptional, .boolean, default: false, "Whether a review may leave all marks out."),
      .locked(\.isLocked),
    ])
}

extension Field where Root == Judging {
  static func marking(
    _ name: String, _ property: WritableKeyPath<Judging, Marking?> & Sendable, _ summary: String
  ) -> Field {
    .required(name, property, .noneOr(Marking.shape), summary)
  }
}

extension Overall {
  static let shape: Shape<Overall> = Shape<Aggregate?>.noneOr(Aggregate.shape).map(
    { $0.map { .aggregate($0) } ?? .none },
    back: { if case .aggregate(let aggregate) = $0 { aggregate } else { nil } })
}

extension Aggregate {
  /// A name alone, or a mapping with its details.
  static let shape: Shape<Aggregate> = .scalar(
    Shape<Located<String>>.slug.map({ Aggregate(name: $0) }, back: \.name), orMapping: details,
    isScalar: { $0 == Aggregate(name: $0.name) })

  private static let details = Shape<Aggregate>.record(
    "aggregate", "A rule that sums up judgements.", blank: Aggregate(),
    fields: [
      .required("aggregate", \.name, .slug, "The aggregation, such as `median`."),
      .optional(
        "plugin", \.plugin, .slug,
        "The id of the plugin whose aggregation it is; without it, one of Waymark's own."),
      .defaulted(
        "answered", \.answered, .number(0...1), default: usualAnswered,
        "The share of criteria that must be answered before there is a figure."),
      .optional("point", \.point, .slug, "For `proportion`: the lowest point that counts."),
      .list("bands", \.bands, Band.shape, "Stretches of the figure that have a name, the lowest first."),
      .optional("assumed", \.assumed, .text, "Why, where the source is silent."),
      .locked(\.isLocked),
    ])
}

extension Coverage {
  static let shape = Shape<Coverage>.record(
    "coverage", "What a review covers.", blank: Coverage(),
    fields: [
      .list("must", \.must, CoverageCondition.shape, "Without this a review is not complete."),
      .list("should", \.should, CoverageCondition.shape, "Expected; a review without it says why."),
      .list("may", \.may, CoverageCondition.shape, "Allowed beyond that."),
      .locked(\.isLocked),
    ])
}

extension CoverageCondition {
  static let shape = Shape<CoverageCondition>.record(
    "coverage condition", "How many criteria of a level a review covers.", blank: CoverageCondition(),
    place: { $0.range = $1 },
    fields: [
      .optional("atLeast", \.atLeast, .integer(0...10_000), "At least so many."),
      .optional("atMost", \.atMost, .integer(0...10_000), "At most so many."),
      .required("level", \.level, .slug, "The level that is counted."),
      .optional("under", \.under, .path, "Only criteria below this one."),
      .list("among", \.among, .path, "Only these criteria."),
      .optional("kind", \.kind, .choice, "Only reviews of this kind; plans are for peer reviews."),
      .optional("message", \.message, .text, "What a person reads where it is not so."),
      .optional("assumed", \.assumed, .text, "Why, where the source is silent."),
      .optional("source", \.source, SourceReference.shape, "Where the rule comes from."),
      .locked(\.isLocked),
    ])
}

extension Field {
  /// `locked: true` stands in many places of a framework and means the same in all of them.
  static func locked(_ property: WritableKeyPath<Root, Bool> & Sendable) -> Field {
    .defaulted("locked", property, .boolean, default: false, "Whether variants have to leave it as it is.")
  }
}
