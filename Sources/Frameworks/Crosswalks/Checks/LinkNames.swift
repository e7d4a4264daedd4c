import Diagnostics

/// Each link has an id of its own, so that a reader, a later version and a message can name it.
enum LinkNames: CrosswalkCheck {
  static let codes = [duplicate]

  static func check(_ crosswalk: Crosswalk, in context: CrosswalkContext, into bag: inout DiagnosticBag) {
    var seen: Set<String> = []
    for link in crosswalk.links where !link.id.value.isEmpty && !seen.insert(link.id.value).inserted {
      bag.report(duplicate, "There is a link “\(link.id.value)” already.", at: link.id.range)
    }
  }

  static let duplicate = DiagnosticCode(
    "crosswalk-duplicate-link", "Two links have the same id.", advice: "Give one of them another id.")
}
