import ArgumentParser
import Diagnostics
import Expressions
import Frameworks
import Reviews
import Rubrics

/// `waymark expression eval EXPRESSION --review FILE`
struct ExpressionEvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Work out an expression on a review or a filled form.",
    discussion: """
      Prints the value, or why there is none. Exit code 0 for a value and for “not evaluable”, 1 for a mistake in the \
      expression, 65 where it fails on this document.
      """)

  @Argument(help: "In CEL, such as 'j[\"leadership\"].value >= 2'.")
  var expression: String

  @Option(help: ArgumentHelp("The review that it is worked out on.", valueName: "file"))
  var review: String?

  @Option(
    help: ArgumentHelp("The filled form that it is worked out on, instead of a review.", valueName: "file"))
  var form: String?

  @Option(help: ArgumentHelp("The review of the other kind, for `self` and `peer`.", valueName: "file"))
  var beside: String?

  @Option(
    help: ArgumentHelp(
      "An earlier review, for `previous(…)` and trends; the oldest first.", valueName: "file"))
  var against: [String] = []

  @Option(help: ArgumentHelp("The filled form that planned the review, for `plan`.", valueName: "file"))
  var plan: String?

  @Flag(help: "Show the value of each part.")
  var explain = false

  @OptionGroup var frameworks: FrameworkOptions

  func validate() throws {
    if (review == nil) == (form == nil) {
      throw ValidationError("Name a review with --review, or a filled form with --form.")
    }
  }

  func run() throws {
    var files = ReviewFiles(frameworks)
    guard let (environment, activation) = try situation(&files) else {
      Console.note(TextPrinter.print(files.bag, files.sources))
      throw Failure(
        .badData, "The document has mistakes.", help: "Correct them first; they are listed above.")
    }
    let trial = ExpressionTrial(expression, in: environment)
    guard let program = trial.program else {
      try Console.print(TextPrinter.print(trial.bag, trial.sources))
      throw ExitCode(ExitStatus.mistakes.rawValue)
    }
    let explanation = program.explain(activation, costLimit: RuleBook.costLimit)
    if explain { try Console.print(trial.parts(explanation) + "\n") }
    switch explanation.outcome {
    case .value(let value): try Console.print(ValueText.text(value, most: 4_000) + "\n")
    case .notEvaluable(let reason, _): try Console.print("not evaluable: \(reason.words)\n")
    case .error(let error):
      Console.note(TextPrinter.print(trial.failed(error), trial.sources))
      throw ExitCode(ExitStatus.badData.rawValue)
    }
  }

  private func situation(_ files: inout ReviewFiles) throws -> (Environment, Activation)? {
    if let form {
      guard let (filled, rubric) = try files.form(form) else { return nil }
      let book = RuleBook(rubric.framework)
      guard let environment = book.vocabulary.forms[filled.form.value],
        let activation = FormRules(book).activation(filled)
      else { return nil }
      return (environment, activation)
    }
    // All files are read before any is found wanting, so that every mistake is said at once.
    let main = try review.flatMap { try files.read($0) }
    let counterpart = try beside.map { try files.read($0) }
    let planned = try plan.map { try files.form($0) }
    let earlier = try against.map { try files.read($0) }
    guard let main, !files.bag.hasErrors else { return nil }
    let book = RuleBook(main.rubric.framework)
    let situation = RuleSituation(
      main.review, counterpart: counterpart??.review, plan: planned??.form,
      earlier: earlier.compactMap { $0?.review })
    return (book.vocabulary.review, ReviewRules(book).activation(situation))
  }
}
