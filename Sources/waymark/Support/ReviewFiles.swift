import Diagnostics
import Documents
import Foundation
import Frameworks
import Interchange
import Reviews
import Rubrics
import Workspaces

/// Reads review files, YAML or CSV, and holds each against the framework that it names.
struct ReviewFiles {
  let library: FrameworkLibrary
  let options: FrameworkOptions
  private let language: String?
  var sources = SourceMap()
  var bag = DiagnosticBag()
  private var rubrics: [String: Rubric] = [:]

  /// - Parameter language: in which the frameworks' texts are shown.
  init(_ options: FrameworkOptions, in language: String? = nil) {
    self.options = options
    self.language = language
    library = options.library
  }

  /// A review that may be used, with its framework; `nil` where it has mistakes (see `bag`).
  ///
  /// - Parameter framework: what the person said it is held against; without it, what the review names.
  mutating func read(_ path: String, against framework: String? = nil) throws -> (
    review: Review, rubric: Rubric
  )? {
    try read(try FileReading.source(path), against: framework)
  }

  mutating func read(_ source: SourceFile, against framework: String? = nil) throws -> (
    review: Review, rubric: Rubric
  )? {
    let file = sources.add(source)
    var own = DiagnosticBag()
    defer { bag.append(own) }
    guard let review = ReviewFile.parse(source, file, into: &own), !review.framework.id.value.isEmpty else {
      return nil
    }
    let pin = review.framework
    let reference = framework ?? "\(pin.id.value)@\(pin.version.value)"
    let rubric = try rubric(reference)
    ReviewChecks.run(review, against: rubric.framework, digest: rubric.digest, today: Clock.today, into: &own)
    return own.hasErrors ? nil : (review, rubric)
  }

  /// A filled form that may be used, with its framework; `nil` where it has mistakes (see `bag`).
  mutating func form(_ path: String) throws -> (form: FilledForm, rubric: Rubric)? {
    let source = try FileReading.source(path)
    let file = sources.add(source)
    guard let reader = FormReader(source, file, into: &bag) else { return nil }
    let pin = reader.head.framework
    let rubric = try rubric("\(pin.id.value)@\(pin.version.value)")
    let context = FormContext.Framework(
      framework: rubric.framework, digest: rubric.digest, today: Clock.today)
    return reader.read(context, into: &bag).map { ($0, rubric) }
  }

  /// Adds what the framework's rules say of a review to `bag`.
  mutating func askRules(of review: Review, _ rubric: Rubric) {
    guard let rules = rubric.rules else { return }
    ReviewRules(rules).findings(RuleSituation(review)).report(
      at: review.place, name: { rubric.framework.criterion($0)?.name ?? $0 }, into: &bag)
  }

  /// The members of a list; none where it has mistakes (see `bag`).
  mutating func members(_ source: SourceFile, of partnership: Partnership) throws -> [Member] {
    let file = sources.add(source)
    return MembersCSV.read(
      source, file, region: partnership.region, regions: try Shipped.regions(), into: &bag) ?? []
  }

  /// Files and the review files in folders, in order of name.
  static func expand(_ paths: [String]) throws -> [String] {
    var files: [String] = []
    for path in paths {
      guard path != "-", try FileReading.existing(path) == .folder else {
        files.append(path)
        continue
      }
      let inside = try FolderReading.files(below: path)
        .filter { name in [".yaml", ".yml", ".csv"].contains { name.lowercased().hasSuffix($0) } }
      if inside.isEmpty {
        throw Failure(.noInput, "The folder \(path) holds no review files (.yaml or .csv).")
      }
      files += inside
    }
    return files
  }

  private mutating func rubric(_ reference: String) throws -> Rubric {
    if let rubric = rubrics[reference] { return rubric }
    let rubric = try options.rubric(reference, in: language)
    rubrics[reference] = rubric
    return rubric
  }
}
