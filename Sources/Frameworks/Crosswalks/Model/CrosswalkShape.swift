import Diagnostics
import Documents

extension DocumentKind {
  public static let crosswalk = DocumentKind("waymark.crosswalk", version: 1, noun: "a crosswalk")
}

extension Crosswalk {
  /// The document, key by key.
  public static let shape = Shape<Crosswalk>.record(
    "crosswalk", "Which criteria of one framework correspond to which of another.", blank: Crosswalk(),
    fields: [
      .header(.crosswalk),
      .required("id", \.id, .slug, "A name that never changes, in lower-case letters, digits and hyphens."),
      .required("version", \.version, .version, "The version of the content."),
      .defaulted("status", \.status, .choice, default: .draft, "Whether this version may still change."),
      .required("title", \.title, .text, "What people call it."),
      .optional("summary", \.summary, .text, "What it is for, and who made it."),
      .defaulted(
        "language", \.language, .locatedText, default: Located("en-GB"), "The language of its texts (BCP 47)."
      ),
      .list("source", \.sources, SourceDocument.shape, "The documents in which stated links stand."),
      .required("from", \.from, CrosswalkEnd.shape, "The framework that it leads from."),
      .required("to", \.to, CrosswalkEnd.shape, "The framework that it leads to."),
      .defaulted(
        "partial", \.partial, .keepingPlace(.boolean), default: Located(false),
        "Whether it leaves criteria out on purpose; then none are missed."),
      .list("scales", \.scales, CrosswalkScale.shape, "How points are read on the other side's scales."),
      .list("links", \.links, CrosswalkLink.shape, minimum: 1, "What corresponds to what."),
      .defaulted(
        "unrelated", \.unrelated, UnrelatedCriteria.shape, default: UnrelatedCriteria(),
        "The criteria of either side to which nothing corresponds."),
    ])
}

extension CrosswalkEnd {
  static let shape = Shape<CrosswalkEnd>.record(
    "end of a crosswalk", "One exact version of a framework.", blank: CrosswalkEnd(),
    place: { $0.range = $1 },
    fields: [
      .required("id", \.id, .slug, "Its id."),
      .required("version", \.version, .version, "Its version."),
      .optional(
        "digest", \.digest, .locatedDigest,
        "The digest of its content, as `waymark framework show` prints it. A released crosswalk names it."),
    ])
}

extension CrosswalkScale {
  static let shape = Shape<CrosswalkScale>.record(
    "crossed scale", "How points of a scale of one side are read on a scale of the other.",
    blank: CrosswalkScale(), place: { $0.range = $1 },
    fields: [
      .required("from", \.from, .slug, "A scale of the framework that it leads from."),
      .required("to", \.to, .slug, "A scale of the framework that it leads to."),
      .required(
        "points", \.points, .noneOr(.map(keys: .slug, of: .noneOr(.slug))),
        "For each point, the one on the other side, or `none`; `none` alone where no mark can be carried over."
      ),
      .required("why", \.why, .text, "What makes these points correspond, or keeps them from it."),
    ])
}

extension CrosswalkLink {
  static let shape = Shape<CrosswalkLink>.record(
    "link", "What corresponds to what: any number of criteria on each side.", blank: CrosswalkLink(),
    place: { $0.range = $1 },
    fields: [
      .required("id", \.id, .slug, "Its name in the crosswalk."),
      .list("from", \.from, .path, minimum: 1, "Criteria of the framework that it leads from."),
      .list("to", \.to, .path, minimum: 1, "Criteria of the framework that it leads to."),
      .required("relation", \.relation, .located(.choice), "What the `from` side is to the `to` side."),
      .required("confidence", \.confidence, .located(.choice), "How sure its author is."),
      .required("basis", \.basis, .located(.choice), "Who says so."),
      .required("rationale", \.rationale, .text, "Why, in words that a reader can weigh."),
      .optional("source", \.source, SourceReference.shape, "Where it is stated."),
      .optional(
        "combine", \.combine, .located(.choice),
        "How several judgements on one side make one figure on the other, each first taken over to that side's scale."
      ),
      .optional("assumed", \.assumed, .text, "Why this rule, where nothing else says so."),
    ])
}

extension UnrelatedCriteria {
  static let shape = Shape<UnrelatedCriteria>.record(
    "unrelated criteria", "What has no counterpart.", blank: UnrelatedCriteria(),
    fields: [
      .list("from", \.from, UnrelatedCriterion.shape, "Criteria of the framework that it leads from."),
      .list("to", \.to, UnrelatedCriterion.shape, "Criteria of the framework that it leads to."),
    ])
}

extension UnrelatedCriterion {
  static let shape = Shape<UnrelatedCriterion>.record(
    "unrelated criterion", "A criterion to which nothing corresponds; what stands below it is meant too.",
    blank: UnrelatedCriterion(),
    fields: [
      .required("path", \.path, .path, "Its path."),
      .required("why", \.why, .text, "Why nothing corresponds to it."),
    ])
}

extension Shape {
  /// A value together with its place.
  static func keepingPlace<Plain>(_ shape: Shape<Plain>) -> Shape where Value == Located<Plain> {
    Shape(
      shape.spec,
      read: { node, reader in shape.read(node, &reader).map { Located($0, at: reader.tree.range(node)) } },
      write: { shape.write($0.value) })
  }
}
