import Diagnostics
import Documents
import Frameworks
import Interchange
import Reviews
import Rubrics

/// Reads a survey's answers and mapping, the mapping with the framework that it names.
struct SurveyFiles {
  private let options: FrameworkOptions
  var sources = SourceMap()
  var bag = DiagnosticBag()

  init(_ options: FrameworkOptions) { self.options = options }

  /// The answers; `nil` where they cannot be read (see `bag`).
  mutating func table(_ path: String) throws -> SurveyTable? {
    let source = try FileReading.source(path)
    return SurveyTable(source, sources.add(source), into: &bag)
  }

  /// A mapping that fits its framework; `nil` where it has mistakes (see `bag`).
  mutating func mapping(_ path: String) throws -> (mapping: SurveyMapping, rubric: Rubric)? {
    let source = try FileReading.source(path)
    let file = sources.add(source)
    var own = DiagnosticBag()
    defer { bag.append(own) }
    guard let mapping = SurveyReader.parse(source, file, into: &own), !mapping.framework.id.value.isEmpty
    else { return nil }
    let rubric = try options.rubric("\(mapping.framework.id.value)@\(mapping.framework.version.value)")
    SurveyChecks.run(mapping, against: rubric.framework, digest: rubric.digest, into: &own)
    return own.hasErrors ? nil : (mapping, rubric)
  }

  /// The reviews that answers make; not for use where `bag` has errors.
  mutating func reviews(_ table: SurveyTable, _ mapping: SurveyMapping, _ rubric: Rubric)
    -> [SurveyReviews.Made]
  {
    SurveyReviews.read(
      table, mapping, rubric.framework, digest: rubric.digest, today: Clock.today, into: &bag)
  }
}
