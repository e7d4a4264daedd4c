import Frameworks
import Testing

@Suite("Figures side by side")
struct ComparedFiguresTests {
  private typealias Family = MadeUpFamily

  /// Two areas of two and one questions, with a median for each area.
  private func text(
    _ name: String, scales: String = Family.steps, median: String = "median", questions: [String],
    rest: String = ""
  )
    -> String
  {
    let below = questions.map { "{id: \($0), title: Question \($0), source: {ref: made-up}}" }
    return Family.alone(
      name, scales: scales,
      levels: "[{id: area, title: Area, aggregate: \(median)}, {id: question, title: Question}]",
      judging: "{self: {level: question, scale: steps}, peer: none}",
      """
      - {id: all, title: All, source: {ref: made-up}, criteria: [\(below.joined(separator: ", "))]}
      - {id: one, title: One, source: {ref: made-up}, criteria: [{id: x, title: X, source: {ref: made-up}}]}
      """, rest: rest)
  }

  private func compare(_ later: (String) -> String) throws -> Comparability {
    try Family(["f@1.0.0": text("f@1.0.0", questions: ["a", "b"]), "f@1.1.0": later("f@1.1.0")])
      .between("f@1.0.0", "f@1.1.0")
  }

  @Test("compare where all that they sum up does")
  func allowed() throws {
    let found = try compare { text($0, questions: ["b", "a"]) }
    for summary in Comparability.Summary.allCases {
      #expect(found.allows(summary, at: "all", by: .own) == .allowed([]))
      #expect(found.allows(summary, at: "all/a", by: .own) == .allowed([]))
    }
    #expect(found.conversion(at: "all", by: .own) == .same)
    #expect(!found.allows(.median, at: "all", by: .peer).isAllowed)
    #expect(!found.allows(.median, at: "nowhere", by: .own).isAllowed)
  }

  @Test("compare no longer where something is new or gone, and say what")
  func changed() throws {
    let found = try compare { text($0, questions: ["a", "c", "d"]) }
    guard case .refused(let refusal) = found.allows(.median, at: "all", by: .own) else {
      Issue.record("allowed")
      return
    }
    #expect(refusal.label == "sums up other things")
    #expect(
      refusal.words
        == "Not comparable: it sums up 3, of which 2 cannot be compared, and 1 of the 2 before is gone.")
    #expect(found.allows(.median, at: "one", by: .own) == .allowed([]))
  }

  @Test("compare no longer where they are summed up in another way")
  func otherRule() throws {
    let found = try compare { text($0, median: "mode", questions: ["a", "b"]) }
    #expect(!found.allows(.median, at: "all", by: .own).isAllowed)
    #expect(found.allows(.median, at: "one", by: .own).isAllowed)
  }

  @Test(
    "go through a map: distributions always, medians where it keeps the order, means never",
    arguments: [
      ("{low: pass, mid: pass, high: merit}", [true, true, false]),
      ("{low: merit, mid: pass, high: merit}", [true, false, false]),
    ])
  func mapped(_ map: String, _ allowed: [Bool]) throws {
    let found = try compare {
      text(
        $0, scales: "steps: {points: [{id: pass, value: 1}, {id: merit, value: 2}]}", questions: ["a", "b"],
        rest: """
          migrations:
            - from: {version: 1.0.0}
              changes: [{set: scales/steps, to: {points: []}, map: \(map), why: Two will do.}]
          """)
    }
    #expect(Comparability.Summary.allCases.map { found.allows($0, at: "all", by: .own).isAllowed } == allowed)
    if allowed[1] { #expect(found.allows(.median, at: "all", by: .own) == .allowed([.rescaled])) }
    #expect(found.conversion(at: "all", by: .own)?.converted("mid") == "pass")
  }
}
