import Diagnostics

/// A stem that a criterion or a question names must stand under `stems`; else the question would lose its
/// opening.
enum UnknownStems: FrameworkCheck {
  static let unknownStem = DiagnosticCode(
    "unknown-stem", "A stem is named that does not stand under `stems`.",
    advice: "Correct the name, or add the stem under `stems`.")
  static let codes = [unknownStem]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    var names = NameSuggester(resolved.framework.stems.map(\.id.value))
    func check(_ stem: Located<String>?) {
      guard let stem, resolved.stem(stem.value) == nil else { return }
      bag.report(unknownStem, message(stem.value), help: names.help(for: stem.value), at: stem.range)
    }
    for index in resolved.criteria.indices {
      check(resolved.criteria[index].criterion.stem)
      for prompt in resolved.criteria[index].criterion.questions { check(prompt.stem) }
      for prompt in resolved.criteria[index].criterion.evidence { check(prompt.stem) }
    }
  }

  private static func message(_ stem: String) -> String { "No stem is called “\(stem)”." }
}
