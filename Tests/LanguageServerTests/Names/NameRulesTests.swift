import Documents
import Frameworks
import Reviews
import Testing

@testable import LanguageServer

/// The rules name records and keys of shapes that are declared elsewhere: a key that is renamed there must be noticed
/// here, and so must a new one that names something.
@Suite struct NameRulesTests {
  /// Every record of every kind of document, with its keys and the names of their shapes.
  static let records: [String: [String: String]] = {
    var records: [String: [String: String]] = [:]
    func walk(_ spec: ShapeSpec) {
      switch spec {
      case .scalar: break
      case .list(let element, _): walk(element)
      case .map(_, let value): walk(value)
      case .either(let options): options.forEach(walk)
      case .recursive(let name, let inner): if records[name] == nil { walk(inner()) }
      case .record(let record):
        let keys = Set(record.fields.map(\.name))
        if let known = records[record.name], keys.isSubset(of: known.keys) { return }
        for field in record.fields { records[record.name, default: [:]][field.name] = field.shape.name }
        for field in record.fields { walk(field.shape) }
      }
    }
    for spec in [
      FrameworkDocument.shape.spec, Review.shape.spec, Schedule.shape.spec, Crosswalk.shape.spec,
      TextsFile.shape.spec, FilledForm.shape(of: Form(), in: ResolvedFramework(Framework())).spec,
    ] {
      walk(spec)
    }
    return records
  }()

  @Test func everyRuleIsOfAKeyThatExists() {
    for (record, keys) in NameRules.byRecord.merging(
      NameRules.mapKeys, uniquingKeysWith: { $0.merging($1) { a, _ in a } })
    {
      // The details of a person stand in answers to a form's fields of that kind.
      guard record != "person" else { continue }
      for key in keys.keys { #expect(Self.records[record]?[key] != nil, "\(record).\(key)") }
    }
  }

  @Test func everyIdThatNamesSomethingHasARule() {
    let names = ["slug", "path", "address", "list of slug", "list of path", "list of address"]
    // Ids that are declared where they stand, and those of what no framework knows.
    let own: Set<String> = [
      "change: move.as", "schedule.partnership", "statement.strand", "aggregate.plugin",
      "plugin stamp.plugin",
    ]
    for (record, fields) in Self.records {
      for (key, shape) in fields
      where names.contains(shape) && key != "id" && !own.contains("\(record).\(key)") {
        #expect(NameRules.value(record, key) != nil, "\(record).\(key)")
      }
    }
  }

  @Test func theAggregationsAreThoseOfTheCheck() throws {
    let code = try #require(
      FrameworkChecks.all.flatMap { $0.codes }.first { $0.id == "unknown-aggregation" })
    #expect(code.advice.contains(NameRules.aggregations.joined(separator: ", ")))
  }
}
