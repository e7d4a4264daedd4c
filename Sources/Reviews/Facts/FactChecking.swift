import Diagnostics
import Documents
import Frameworks

/// Holds the facts of a subject or of a person against those that a framework asks for. Reviews, filled forms and
/// schedules share it, and its codes.
enum FactChecking {
  static let codes = [unknownFact, factKind, factChoice]

  static func check(
    _ facts: [Keyed<PlainValue>], of owner: Fact.Owner, in framework: Framework, into bag: inout DiagnosticBag
  ) {
    let known = framework.facts.filter { $0.of == owner }
    for entry in facts {
      guard let fact = known.first(where: { $0.id.value == entry.key.value }) else {
        bag.report(
          unknownFact, "The framework asks for no fact “\(entry.key.value)” \(owner.meaning).",
          help: help(for: entry.key.value, known, owner, framework), at: entry.key.range)
        continue
      }
      guard fact.value(of: entry.value) == nil else { continue }
      let isChoice = fact.kind == .choice
      let guess = isChoice ? NearestName.of(entry.value.text, among: fact.choices.map(\.id.value)) : nil
      bag.report(
        isChoice ? factChoice : factKind,
        isChoice
          ? "“\(entry.value.text.onALine)” is none of the choices for “\(fact.title)”."
          : "“\(fact.title)” is answered by \(fact.answers), not by “\(entry.value.text.onALine)”.",
        help: (guess.map { "Did you mean “\($0)”? " } ?? "")
          + (isChoice ? "It may be: \(fact.answers)." : ""),
        at: entry.value.range)
    }
  }

  private static func help(
    for id: String, _ known: [Fact], _ owner: Fact.Owner, _ framework: Framework
  ) -> String {
    if let other = framework.facts.first(where: { $0.id.value == id && $0.of != owner }) {
      return "“\(other.title)” is a fact \(other.of.meaning): write it there."
    }
    if let nearest = NearestName.of(id, among: known.map(\.id.value)) { return "Did you mean “\(nearest)”?" }
    return known.isEmpty
      ? "It asks for no facts here; take it out."
      : "It asks for: \(known.map(\.id.value).joined(separator: ", "))."
  }

  static let unknownFact = DiagnosticCode(
    "unknown-fact", "A fact is not one that the framework asks for.",
    advice: "Use the id of one of the framework's facts, or take it out.")
  static let factKind = DiagnosticCode(
    "fact-kind", "A fact is answered by another kind of value than the framework asks for.",
    advice: "Write `true` or `false`, a number, or a day like 2026-01-31, as the fact wants.")
  static let factChoice = DiagnosticCode(
    "fact-choice", "A fact's answer is none of its choices.", advice: "Use one of the choices named.")
}

extension String {
  /// Short enough for a message on one line.
  var onALine: String {
    let line = split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return line.count > 60 ? line.prefix(57) + "…" : line
  }
}
