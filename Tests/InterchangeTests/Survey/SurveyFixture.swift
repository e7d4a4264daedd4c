import Diagnostics
import Documents
import Frameworks
import Reviews
import Sealing

@testable import Interchange

/// What reading a survey's answers by a mapping gave.
struct ReadSurvey {
  let made: [SurveyReviews.Made]
  let bag: DiagnosticBag
  /// The mistakes as a person sees them.
  let told: String

  var reviews: [String: Review] {
    Dictionary(made.map { ($0.name, $0.review) }, uniquingKeysWith: { first, _ in first })
  }
  var codes: [String] { bag.items.map(\.code.id) }

  /// - Parameter mapping: without its first lines, which say what it is and of which framework.
  init(_ csv: String, _ mapping: String, against reference: String = "small-made-up") throws {
    let (framework, digest) = try Fixtures.framework(reference)
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let text = """
      schema: waymark.survey/1
      framework:
        id: \(framework.framework.id.value)
        version: \(framework.framework.version.value)
        digest: \(digest)
      kind: self
      \(mapping)
      """
    let source = SourceFile(path: "mapping.yaml", bytes: Array(text.utf8))
    let mapping = SurveyReader.parse(source, sources.add(source), into: &bag)
    if let mapping { SurveyChecks.run(mapping, against: framework, digest: digest, into: &bag) }
    let answers = SourceFile(path: "answers.csv", bytes: Array(csv.utf8))
    let table = SurveyTable(answers, sources.add(answers), into: &bag)
    made =
      if !bag.hasErrors, let mapping, let table {
        SurveyReviews.read(
          table, mapping, framework, digest: digest, today: ReadPaper.today, into: &bag)
      } else {
        []
      }
    self.bag = bag
    told = TextPrinter.print(bag, sources)
  }

  static func draft(_ csv: String, against reference: String = "small-made-up") throws -> SurveyDraft.Outcome
  {
    let (framework, digest) = try Fixtures.framework(reference)
    var bag = DiagnosticBag()
    let source = SourceFile(path: "answers.csv", bytes: Array(csv.utf8))
    guard let table = SurveyTable(source, FileID(index: 0), into: &bag) else {
      throw Failure(.badData, "\(bag.items.map(\.message))")
    }
    return SurveyDraft.draft(table, framework, digest: digest, kind: .own, name: "answers.csv")
  }
}
