import Diagnostics

/// Many figures about few schools give them away one by one. A framework of more than ten judged criteria
/// therefore publishes sections, and at most eight (the protection of a sheet is shared out among its
/// figures).
enum SectionNumbers: FrameworkCheck {
  static let tooMany = DiagnosticCode(
    "too-many-sections", "A framework has more than eight sections.",
    advice:
      "Join sections until there are at most eight; each further figure would need more noise than it can bear."
  )
  static let needed = DiagnosticCode(
    "sections-needed", "A framework of more than ten judged criteria has no sections.", severity: .warning,
    advice:
      "Without sections no sheet of this framework can be published. Add at most eight under `sections`.")
  static let codes = [tooMany, needed]

  static let most = 8
  static let mostWithout = 10

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let sections = resolved.framework.sections
    if sections.count > most {
      bag.report(tooMany, message(sections.count), at: sections[most].id.range)
    }
    var own = 0
    var peer = 0
    for index in resolved.criteria.indices {
      if resolved.criteria[index].ownScale != nil { own += 1 }
      if resolved.criteria[index].peerScale != nil { peer += 1 }
    }
    // A sheet publishes the peers' marks where there are any.
    let judged = peer > 0 ? peer : own
    if sections.isEmpty, judged > mostWithout {
      bag.report(needed, messageForNeeded(judged), at: resolved.framework.id.range)
    }
  }

  private static func message(_ count: Int) -> String {
    "There are \(count) sections; a sheet publishes at most \(most)."
  }
  private static func messageForNeeded(_ judged: Int) -> String {
    "\(judged) criteria are judged, but there are no sections."
  }
}
