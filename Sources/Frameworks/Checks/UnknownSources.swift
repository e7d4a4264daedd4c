import Diagnostics

/// `source: {ref: …}` leads a reader to a document under `source`, so that document must be listed.
enum UnknownSources: FrameworkCheck {
  static let unknownSource = DiagnosticCode(
    "unknown-source", "A source is named that does not stand under the framework's `source`.",
    advice: "Correct the name, or list the document under `source` at the top.")
  static let codes = [unknownSource]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let framework = resolved.framework
    let known = Set(framework.sources.map(\.id.value))
    var names = NameSuggester(framework.sources.map(\.id.value))
    func check(_ source: SourceReference?) {
      guard let ref = source?.ref, !ref.value.isEmpty, !known.contains(ref.value) else { return }
      bag.report(unknownSource, message(ref.value), help: names.help(for: ref.value), at: ref.range)
    }
    for stem in framework.stems { check(stem.source) }
    for index in resolved.criteria.indices {
      check(resolved.criteria[index].criterion.source)
      for statement in resolved.criteria[index].criterion.statements { check(statement.source) }
      for prompt in resolved.criteria[index].criterion.questions { check(prompt.source) }
      for prompt in resolved.criteria[index].criterion.evidence { check(prompt.source) }
    }
    for condition in framework.coverage.all { check(condition.source) }
    for form in framework.forms {
      for field in form.fields { check(field.source) }
    }
  }

  private static func message(_ ref: String) -> String { "No source document is called “\(ref)”." }
}
