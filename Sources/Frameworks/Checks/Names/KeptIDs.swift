import Diagnostics

/// Some words mean something of their own where ids are used: `for: review` is no form, `before: measures` is
/// no step, and `subject.name` is no fact.
enum KeptIDs: FrameworkCheck {
  static let keptID = DiagnosticCode(
    "kept-id", "An id is a word that means something else where it is used.",
    advice: "Choose another id; the word is kept for what the message says.")
  static let notAName = DiagnosticCode(
    "id-not-a-name", "An id cannot be written in a rule.",
    advice: "In rules, ids are names: they start with a letter, and are not `true`, `false`, `null` or `in`.")
  static let codes = [keptID, notAName]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let framework = resolved.framework
    func check(_ id: Located<String>, _ kept: [String: String]) {
      if let meaning = kept[id.value] { bag.report(keptID, message(id.value, meaning), at: id.range) }
    }
    for form in framework.forms { check(form.id, documents) }
    for step in framework.process.stages.flatMap(\.steps) { check(step.id, waiting) }
    for fact in framework.facts { check(fact.id, fact.of == .subject ? ofSubject : ofMember) }
    let counts = framework.measures.filter { $0.kind == .counts }.compactMap { $0.scale?.value }
    for scale in Set(counts.compactMap(resolved.scaleIndex)).sorted() {
      for point in resolved.scale(scale).points { check(point.id, ofCounts) }
    }
    let names =
      framework.facts.map(\.id) + framework.agreements.map(\.id) + framework.measures.map(\.id)
      + framework.trends.map(\.id) + framework.signals.map(\.id)
    for id in names where !isName(id.value) { bag.report(notAName, message(id.value), at: id.range) }
  }

  private static let documents = [
    "review": "In `on:`, it means every review.", "schedule": "In `on:`, it means every schedule.",
  ]
  private static let waiting = ["measures": "In an agreement's `before:`, it means all measures."]
  private static let ofSubject = [
    "id": "In rules, it is the subject's id.", "name": "In rules, it is the subject's name.",
    "kind": "In rules, it is what kind of subject it is.",
  ]
  private static let ofMember = [
    "name": "In rules, it is the person's name.", "role": "In rules, it is the person's role.",
    "school": "In rules, it is the school that the person is from.",
    "host": "In rules, it says whether the person belongs to the school that is reviewed.",
  ]
  private static let ofCounts = ["total": "In rules, it is the sum of a measure's counts."]

  /// The form of CEL's selectors, whose letters a slug has already. Its other reserved words may follow a
  /// dot.
  private static func isName(_ id: String) -> Bool {
    guard let first = id.utf8.first else { return true }
    return !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
      && !["true", "false", "null", "in"].contains(id)
  }

  private static func message(_ id: String, _ meaning: String) -> String {
    "“\(id)” cannot be an id here. \(meaning)"
  }
  private static func message(_ id: String) -> String { "Rules cannot name “\(id)”." }
}
