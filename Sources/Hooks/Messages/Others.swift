import Documents
import Reviews
import Sealing

/// A framework to look over.
public struct CheckRequest: Sendable {
  public var check: String
  public var framework: HookFramework

  public init(check: String, framework: HookFramework) {
    self.check = check
    self.framework = framework
  }

  static let message = Message<CheckRequest>(
    "check request", "A framework that passed Waymark's own checks.",
    fields: [
      .always("check", .text, "The check's name, as `plugin.yaml` has it.") { .string($0.check) },
      .always("framework", .record(HookFramework.message.spec), "The framework.") {
        HookFramework.message.json($0.framework)
      },
    ])
}

/// What a check found.
public struct CheckAnswer: Sendable, Equatable {
  public var mistakes: [HookMistake] = []

  public init() {}

  static let shape = Shape<CheckAnswer>.record(
    "check answer", "What was found.", blank: CheckAnswer(),
    fields: [
      .list(
        "mistakes", \.mistakes, HookMistake.shape,
        "What was found; each may name its place in the document by `at`.")
    ])
}

/// A report to draw in another form.
public struct ReportRequest: Sendable {
  public var format: String
  /// `review` or `workspace`.
  public var kind: String
  /// The report itself, for Waymark's own renderers.
  public var value: any Sendable
  /// The report as its `--format json` prints it.
  public var report: @Sendable () -> JSONValue
  public var options: [String: String]

  public init(
    format: String, kind: String, value: any Sendable, report: @escaping @Sendable () -> JSONValue,
    options: [String: String] = [:]
  ) {
    self.format = format
    self.kind = kind
    self.value = value
    self.report = report
    self.options = options
  }

  static let message = Message<ReportRequest>(
    "report request", "A report to draw.",
    fields: [
      .always("format", .text, "The format, as `plugin.yaml` names it.") { .string($0.format) },
      .always("kind", .text, "Which report it is: `review`.") { .string($0.kind) },
      .always(
        "report", .document("report", "what `--format json` prints"),
        "The report, as `waymark review score --format json` prints it."
      ) { $0.report() },
      .always("options", .options, "What the person gave with `--option`.") {
        .object(optionMembers($0.options))
      },
    ])
}

/// A registry's answer to write in another form.
public struct AnswerRequest: Sendable {
  public var format: String
  /// The answer itself, for Waymark's own renderers.
  public var value: any Sendable
  /// The answer as `waymark compare --format json` prints it.
  public var answer: @Sendable () -> JSONValue
  public var table: @Sendable () -> HookTable
  public var options: [String: String]

  public init(
    format: String, value: any Sendable, answer: @escaping @Sendable () -> JSONValue,
    table: @escaping @Sendable () -> HookTable, options: [String: String] = [:]
  ) {
    self.format = format
    self.value = value
    self.answer = answer
    self.table = table
    self.options = options
  }

  static let message = Message<AnswerRequest>(
    "answer request", "What a registry answered.",
    fields: [
      .always("format", .text, "The format, as `plugin.yaml` names it.") { .string($0.format) },
      .always(
        "answer", .document("answer", "what `--format json` prints"),
        "The answer with its citation, as `waymark compare --format json` prints it."
      ) { $0.answer() },
      .always("table", .record(HookTable.message.spec), "The same as one table, a row a figure.") {
        HookTable.message.json($0.table())
      },
      .always("options", .options, "What the person gave with `--option`.") {
        .object(optionMembers($0.options))
      },
    ])
}
