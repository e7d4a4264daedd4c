import Diagnostics
import Documents
import Frameworks
import Interchange
import Reviews
import Rubrics

/// Reads pages that were filled in, each with the framework that it names.
struct PaperFiles {
  private let options: FrameworkOptions
  private var rubrics: [String: Rubric] = [:]
  var bag = DiagnosticBag()

  init(_ options: FrameworkOptions) { self.options = options }

  /// A review that may be used; `nil` where its page has mistakes (see `bag`).
  mutating func review(_ path: String) throws -> Review? {
    guard let answers = PaperAnswers(try FileReading.source(path), into: &bag) else { return nil }
    let rubric = try rubric(answers)
    return answers.review(rubric.framework, digest: rubric.digest, today: Clock.today, into: &bag)
  }

  /// A filled form as YAML; `nil` where its page has mistakes (see `bag`).
  mutating func form(_ path: String) throws -> String? {
    guard let answers = PaperAnswers(try FileReading.source(path), into: &bag) else { return nil }
    let rubric = try rubric(answers)
    guard case .form(let id) = answers.kind else {
      // Any form will do to hear that it is none.
      _ = answers.form(Form(), context(rubric), into: &bag)
      return nil
    }
    let form = try FormFiles.form(id, in: rubric)
    return answers.form(form, context(rubric), into: &bag).map {
      FormWriter.yaml($0, of: form, in: rubric.framework)
    }
  }

  /// Prints what was found.
  ///
  /// - Throws: `badData` where there are mistakes.
  func finish() throws(Failure) {
    if !bag.items.isEmpty { Console.note(TextPrinter.print(bag, SourceMap())) }
    if bag.hasErrors {
      throw Failure(
        .badData,
        "Nothing was imported: \(bag.errorCount) \(bag.errorCount == 1 ? "mistake" : "mistakes").",
        help: "Open the page, correct what is named, save it, and import the new copy.")
    }
  }

  private func context(_ rubric: Rubric) -> FormContext.Framework {
    FormContext.Framework(framework: rubric.framework, digest: rubric.digest, today: Clock.today)
  }

  private mutating func rubric(_ answers: PaperAnswers) throws -> Rubric {
    if let rubric = rubrics[answers.reference] { return rubric }
    let rubric = try options.rubric(answers.reference)
    rubrics[answers.reference] = rubric
    return rubric
  }
}
