import Diagnostics
import Documents
import Frameworks
import Reviews
import Rubrics

/// Reads filled forms, each with the framework that it names.
struct FormFiles {
  private let options: FrameworkOptions
  private let language: String?
  var sources = SourceMap()
  var bag = DiagnosticBag()
  private var rubrics: [String: Rubric] = [:]

  /// - Parameter language: in which the frameworks' texts are shown.
  init(_ options: FrameworkOptions, in language: String? = nil) {
    (self.options, self.language) = (options, language)
  }

  /// A form that may be used; `nil` where it has mistakes (see `bag`).
  mutating func read(_ path: String) throws -> (filled: FilledForm, form: Form, rubric: Rubric)? {
    let source = try FileReading.source(path)
    guard let reader = FormReader(source, sources.add(source), into: &bag) else { return nil }
    let pin = reader.head.framework
    let reference = "\(pin.id.value)@\(pin.version.value)"
    let rubric = try rubrics[reference] ?? options.rubric(reference, in: language)
    rubrics[reference] = rubric
    let context = FormContext.Framework(
      framework: rubric.framework, digest: rubric.digest, today: Clock.today)
    guard let filled = reader.read(context, into: &bag) else { return nil }
    return (filled, try Self.form(filled.form.value, in: rubric), rubric)
  }

  /// Adds what the framework's rules say of a form to `bag`.
  mutating func askRules(of filled: FilledForm, _ rubric: Rubric) {
    guard let rules = rubric.rules else { return }
    FormRules(rules).findings(filled).report(
      at: { _ in filled.form.range }, name: { rubric.framework.criterion($0)?.name ?? $0 }, into: &bag)
  }

  /// The form of a framework that a person named.
  ///
  /// - Throws: `noInput` with the nearest name.
  static func form(_ id: String, in rubric: Rubric) throws(Failure) -> Form {
    let content = rubric.framework.framework
    if let form = content.forms.first(where: { $0.id.value == id }) { return form }
    let listing = content.forms.map { "\($0.id.value) (\($0.title))" }.joined(separator: ", ")
    throw Failure(
      .noInput, "\(content.id.value)@\(content.version.value) has no form “\(id)”.",
      help: (NearestName.of(id, among: content.forms.map(\.id.value)).map { "Did you mean “\($0)”? " } ?? "")
        + (content.forms.isEmpty ? "It has no forms." : "It has: \(listing)."))
  }
}
