import Diagnostics
import Documents
import Frameworks
import Sealing

/// A check of what the form of a filled form cannot tell. One check a file; its doc comment is its page in the
/// reference, its codes stand at the foot of the file.
public protocol FormCheck: Sendable {
  /// What it may report.
  static var codes: [DiagnosticCode] { get }

  /// Looks at the whole form.
  static func check(_ filled: FilledForm, in context: FormContext, into bag: inout DiagnosticBag)
}

/// What a filled form is held against.
public struct FormContext: Sendable {
  public let framework: ResolvedFramework
  public let form: Form
  public let today: Day

  public init(framework: ResolvedFramework, form: Form, today: Day) {
    self.framework = framework
    self.form = form
    self.today = today
  }

  /// A framework with its digest, and the day.
  public struct Framework: Sendable {
    public let framework: ResolvedFramework
    /// Of the framework's resolved content.
    public let digest: Digest
    public let today: Day

    public init(framework: ResolvedFramework, digest: Digest, today: Day) {
      self.framework = framework
      self.digest = digest
      self.today = today
    }

    /// As a person names it: `spp@2.0.0`.
    var reference: String { "\(framework.framework.id.value)@\(framework.framework.version.value)" }
  }

  /// Every field that is filled, at any depth, with its answer.
  func answered(_ filled: FilledForm) -> [(field: FormField, answer: Located<Answer>)] {
    Self.answered(filled.answers, form.fields)
  }

  private static func answered(_ answers: Answers, _ fields: [FormField])
    -> [(field: FormField, answer: Located<Answer>)]
  {
    fields.flatMap { field -> [(field: FormField, answer: Located<Answer>)] in
      guard let answer = answers[field.id.value] else { return [] }
      guard case .rows(let rows) = answer.value else { return [(field, answer)] }
      return [(field, answer)] + rows.flatMap { answered($0, field.fields) }
    }
  }
}

/// Every check of a filled form, in the order in which they run.
public enum FormChecks {
  public static let all: [any FormCheck.Type] = [
    FormSubject.self, FormCriterion.self, RequiredAnswers.self, AnswerNumbers.self, PickedCriteria.self,
    PersonFacts.self, FormJudgements.self, FormDates.self,
  ]

  /// For the page of diagnostics.
  public static var codes: [DiagnosticCode] {
    FormPin.codes + [FormReader.unknownForm] + all.flatMap { $0.codes }
  }

  /// - Parameter filled: fields that could not be read are empty and are passed over: they were reported.
  public static func run(_ filled: FilledForm, in context: FormContext, into bag: inout DiagnosticBag) {
    for check in all { check.check(filled, in: context, into: &bag) }
  }
}
