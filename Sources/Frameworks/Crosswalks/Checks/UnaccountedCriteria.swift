import Diagnostics

/// Every criterion of both frameworks is accounted for: a link names it, or it is said to have no counterpart, or that
/// holds of one above it or of all below it. Where nothing is said of a criterion and of all below it, only the
/// uppermost is named; while a link names a criterion that does not exist, none is. A crosswalk that means to leave criteria out says `partial: true`.
enum UnaccountedCriteria: CrosswalkCheck {
  static let codes = [unaccounted, notPartial]

  static func check(_ crosswalk: Crosswalk, in context: CrosswalkContext, into bag: inout DiagnosticBag) {
    guard crosswalk.links.allSatisfy(context.knows) else { return }
    var open = 0
    for side in CrosswalkSide.allCases where !crosswalk.end(side).id.value.isEmpty {
      let paths = openPaths(crosswalk, side, context.framework(side))
      open += paths.count
      guard !crosswalk.partial.value else { continue }
      for path in paths {
        bag.report(
          unaccounted, "Nothing is said of “\(path)” of \(context.reference(side)).",
          at: crosswalk.end(side).id.range)
      }
    }
    if crosswalk.partial.value, open == 0 {
      bag.report(
        notPartial,
        "Every criterion of both frameworks is accounted for, and the crosswalk calls itself partial.",
        at: crosswalk.partial.range)
    }
  }

  private static func openPaths(
    _ crosswalk: Crosswalk, _ side: CrosswalkSide, _ framework: ResolvedFramework
  ) -> [String] {
    let account = CrosswalkAccount(crosswalk.links, crosswalk.unrelated[side], side, of: framework)
    let criteria = framework.criteria
    // How many criteria before each position are accounted for, so that a whole branch is asked about at once.
    var before = [0]
    for standing in account.standings { before.append((before.last ?? 0) + (standing == .open ? 0 : 1)) }
    func isSilent(_ index: Int) -> Bool { before[criteria[index].end] == before[index] }
    return criteria.indices.compactMap { index in
      let parent = criteria[index].parent
      guard isSilent(index), parent.map({ !isSilent($0) }) ?? true else { return nil }
      return criteria[index].path
    }
  }

  static let unaccounted = DiagnosticCode(
    "crosswalk-unaccounted", "A crosswalk says nothing of a criterion.", severity: .warning,
    advice:
      "Link it, or name it under `unrelated` with a reason; `partial: true` says that criteria are left out on purpose."
  )
  static let notPartial = DiagnosticCode(
    "crosswalk-not-partial", "A crosswalk calls itself partial and leaves nothing out.", severity: .warning,
    advice: "Remove `partial:`.")
}
