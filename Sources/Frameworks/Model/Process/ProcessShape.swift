import Diagnostics
import Documents

extension ReviewProcess {
  static let shape = Shape<ReviewProcess>.record(
    "process", "What happens when.", blank: ReviewProcess(),
    fields: [
      .list("stages", \.stages, Stage.shape, "The stages of a review, in order."),
      .list("cadences", \.cadences, Cadence.shape, "What recurs, and how often."),
      .list("samples", \.samples, QualitySample.shape, "Reviews that are looked at again, drawn by lot."),
      .locked(\.isLocked),
    ])
}

extension Stage {
  static let shape = Shape<Stage>.record(
    "stage", "A part of the process.", blank: Stage(),
    fields: [
      .required("id", \.id, .slug, "Its name."),
      .required("title", \.title, .text, "What people call it."),
      .optional("text", \.text, .text, "What it is for."),
      .list("steps", \.steps, Step.shape, minimum: 1, "Its steps, in order."),
      .optional("source", \.source, SourceReference.shape, "Where it comes from."),
      .locked(\.isLocked),
    ])
}

extension Step {
  static let shape = Shape<Step>.record(
    "step", "One thing to be done.", blank: Step(),
    fields: [
      .required("id", \.id, .slug, "Its name in the whole process."),
      .required("title", \.title, .text, "What people call it."),
      .optional("text", \.text, .text, "What is done."),
      .list("by", \.by, .slug, "The roles that do it."),
      .list("with", \.with, .slug, "The roles that take part besides."),
      .optional("window", \.window, Window.shape, "When it is due, counted from another step."),
      .optional("lasts", \.lasts, Lasting.shape, "How long it takes."),
      .optional("form", \.form, .slug, "The form that is filled then."),
      .defaulted(
        "scheduled", \.isScheduled, .boolean, default: false, "Whether a schedule gives it a date."),
      .defaulted("optional", \.isOptional, .boolean, default: false, "Whether it may be left out."),
      .optional("assumed", \.assumed, .text, "Why, where the source is silent."),
      .optional("source", \.source, SourceReference.shape, "Where it comes from."),
    ])
}

extension Window {
  static let shape = Shape<Window>.record(
    "window", "When a step is due.", blank: Window(),
    fields: [
      .optional("before", \.before, .slug, "The step that it comes before. Either this or `after`."),
      .optional("after", \.after, .slug, "The step that it comes after. Either this or `before`."),
      .required(
        "span", \.span, .span, "How far from it: `P1W..P2W`, `..P2W` (at most), `P2W..` (at least), `P90D`."),
      .optional("aim", \.aim, .interval, "When to plan it, within the span."),
      .defaulted("strength", \.strength, .choice, default: .should, "How binding it is."),
      .optional("assumed", \.assumed, .text, "Why, where the source is silent."),
    ])
}

extension Lasting {
  static let shape = Shape<Lasting>.record(
    "length", "How many days a step takes.", blank: Lasting(),
    fields: [
      .optional("atLeast", \.atLeast, .number(0...400), "At least so many days."),
      .optional("atMost", \.atMost, .number(0...400), "At most so many days."),
      .defaulted("strength", \.strength, .choice, default: .should, "How binding it is."),
      .optional("assumed", \.assumed, .text, "Why, where the source is silent."),
    ])
}

extension Cadence {
  static let shape = Shape<Cadence>.record(
    "cadence", "How often something happens.", blank: Cadence(),
    fields: [
      .required("id", \.id, .slug, "Its name."),
      .required("title", \.title, .text, "What happens."),
      .required("times", \.times, .integer(1...366), "How often."),
      .required("per", \.per, .choice, "In how long a time."),
      .optional("step", \.step, .slug, "The step that recurs."),
      .list("with", \.with, .slug, "The roles that take part."),
      .defaulted("strength", \.strength, .choice, default: .should, "How binding it is."),
      .optional("assumed", \.assumed, .text, "Why, where the source is silent."),
      .optional("source", \.source, SourceReference.shape, "Where it comes from."),
    ])
}

extension QualitySample {
  static let shape = Shape<QualitySample>.record(
    "sample", "Reviews that are looked at again, drawn by lot.", blank: QualitySample(),
    fields: [
      .required("id", \.id, .slug, "Its name."),
      .required("title", \.title, .text, "What people call it."),
      .required("share", \.share, .number(0...1), "The share of the reviews that are drawn."),
      .defaulted("atLeast", \.atLeast, .integer(1...1000), default: 1, "At least so many."),
      .optional("form", \.form, .slug, "The form that is filled for each."),
      .optional("assumed", \.assumed, .text, "Why, where the source is silent."),
      .optional("source", \.source, SourceReference.shape, "Where it comes from."),
    ])
}

extension Agreement {
  static let shape = Shape<Agreement>.record(
    "agreement", "A written agreement that must stand before something happens.", blank: Agreement(),
    fields: [
      .required("id", \.id, .slug, "Its name."),
      .required("title", \.title, .text, "What people call it."),
      .optional("text", \.text, .text, "What is agreed, and between whom."),
      .defaulted(
        "before", \.before, .slug, default: Located(Agreement.measures),
        "What waits for it: `measures`, or the id of a step."),
      .defaulted("strength", \.strength, .choice, default: .must, "How binding it is."),
      .optional("message", \.message, .text, "What a person reads where it is missing."),
      .optional("assumed", \.assumed, .text, "Why, where the source is silent."),
      .optional("source", \.source, SourceReference.shape, "Where it comes from."),
    ])
}
