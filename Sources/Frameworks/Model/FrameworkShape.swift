import Diagnostics
import Documents

extension DocumentKind {
  public static let framework = DocumentKind("waymark.framework", version: 1, noun: "a framework")
}

extension Framework {
  /// The document, key by key.
  public static let shape = Shape<Framework>.record(
    "framework", "One version of one framework.", blank: Framework(),
    fields: [
      .header(.framework),
      .required("id", \.id, .slug, "A name that never changes, in lower-case letters, digits and hyphens."),
      .required(
        "version", \.version, .version, "The version of the content. Released content never changes."),
      .defaulted("status", \.status, .choice, default: .draft, "Whether this version may still change."),
      .required("title", \.title, .text, "What people call it."),
      .optional("summary", \.summary, .text, "What it is for, in a sentence or two."),
      .defaulted(
        "language", \.language, .locatedText, default: Located("en-GB"), "The language of its texts (BCP 47)."
      ),
      .defaulted("subject", \.subject, .choice, default: .school, "Who is reviewed."),
      .list("source", \.sources, SourceDocument.shape, "The documents that it was made from."),
      .list("levels", \.levels, Level.shape, minimum: 1, "What its depths are called, from the top down."),
      .required("scales", \.scales, .map(keys: .slug, of: Scale.shape), "Its scales, each under an id."),
      .required("judging", \.judging, Judging.shape, "Who marks what."),
      .list("stems", \.stems, Stem.shape, "Openings that questions share."),
      .list("criteria", \.criteria, Criterion.shape, minimum: 1, "Its criteria, in order."),
      .required(
        "overall", \.overall, Overall.shape, "How a review sums up to one figure, or `none`: then never."),
      .list(
        "sections", \.sections, Section.shape,
        "What a sheet publishes where more than ten criteria are judged; at most eight."),
      .defaulted(
        "coverage", \.coverage, Coverage.shape, default: Coverage(),
        "What a review must, should and may cover."),
      .list(
        "evidenceRequired", \.evidenceRequired, EvidenceRequirement.shape,
        "Which judgements have to say what they rest on."),
      .list("rules", \.rules, Rule.shape, "Conditions of its own, in CEL."),
      .list("facts", \.facts, Fact.shape, "What rules need to know of the subject and of those who review."),
      .defaulted("team", \.team, Team.shape, default: Team(), "Who does what in a review."),
      .defaulted("process", \.process, ReviewProcess.shape, default: ReviewProcess(), "What happens when."),
      .list(
        "agreements", \.agreements, Agreement.shape,
        "What must be agreed in writing before something happens."),
      .list("forms", \.forms, Form.shape, "Boxes to fill, for each criterion of a level or for a review."),
      .list("tools", \.tools, Tool.shape, "Ways of working together."),
      .list("occasions", \.occasions, Occasion.shape, "The times of a school year at which it is used."),
      .list("measures", \.measures, Measure.shape, "What is counted or measured beside the judgements."),
      .list("trends", \.trends, Trend.shape, "Directions in which numbers moved since the occasion before."),
      .list("signals", \.signals, Signal.shape, "Conditions that are worth knowing of."),
      .list("triggers", \.triggers, Trigger.shape, "What signals lead to."),
      .list("watch", \.watch, WatchList.shape, "Lists of subjects to keep an eye on."),
      .list("migrations", \.migrations, Migration.shape, "How earlier versions became this one."),
    ])
}

extension SourceDocument {
  static let shape = Shape<SourceDocument>.record(
    "source document", "A document that the framework was made from.", blank: SourceDocument(),
    fields: [
      .required("id", \.id, .slug, "Its name in `source: {ref: …}`."),
      .required("title", \.title, .verbatim, "Its title."),
      .optional("publisher", \.publisher, .verbatim, "Whose it is."),
      .optional("date", \.date, .verbatim, "When it was published."),
      .optional("note", \.note, .text, "What a reader should know about it."),
      .list("places", \.places, SourcePlace.shape, "The parts of it that the framework uses."),
    ])
}

extension SourcePlace {
  static let shape = Shape<SourcePlace>.record(
    "place of a source", "A part of a source document.", blank: SourcePlace(),
    fields: [
      .required("id", \.id, .slug, "Its name."),
      .required("title", \.title, .verbatim, "What `at:` calls it."),
      .optional("text", \.text, .text, "The system or tool that stands there."),
    ])
}

extension SourceReference {
  static let shape = Shape<SourceReference>.record(
    "source reference", "Where in a source document something stands.", blank: SourceReference(),
    fields: [
      .required("ref", \.ref, .slug, "The id of a document under `source`."),
      .optional(
        "at", \.at, .locatedText,
        "The place, in words a reader can follow: the title of one of the document's `places`, then more if need be."
      ),
    ])
}

extension Level {
  static let shape = Shape<Level>.record(
    "level", "What a depth is called.", blank: Level(),
    fields: [
      .required("id", \.id, .slug, "Its name elsewhere in the file."),
      .required("title", \.title, .text, "What people call it, in the singular."),
      .optional("aggregate", \.aggregate, Aggregate.shape, "How its criteria sum up those below them."),
    ])
}

extension Scale {
  static let shape = Shape<Scale>.record(
    "scale", "The values that a judgement may take.", blank: Scale(),
    fields: [
      .defaulted("kind", \.kind, .choice, default: .ordinal, "What kind of values they are."),
      .optional("title", \.title, .text, "What people call it."),
      .defaulted(
        "stability", \.stability, .choice, default: .fixed, "Whether a point means the same every year."),
      .optional("note", \.note, .text, "What readers of figures should know."),
      .list("points", \.points, Point.shape, minimum: 2, "Its points, the lowest first."),
      .locked(\.isLocked),
    ])
}

extension Point {
  static let shape = Shape<Point>.record(
    "point", "One value of a scale.", blank: Point(), place: { $0.range = $1 },
    fields: [
      .required("id", \.id, .slug, "Its name, which never changes."),
      .optional("value", \.value, .integer(-1000...1000), "Its number. Nominal points have none."),
      .optional("label", \.label, .text, "What people read; without it, the number."),
      .optional("text", \.text, .text, "What it stands for."),
    ])
}

extension Stem {
  static let shape = Shape<Stem>.record(
    "stem", "An opening that questions share.", blank: Stem(),
    fields: [
      .required("id", \.id, .slug, "Its name in `stem: …`."),
      .required("text", \.text, .text, "The opening."),
      .optional("source", \.source, SourceReference.shape, "Where it comes from."),
      .locked(\.isLocked),
    ])
}

extension Section {
  static let shape = Shape<Section>.record(
    "section", "A part of the framework that a sheet publishes as one figure.", blank: Section(),
    fields: [
      .required("id", \.id, .slug, "Its name."),
      .required("title", \.title, .text, "What people call it."),
      .list("of", \.of, .path, minimum: 1, "The criteria whose judged descendants belong to it."),
      .locked(\.isLocked),
    ])
}
