import Diagnostics
import Documents
import Frameworks

extension DocumentKind {
  public static let form = DocumentKind("waymark.form", version: 1, noun: "a filled form")
}

extension FilledForm {
  /// The document of one form of a framework, key by key: made from the framework's declaration of the form.
  public static func shape(of form: Form, in framework: ResolvedFramework) -> Shape<FilledForm> {
    let answers = AnswerShapes(framework: framework).answers(
      form.fields, name: "filled \(form.id.value)", summary: "The answers of the form “\(form.title)”.")
    let subject: Field<FilledForm> =
      form.purpose == .process
      ? .optional("subject", \.subject, Subject.shape, "Whom it is about.")
      : .required(
        "subject", \.subject, Subject.shape.map({ $0 }, back: { $0 ?? Subject() }), "Whom it is about.")
    return .record(
      "form", "A form, filled in.", blank: FilledForm(),
      fields: [
        .header(.form),
        .required("framework", \.framework, FrameworkPin.shape, "The framework whose form it is."),
        .required("form", \.form, .slug, "Which of its forms: `\(form.id.value)`."),
        subject,
        .optional(
          "criterion", \.criterion, .path, "The criterion, where the form is filled once for each of a level."
        ),
        .defaulted(
          "status", \.locatedStatus, .located(.choice), default: Located(.draft), "Whether it counts yet."),
        .optional("date", \.locatedDate, .placed(.date), "The day on which it was filled in."),
        .optional(
          "period", \.locatedPeriod, .placed(.period), "The school year, where it is not the one of the date."
        ),
        .defaulted("answers", \.answers, answers, default: Answers(), "What was written into its fields."),
      ])
  }

  /// What every filled form has, whatever the form: enough to find the framework and the form.
  static let head = Shape<FilledForm>.record(
    "form", "A form, filled in.", blank: FilledForm(),
    fields: [
      .header(.form),
      .required("framework", \.framework, FrameworkPin.shape, "The framework whose form it is."),
      .required("form", \.form, .slug, "Which of its forms."),
      .optional(
        "subject", \.subject, Subject.shape, "Whom it is about; needed unless it is about the process."),
      .optional(
        "criterion", \.criterion, .path, "The criterion, where the form is filled once for each of a level."),
      .defaulted(
        "status", \.locatedStatus, .located(.choice), default: Located(.draft), "Whether it counts yet."),
      .optional("date", \.locatedDate, .placed(.date), "The day on which it was filled in."),
      .optional(
        "period", \.locatedPeriod, .placed(.period), "The school year, where it is not the one of the date."),
      .optional(
        "answers", \.answersUnread,
        Shape<Bool>.unread(
          "answers", "each under its field's id, as the framework's form declares them"),
        "What was written into its fields. `waymark form schema` describes them for one form."),
    ])

  /// Stands for the answers of a form that is not known yet.
  fileprivate var answersUnread: Bool? {
    get { nil }
    set {}
  }
}

extension Shape where Value == Bool {
  /// Anything, passed over.
  fileprivate static func unread(_ name: String, _ meaning: String) -> Shape {
    Shape(
      .scalar(ScalarSpec(name, meaning, schema: [("type", "object")])), read: { _, _ in true },
      write: { _ in .null })
  }
}
