import Diagnostics
import Documents
import Frameworks
import Reviews
import Sealing

extension DocumentKind {
  public static let survey = DocumentKind("waymark.survey", version: 1, noun: "a survey mapping")
}

extension SurveyMapping {
  /// The document, key by key.
  public static let shape = Shape<SurveyMapping>.record(
    "survey", "What the columns of a survey's answers mean.", blank: SurveyMapping(),
    fields: [
      .header(.survey),
      .required(
        "framework", \.framework, FrameworkPin.shape, "The framework that the answers are held against."),
      .required("kind", \.kind, .located(.choice), "Who judges."),
      .required("responses", \.responses, .located(.choice), "How responses become reviews."),
      .defaulted(
        "atLeast", \.atLeast, .integer(1...10_000), default: 1,
        "For `median` and `mode`: with fewer points than this, a criterion is left open."),
      .required("subject", \.subject, SurveySubject.shape, "Who is reviewed."),
      .optional("date", \.date, SurveyDate.shape, "On which day somebody answered."),
      .optional(
        "period", \.period, .placed(.period),
        "The school year of every review, where it is not the one of its date."),
      .list(
        "team", \.team, SurveyColumnName.shape,
        "Columns that name those who answered. Without it, names and addresses are left out."),
      .list("note", \.note, SurveyColumnName.shape, "Columns that go into the review's note."),
      .list("columns", \.columns, SurveyColumn.shape, "Columns that are about a criterion."),
      .defaulted(
        "answers", \.answers, .map(keys: .locatedText, of: .slug), default: [],
        "What answers stand for: a point's id or number, `not-applicable` or `not-reviewed`. Labels and numbers of the "
          + "scale need no entry."),
      .list("ignore", \.ignore, SurveyColumnName.shape, "Columns that are left out."),
    ])
}

extension SurveySubject {
  static let shape = Shape<SurveySubject>.record(
    "survey subject", "Who is reviewed: always the same (`id`), or as a column says.", blank: SurveySubject(),
    place: { $0.range = $1 },
    fields: [
      .optional(
        "id", \.id, .subject,
        "The subject of every response: a URN, or the slug that the partnership gave it."),
      .optional("name", \.name, .text, "What people call it. It never leaves the partnership."),
      .optional("column", \.column, SurveyColumnName.shape, "The column that names the subject."),
      .defaulted(
        "ids", \.ids, .map(keys: .locatedText, of: .subject), default: [],
        "The id for each answer of that column that is none itself."),
      .optional("of", \.of, .subject, "For year groups: the school that they belong to."),
    ])
}

extension SurveyDate {
  static let shape = Shape<SurveyDate>.record(
    "survey date", "The column that says on which day somebody answered.", blank: SurveyDate(),
    fields: [
      .required("column", \.column, SurveyColumnName.shape, "The column. A time after the day does no harm."),
      .defaulted(
        "order", \.order, .choice, default: .dayFirst,
        "How days are written, where they are not like 2026-01-31."),
    ])
}

extension SurveyColumnName {
  /// A header alone, or a header and which of several.
  static let shape: Shape<SurveyColumnName> = .scalar(
    Shape<Located<String>>.locatedText.map({ Self(at: $0) }, back: \.header),
    orMapping: .record(
      "column name", "A column whose header stands at several.", blank: SurveyColumnName(""), fields: fields),
    isScalar: { $0.nth == nil })

  static let fields: [Field<SurveyColumnName>] = [
    .required("header", \.header, .locatedText, "What stands at the head of the column."),
    .optional("nth", \.nth, .integer(1...1_000), "Which of several columns with the same header, from 1."),
  ]

  private init(at header: Located<String>) {
    self.init("")
    self.header = header
  }
}

extension SurveyColumn {
  static let shape = Shape<SurveyColumn>.record(
    "survey column", "A column that is about a criterion.", blank: SurveyColumn(),
    fields: SurveyColumnName.fields.map { $0.within(\.name) } + [
      .required("criterion", \.criterion, .path, "The criterion's path."),
      .defaulted("box", \.box, .choice, default: .point, "Where the answer goes."),
      .defaulted(
        "answers", \.answers, .map(keys: .locatedText, of: .slug), default: [],
        "What answers in this column stand for, before those of the whole survey."),
      .optional(
        "separator", \.separator, .verbatim,
        "What stands between several answers in one cell, where not a line break or `;`."),
    ])
}
