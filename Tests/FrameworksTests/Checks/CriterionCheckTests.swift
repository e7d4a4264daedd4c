import Foundation
import Testing

@testable import Frameworks

/// What the checks of ids, scales, levels and criteria point at, and what they leave alone. (One folder a
/// code under `Fixtures/broken` shows what they say.)
@Suite struct CriterionCheckTests {
  @Test func `the base is clean`() { expect([], MadeUp.framework()) }

  @Test func `an id may come again in another list`() {
    expect(
      [],
      MadeUp.framework(
        criteria: """
          - {id: reading, title: Reading, criteria: [{id: books, text: Are there books?}]}
          - {id: books, title: Books, questions: [{id: books, text: Which?}], criteria: [{id: books, text: Why?}]}
          """))
  }

  @Test func `each later twin is named`() {
    expect(
      ["duplicate-id", "duplicate-id"],
      MadeUp.framework(criteria: MadeUp.area("id: a", "id: b", "id: ⟦b⟧", "id: ⟦b⟧")))
  }

  @Test func `equal values are not out of order as well`() {
    expect(
      ["duplicate-point-value"],
      MadeUp.framework(scales: ["steps: {points: [{id: low, value: -1}, ⟦{id: high, value: -1}⟧]}"]))
    expect(
      ["points-out-of-order"],
      MadeUp.framework(
        scales: [
          "steps: {kind: interval, points: [{id: a, value: 0}, ⟦{id: b, value: -1}⟧, {id: c, value: 1}]}"
        ]))
  }

  @Test func `a point without a value`() {
    expect(
      ["point-without-value"],
      MadeUp.framework(scales: ["steps: {points: [{id: a, value: 0}, ⟦{id: b}⟧, {id: c, value: 1}]}"]))
    expect([], MadeUp.framework(scales: ["steps: {kind: nominal, points: [{id: a}, {id: b}]}"]))
  }

  @Test func `an unknown scale has no further consequences`() {
    expect(
      ["unknown-scale"],
      MadeUp.framework(
        criteria: MadeUp.area("id: a", "id: b, scale: ⟦step⟧, statements: [{id: s, at: x, text: S}]")))
  }

  @Test func `a scale that only a criterion names is used`() {
    expect(
      [],
      MadeUp.framework(scales: [MadeUp.steps, MadeUp.doors], criteria: MadeUp.area("id: a, scale: doors")))
    expect(
      ["unused-scale"],
      MadeUp.framework(scales: [MadeUp.steps, "⟦spare⟧: {points: [{id: a, value: 1}, {id: b, value: 2}]}"]))
  }

  @Test func `a statement stands at a point of its own scale`() {
    expect(
      ["statement-point"],
      MadeUp.framework(
        scales: [MadeUp.steps, MadeUp.doors],
        criteria: MadeUp.area(
          "id: a, scale: doors, statements: [{id: s, at: open, text: S}]",
          "id: b, statements: [{id: s, at: ⟦open⟧, text: S}, {id: t, at: low, text: S}]")))
  }

  @Test func `self and peers may judge on different scales`() {
    expect(
      [],
      MadeUp.framework(
        scales: [MadeUp.steps, MadeUp.doors],
        judging: "{self: {level: prompt, scale: steps}, peer: {level: prompt, scale: doors}}",
        criteria: MadeUp.area("id: a, statements: [{id: s, at: open, text: S}, {id: t, at: low, text: T}]"),
        overall: "median"))
  }

  @Test func `a strand belongs to one criterion`() {
    expect(
      ["strand-used-once", "strand-used-once"],
      MadeUp.framework(
        criteria: MadeUp.area(
          "id: a, statements: [{id: s, at: low, strand: ⟦one⟧, text: S}]",
          "id: b, statements: [{id: s, at: low, strand: ⟦one⟧, text: S}, {id: t, at: low, text: S}]")))
    expect(
      [],
      MadeUp.framework(
        criteria: MadeUp.area(
          "id: b, statements: [{id: s, at: low, strand: one, text: S}, {id: t, at: low, strand: one, text: S}]"
        )))
  }

  @Test func `best fit without any statement is said once`() {
    expect(
      ["best-fit-without-statements"],
      MadeUp.framework(
        judging: "{self: ⟦{level: prompt, scale: steps, method: best-fit}⟧, peer: none}",
        criteria: MadeUp.area("id: a", "id: b")))
  }

  @Test func `a scale that nobody gives is missed once`() {
    expect(
      ["unused-scale", "judged-without-scale"],
      MadeUp.framework(
        scales: ["⟦steps⟧: {points: [{id: low, value: 1}, {id: high, value: 2}]}"],
        judging: "{self: ⟦{level: prompt}⟧, peer: none}", criteria: MadeUp.area("id: a", "id: b")))
    expect(
      ["judged-without-scale"],
      MadeUp.framework(
        judging: "{self: {level: prompt}, peer: none}",
        criteria: MadeUp.area("id: a, scale: steps", "id: ⟦b⟧")))
  }

  @Test func `what lies below a criterion that is too deep is not named again`() {
    expect(
      ["criterion-too-deep"],
      MadeUp.framework(
        criteria: MadeUp.area("id: a, criteria: [{id: ⟦b⟧, title: B, criteria: [{id: c, title: C}]}]")))
  }

  @Test func `two levels that nothing reaches`() {
    expect(
      ["empty-level", "empty-level"],
      MadeUp.framework(
        levels: "[{id: area, title: A}, {id: prompt, title: B}, {id: ⟦c⟧, title: C}, {id: ⟦d⟧, title: D}]"))
  }

  @Test func `quotes around nothing are no words`() {
    expect(
      ["criterion-without-words"],
      MadeUp.framework(criteria: "- {id: reading, title: R, criteria: [{id: ⟦a⟧, title: \"\", text: \" \"}]}")
    )
  }

  @Test func `stems of questions count`() {
    let questions = MadeUp.area("id: a, questions: [{id: q, text: Q, stem: how}]")
    expect(
      ["unused-stem"],
      MadeUp.framework(criteria: questions, rest: "stems: [{id: how, text: How}, {id: ⟦who⟧, text: Who}]"))
    expect(
      ["unknown-stem"],
      MadeUp.framework(
        criteria: questions.replacingOccurrences(of: "stem: how", with: "stem: ⟦hwo⟧"),
        rest: "stems: [{id: how, text: How}]"))
  }

  @Test func `sources everywhere are looked up`() {
    expect(
      Array(repeating: "unknown-source", count: 7),
      MadeUp.framework(
        criteria: MadeUp.area(
          """
          id: a, source: {ref: ⟦one⟧}, statements: [{id: s, at: low, text: S, source: {ref: ⟦one⟧}}], \
          questions: [{id: q, text: Q, stem: how, source: {ref: ⟦one⟧}}], \
          evidence: [{id: e, text: E, source: {ref: ⟦one⟧}}]
          """),
        rest: """
          stems: [{id: how, text: How, source: {ref: ⟦one⟧}}]
          coverage: {must: [{atLeast: 1, level: prompt, source: {ref: ⟦one⟧}}]}
          forms: [{id: f, title: F, for: area, fields: [{id: n, title: Notes, kind: text, source: {ref: ⟦one⟧}}]}]
          """))
  }

  @Test func `drafts, and frameworks without documents, need no sources`() {
    expect([], MadeUp.framework(rest: "source: [{id: notes, title: Notes}]"))
    expect([], MadeUp.framework(rest: "status: released"))
  }
}
