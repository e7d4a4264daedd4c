import Diagnostics
import Documents

extension Measure {
  static let shape = Shape<Measure>.record(
    "measure", "Something counted or measured on each occasion.", blank: Measure(),
    fields: [
      .required("id", \.id, .slug, "Its name. In rules, hyphens become underscores."),
      .required("title", \.title, .text, "What people call it."),
      .optional("text", \.text, .text, "What it is."),
      .defaulted("kind", \.kind, .choice, default: .number, "What is written down."),
      .optional("scale", \.scale, .slug, "For `counts` and `point`: the scale."),
      .optional("unit", \.unit, .text, "What is counted, or in what it is measured."),
      .optional("atLeast", \.atLeast, .number(), "The smallest number that makes sense."),
      .optional("atMost", \.atMost, .number(), "The largest number that makes sense."),
      .optional("assumed", \.assumed, .text, "Why, where the source is silent."),
      .optional("source", \.source, SourceReference.shape, "Where it comes from."),
    ])
}

extension Occasion {
  static let shape = Shape<Occasion>.record(
    "occasion", "A time of the school year at which the framework is used.", blank: Occasion(),
    fields: [
      .required("id", \.id, .slug, "Its name."),
      .required("title", \.title, .text, "What people call it."),
      .optional("from", \.from, .monthDay, "Its first day: month and day, such as 09-01."),
      .optional("source", \.source, SourceReference.shape, "Where it comes from."),
    ])
}

extension Trend {
  static let shape = Shape<Trend>.record(
    "trend", "The direction in which a number moved since the occasion before.", blank: Trend(),
    fields: [
      .required("id", \.id, .slug, "Its name. In rules, hyphens become underscores."),
      .required("title", \.title, .text, "What people call it."),
      .required("of", \.of, .locatedText, "The number (CEL), such as `measures.attainment`."),
      .list("categories", \.categories, TrendCategory.shape, minimum: 2, "Its directions, the lowest first."),
      .optional("assumed", \.assumed, .text, "Why, where the source is silent."),
      .optional("source", \.source, SourceReference.shape, "Where it comes from."),
    ])
}

extension TrendCategory {
  static let shape = Shape<TrendCategory>.record(
    "trend category", "One direction.", blank: TrendCategory(),
    fields: [
      .required("id", \.id, .slug, "Its name."),
      .required("title", \.title, .text, "What people call it."),
      .optional(
        "from", \.from, .number(), "The smallest change that belongs to it; the lowest category has none."),
    ])
}

extension Signal {
  static let shape = Shape<Signal>.record(
    "signal", "A condition that is worth knowing of.", blank: Signal(),
    fields: [
      .required("id", \.id, .slug, "Its name. In rules, hyphens become underscores."),
      .required("title", \.title, .text, "What people read where it is given."),
      .required("when", \.when, .locatedText, "When it is given (CEL)."),
      .optional("assumed", \.assumed, .text, "Why, where the source is silent."),
      .optional("source", \.source, SourceReference.shape, "Where it comes from."),
    ])
}

extension Trigger {
  static let shape = Shape<Trigger>.record(
    "trigger", "What signals lead to.", blank: Trigger(),
    fields: [
      .required("id", \.id, .slug, "Its name."),
      .required("title", \.title, .text, "What people read where it is pulled."),
      .required("when", \.when, .locatedText, "When it is pulled (CEL)."),
      .optional("opens", \.opens, .slug, "The watch list that it proposes the subject for."),
      .optional("text", \.text, .text, "What people do then."),
      .optional("assumed", \.assumed, .text, "Why, where the source is silent."),
      .optional("source", \.source, SourceReference.shape, "Where it comes from."),
    ])
}

extension WatchList {
  static let shape = Shape<WatchList>.record(
    "watch list", "Subjects that people keep an eye on. It never leaves the partnership.",
    blank: WatchList(),
    fields: [
      .required("id", \.id, .slug, "Its name."),
      .required("title", \.title, .text, "What people call it."),
      .optional("text", \.text, .text, "What it is for."),
      .required("owner", \.owner, .slug, "The role of the person who answers for a subject on it."),
      .required("report", \.report, .slug, "The cadence whose every occasion wants a report."),
      .list(
        "closedBy", \.closedBy, AnswerOption.shape, minimum: 1,
        "The sides that must all agree before a subject leaves it."),
      .optional("closesWhen", \.closesWhen, .locatedText, "What must hold besides (CEL)."),
      .optional("assumed", \.assumed, .text, "Why, where the source is silent."),
      .optional("source", \.source, SourceReference.shape, "Where it comes from."),
    ])
}
