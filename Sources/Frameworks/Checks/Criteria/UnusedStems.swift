import Diagnostics

/// A stem that no criterion and no question names is left over, or misspelt where it is meant.
enum UnusedStems: FrameworkCheck {
  static let unusedStem = DiagnosticCode(
    "unused-stem", "A stem is not used by anything.", severity: .warning,
    advice: "Name it in the criteria or questions that it opens, or remove it.")
  static let codes = [unusedStem]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    guard !resolved.framework.stems.isEmpty else { return }
    var used: Set<String> = []
    for index in resolved.criteria.indices {
      if let stem = resolved.criteria[index].criterion.stem { used.insert(stem.value) }
      for prompt in resolved.criteria[index].criterion.questions {
        if let stem = prompt.stem { used.insert(stem.value) }
      }
      for prompt in resolved.criteria[index].criterion.evidence {
        if let stem = prompt.stem { used.insert(stem.value) }
      }
    }
    // A name that is misspelt where it is used is reported there, and is likely the one that seems unused.
    guard used.allSatisfy({ resolved.stem($0) != nil }) else { return }
    for stem in resolved.framework.stems where !stem.id.value.isEmpty && !used.contains(stem.id.value) {
      bag.report(unusedStem, message(stem.id.value), at: stem.id.range)
    }
  }

  private static func message(_ stem: String) -> String { "Nothing opens with the stem “\(stem)”." }
}
