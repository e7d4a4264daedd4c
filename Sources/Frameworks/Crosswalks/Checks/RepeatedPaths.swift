import Diagnostics
import Documents

/// A criterion is accounted for once. One side of a link names it once, and not together with a criterion below it:
/// its judgements would count twice. What is linked is not unrelated. A criterion may stand in several links, where
/// its meaning is spread.
enum RepeatedPaths: CrosswalkCheck {
  static let codes = [repeated, within, both]

  static func check(_ crosswalk: Crosswalk, in context: CrosswalkContext, into bag: inout DiagnosticBag) {
    for side in CrosswalkSide.allCases {
      for link in crosswalk.links { check(link.paths(side), "the link “\(link.id.value)”", into: &bag) }
      check(crosswalk.unrelated[side].map(\.path), "the list of unrelated criteria", into: &bag)
      checkBoth(crosswalk, side, into: &bag)
    }
  }

  private static func check(_ paths: [Located<String>], _ list: String, into bag: inout DiagnosticBag) {
    var seen: Set<String> = []
    for path in paths where !path.value.isEmpty && !seen.insert(path.value).inserted {
      bag.report(repeated, "“\(path.value)” stands in \(list) already.", at: path.range)
    }
    for path in paths {
      var above = path.value[...]
      while let slash = above.lastIndex(of: "/") {
        above = above[..<slash]
        guard seen.contains(String(above)) else { continue }
        bag.report(
          within, "“\(path.value)” stands below “\(above)”, which is in \(list) too.", at: path.range)
        break
      }
    }
  }

  private static func checkBoth(
    _ crosswalk: Crosswalk, _ side: CrosswalkSide, into bag: inout DiagnosticBag
  ) {
    var linked: [String: String] = [:]
    for link in crosswalk.links where link.relates {
      for path in link.paths(side) where linked[path.value] == nil { linked[path.value] = link.id.value }
    }
    for criterion in crosswalk.unrelated[side] {
      guard let link = linked[criterion.path.value] else { continue }
      bag.report(
        both,
        "“\(criterion.path.value)” is said to have no counterpart, and the link “\(link)” gives it one.",
        at: criterion.path.range)
    }
  }

  static let repeated = DiagnosticCode(
    "crosswalk-path-repeated",
    "One side of a link, or a list of unrelated criteria, names a criterion twice.",
    advice: "Name it once.")
  static let within = DiagnosticCode(
    "crosswalk-path-within", "A criterion stands in a list together with one above it.",
    advice: "Keep the one above, which takes in all below it, or only those below.")
  static let both = DiagnosticCode(
    "crosswalk-linked-and-unrelated", "A criterion is linked, and said to have no counterpart.",
    advice: "Keep one of the two; a link with `relation: none` says that two criteria only look alike.")
}
