import Diagnostics
import Documents

/// Each path under `from` leads to a criterion of the one framework, each under `to` to one of the other.
enum LinkedPaths: CrosswalkCheck {
  static let codes = [unknownPath]

  static func check(_ crosswalk: Crosswalk, in context: CrosswalkContext, into bag: inout DiagnosticBag) {
    for side in CrosswalkSide.allCases {
      let framework = context.framework(side)
      var suggester = PathSuggester(framework)
      let paths = crosswalk.links.flatMap { $0.paths(side) } + crosswalk.unrelated[side].map(\.path)
      for path in paths where !path.value.isEmpty && framework.criterion(path.value) == nil {
        var help = suggester.help(for: path.value)
        if context.framework(side.other).criterion(path.value) != nil {
          help =
            "It is a criterion of \(context.reference(side.other)), which stands under `\(side.other.rawValue)`."
        }
        bag.report(
          unknownPath, "\(context.reference(side)) has no criterion “\(path.value)”.", help: help,
          at: path.range)
      }
    }
  }

  static let unknownPath = DiagnosticCode(
    "crosswalk-unknown-path", "A crosswalk names a criterion that the framework does not have.",
    advice: "Use the criterion's path: its ids from the top down, joined by `/`.")
}
