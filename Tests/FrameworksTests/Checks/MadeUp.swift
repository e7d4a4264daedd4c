import Diagnostics
import Testing

/// A small framework that checks clean, any part of which a test can replace. Each part may mark places with
/// ⟦ and ⟧.
enum MadeUp {
  static let steps = "steps: {points: [{id: low, value: 1}, {id: high, value: 2}]}"
  static let doors = "doors: {kind: nominal, points: [{id: open}, {id: shut}]}"
  static let shares = "shares: {points: [{id: few, value: 1}, {id: many, value: 2}]}"

  static func framework(
    levels: String = "[{id: area, title: Area}, {id: prompt, title: Prompt}]", scales: [String] = [steps],
    judging: String = "{self: {level: prompt, scale: steps}, peer: none}",
    criteria: String = "- {id: reading, title: Reading, criteria: [{id: books, text: Are there books?}]}",
    overall: String = "none", rest: String = ""
  ) -> String {
    """
    schema: waymark.framework/1
    id: made-up
    version: 1.0.0
    title: Made up for tests
    levels: \(levels)
    scales:
      \(scales.joined(separator: "\n  "))
    judging: \(judging)
    criteria:
    \(criteria)
    overall: \(overall)
    \(rest)

    """
  }

  /// Criteria of one area, each with an id, a text and what else is given.
  static func area(_ prompts: String...) -> String {
    "- {id: reading, title: Reading, criteria: [\(prompts.map { "{text: Why?, \($0)}" }.joined(separator: ", "))]}"
  }
}

/// Expects the codes at the marked places, in the order of the text, and nothing else.
func expect(_ codes: [String], _ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let marked = MarkedText(marked)
  let reading = Reading(marked.text)
  let found = reading.bag.sorted()
  #expect(found.map(\.code.id) == codes, "\(reading.report)", sourceLocation: sourceLocation)
  let places = found.compactMap(\.range).map { $0.start..<$0.end }
  #expect(places == marked.places, "\(reading.report)", sourceLocation: sourceLocation)
}
