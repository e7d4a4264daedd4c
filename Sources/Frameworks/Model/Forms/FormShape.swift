import Diagnostics
import Documents

extension Form {
  static let shape = Shape<Form>.record(
    "form", "Boxes to fill.", blank: Form(),
    fields: [
      .required("id", \.id, .slug, "Its name."),
      .required("title", \.title, .text, "What people call it."),
      .optional("text", \.text, .text, "What it is for."),
      .optional(
        "for", \.level, .slug, "The level, where it is filled once for each criterion; else once a review."),
      .defaulted("purpose", \.purpose, .choice, default: .record, "What is done with it."),
      .list("fields", \.fields, FormField.shape, minimum: 1, "Its boxes, in order."),
      .optional("source", \.source, SourceReference.shape, "Where it comes from."),
      .locked(\.isLocked),
    ])
}

extension FormField {
  static let shape: Shape<FormField> = .record(
    "form field", "One box.", blank: FormField(),
    fields: [
      .required("id", \.id, .slug, "Its name within the form."),
      .required("title", \.title, .text, "What stands above the box."),
      .defaulted("kind", \.kind, .choice, default: .text, "What goes into it."),
      .optional("help", \.help, .text, "What to write there."),
      .defaulted("required", \.isRequired, .boolean, default: false, "Whether it must be filled."),
      .optional("atLeast", \.atLeast, .integer(0...10_000), "At least so many answers."),
      .optional("atMost", \.atMost, .integer(0...10_000), "At most so many answers."),
      .list("choices", \.choices, AnswerOption.shape, "For `choice`: what may be chosen."),
      .optional("level", \.level, .slug, "For `criteria` and `questions`: the level to pick from."),
      .optional(
        "under", \.under, .path, "For `criteria` and `questions`: only criteria at or below this one."),
      .optional("role", \.role, .slug, "For `person`: the role they take."),
      .list(
        "fields", \.fields, FormField.shape, recursiveName: "form field",
        "For `table`: its columns. For `repeat`: the boxes of each part."),
      .defaulted(
        "private", \.isPrivate, .boolean, default: false,
        "Never leaves the school and its review team, and is left out of every export."),
      .optional("assumed", \.assumed, .text, "Why, where the source is silent."),
      .optional("source", \.source, SourceReference.shape, "Where it comes from."),
    ])
}
