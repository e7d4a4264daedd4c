import Diagnostics

/// A strand is a thread that runs through the points of a criterion. One with a single statement is no
/// thread: its name is misspelt, or it is not needed.
enum StrandsUsedOnce: FrameworkCheck {
  static let strandUsedOnce = DiagnosticCode(
    "strand-used-once", "A strand has a single statement.", severity: .warning,
    advice: "Use the same name for all statements of one thread, or leave `strand` away.")
  static let codes = [strandUsedOnce]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    for index in resolved.criteria.indices where !resolved.criteria[index].criterion.statements.isEmpty {
      var uses: [String: Int] = [:]
      for statement in resolved.criteria[index].criterion.statements {
        if let strand = statement.strand { uses[strand.value, default: 0] += 1 }
      }
      guard uses.values.contains(1) else { continue }
      var names = NameSuggester(uses.filter { $0.value > 1 }.keys.sorted())
      for statement in resolved.criteria[index].criterion.statements {
        guard let strand = statement.strand, uses[strand.value] == 1 else { continue }
        bag.report(
          strandUsedOnce, message(strand.value), help: names.nearestHelp(for: strand.value), at: strand.range)
      }
    }
  }

  private static func message(_ strand: String) -> String {
    "Only this statement of the criterion belongs to the strand “\(strand)”."
  }
}
