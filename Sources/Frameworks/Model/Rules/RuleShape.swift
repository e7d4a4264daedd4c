import Diagnostics
import Documents

extension Rule {
  static let shape = Shape<Rule>.record(
    "rule", "A condition that documents are held against.", blank: Rule(),
    fields: [
      .required("id", \.id, .slug, "Its name."),
      .defaulted(
        "for", \.on, .slug, default: Located(Rule.onReview),
        "Which documents: `review`, `schedule`, or the id of a form."),
      .optional("kind", \.kind, .choice, "Only reviews of this kind."),
      .optional("when", \.when, .locatedText, "Asked only where this expression holds (CEL)."),
      .required("assert", \.assert, .locatedText, "What has to hold (CEL)."),
      .defaulted("strength", \.strength, .choice, default: .must, "How binding it is."),
      .required("message", \.message, .text, "What a person reads where it does not hold."),
      .optional("assumed", \.assumed, .text, "Why, where the source is silent."),
      .optional("source", \.source, SourceReference.shape, "Where it comes from."),
      .locked(\.isLocked),
    ])
}

extension EvidenceRequirement {
  static let shape = Shape<EvidenceRequirement>.record(
    "evidence requirement", "Which judgements have to say what they rest on.", blank: EvidenceRequirement(),
    fields: [
      .required("level", \.level, .slug, "The level of the judged criteria."),
      .optional("from", \.from, .slug, "Only judgements at this point or above it."),
      .optional("under", \.under, .path, "Only criteria at or below this one."),
      .optional("kind", \.kind, .choice, "Only reviews of this kind."),
      .defaulted("strength", \.strength, .choice, default: .must, "How binding it is."),
      .optional("message", \.message, .text, "What a person reads where evidence is missing."),
      .optional("assumed", \.assumed, .text, "Why, where the source is silent."),
      .optional("source", \.source, SourceReference.shape, "Where it comes from."),
    ])
}

extension Band {
  static let shape = Shape<Band>.record(
    "band", "A stretch of figures that has a name.", blank: Band(),
    fields: [
      .required("id", \.id, .slug, "Its name, which never changes."),
      .required("title", \.title, .text, "What people call it."),
      .required("from", \.from, .number(), "The lowest figure that belongs to it."),
      .optional("text", \.text, .text, "What it stands for."),
    ])
}
