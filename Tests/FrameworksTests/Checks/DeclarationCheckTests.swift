import Foundation
import Testing

@testable import Frameworks

/// What the checks of teams, processes, forms and measures point at, and what they leave alone. (One folder a
/// code under `Fixtures/broken` shows what they say.)
@Suite struct DeclarationCheckTests {
  private func process(_ steps: String..., rest: String = "") -> String {
    MadeUp.framework(
      rest: """
        process:
          stages:
            - {id: visit, title: Visit, steps: [\(steps.map { "{title: Step, \($0)}" }.joined(separator: ", "))]}
        \(rest)
        """)
  }

  private func team(_ rest: String, _ roles: String...) -> String {
    MadeUp.framework(
      rest: """
        team:
          roles: [\(roles.map { "{title: Role, \($0), onTeam: true}" }.joined(separator: ", "))]
          \(rest)
        """)
  }

  private func form(_ fields: String, _ keys: String = "") -> String {
    MadeUp.framework(rest: "forms: [{id: f, title: F, \(keys)fields: [\(fields)]}]")
  }

  @Test func `windows that lead to a step that people date`() {
    expect(
      [],
      process(
        "id: talk, window: {after: walk, span: ..P2W, aim: P1W}", "id: walk, scheduled: true",
        "id: write, window: {after: talk, span: P1W..P2W, aim: P2W}",
        "id: read, window: {before: walk, span: P0D..P1W}"
      ))
  }

  @Test func `a circle is named once, and what waits for it not at all`() {
    expect(
      ["window-cycle"],
      process(
        "id: start, window: {after: talk, span: P1W}", "id: walk, window: {after: talk, span: P1W}",
        "id: talk, window: {after: ⟦walk⟧, span: P1W}", "id: end, scheduled: true"))
  }

  @Test(.timeLimit(.minutes(1))) func `thousands of steps that wait for each other are answered soon`() {
    let steps = (0..<20_000).map {
      "        - {id: s\($0), title: S, window: {after: s\($0 + 1), span: P1W}}"
    }
    let text = MadeUp.framework(
      rest: """
        process:
          stages:
            - id: visit
              title: Visit
              steps:
        \(steps.joined(separator: "\n"))
                - {id: s20000, title: Last, window: {after: s0, span: P1W}}
        """)
    #expect(Reading(text).codes == ["window-cycle"])
  }

  @Test func `roles that fit a size`() {
    expect(
      [],
      team(
        "sizes: [{of: [a, b], atLeast: 2, atMost: 4}]", "id: a, atLeast: 1, atMost: 1", "id: b, atLeast: 1"))
    expect(
      [], team("sizes: [{of: [a, b], atMost: 1, strength: may}]", "id: a, atLeast: 1", "id: b, atLeast: 1"))
    expect(
      ["team-size-impossible"],
      team("sizes: [{of: [⟦a⟧, b], atMost: 1}]", "id: a, atLeast: 1", "id: b, atLeast: 1"))
  }

  @Test func `exclusions within a review and within a cycle`() {
    expect(
      [],
      team(
        "exclusions: [{role: a, not: [b]}, {role: a, not: [b], within: cycle, strength: should}]", "id: a",
        "id: b"))
    expect(
      ["exclusion-repeated"],
      team("exclusions: [{role: a, not: [b]}, {role: b, not: [⟦a⟧]}]", "id: a", "id: b"))
  }

  @Test func `a role that only a rule names is used`() {
    let roles = "team: {roles: [{id: guest, title: Guest}]}\n"
    expect(
      [],
      process(
        "id: walk",
        rest: roles
          + "rules: [{id: r, assert: \"team.all(m, m.role != 'guest')\", message: No guests.}]"))
    expect(
      ["unused-role"],
      process("id: walk", rest: roles.replacingOccurrences(of: "id: guest", with: "id: ⟦guest⟧")))
    expect([], MadeUp.framework(rest: roles))
  }

  @Test func `forms that steps and samples fill, and forms without a process`() {
    let forms = "forms: [{id: f, title: F, fields: [{id: a, title: A}]}]"
    expect([], MadeUp.framework(rest: forms))
    expect([], process("id: walk, form: f", rest: forms))
    expect(
      [],
      process("id: walk", rest: "  samples: [{id: s, title: S, share: 0.5, form: f}]\n" + forms))
    expect([], process("id: walk", rest: forms.replacingOccurrences(of: "fields", with: "for: area, fields")))
  }

  @Test func `a table within a part, and no deeper`() {
    let table = "{id: t, title: T, kind: table, fields: [{id: c, title: C}]}"
    expect([], form("{id: p, title: P, kind: repeat, fields: [\(table)]}"))
    expect(
      ["table-nested"],
      form("{id: p, title: P, kind: repeat, fields: [{id: ⟦q⟧, title: Q, kind: repeat, fields: [\(table)]}]}")
    )
  }

  @Test func `actions within a part`() {
    expect(
      [],
      form(
        """
        {id: p, title: P, kind: repeat, fields: [{id: t, title: T, kind: table, \
        fields: [{id: c, title: C, kind: person}, {id: d, title: D, kind: date}]}]}
        """, "purpose: actions, "))
  }

  @Test func `picks that can just be made`() {
    expect([], form("{id: p, title: P, kind: criteria, level: prompt, under: reading, atLeast: 1}"))
    expect([], form("{id: p, title: P, kind: criteria, level: prompt, under: reading/books, atLeast: 1}"))
    // Questions in the review's own words: any number may be linked to one criterion.
    expect([], form("{id: p, title: P, kind: questions, level: prompt, atLeast: 3}"))
    expect(
      ["pick-impossible"], form("{id: ⟦p⟧, title: P, kind: criteria, level: prompt, atLeast: 2}"))
  }

  @Test func `bands within what a scale can give`() {
    func bands(_ name: String, _ bands: String...) -> String {
      let list = bands.map { "{title: Band, \($0)}" }.joined(separator: ", ")
      return MadeUp.framework(overall: "{aggregate: \(name), bands: [\(list)]}")
    }
    expect([], bands("median", "id: a, from: 0", "id: b, from: 1.5", "id: c, from: 2"))
    expect(["band-unreachable"], bands("median", "id: ⟦a⟧, from: 0", "id: b, from: 1"))
    expect(["bands-out-of-order"], bands("median", "id: a, from: 1", "id: ⟦b⟧, from: 1"))
    expect([], bands("proportion, point: high", "id: a, from: 0", "id: b, from: 1"))
    expect(["band-unreachable"], bands("proportion, point: high", "id: a, from: 0", "id: ⟦b⟧, from: 50"))
  }

  @Test func `the school year starts in September`() {
    func occasions(_ days: String...) -> String {
      let list = days.enumerated().map { "{id: o\($0), title: O, from: \($1)}" }.joined(separator: ", ")
      return MadeUp.framework(rest: "occasions: [{id: any, title: Any}, \(list)]")
    }
    expect([], occasions("09-01", "12-31", "01-01", "02-29", "03-01", "08-31"))
    expect(["occasions-out-of-order"], occasions("09-01", "08-31", "⟦12-31⟧"))
    expect(["occasions-out-of-order"], occasions("01-01", "⟦01-01⟧"))
  }

  @Test func `facts of the subject and of the team may share an id`() {
    expect(
      [],
      MadeUp.framework(
        rest: "facts: [{id: large, title: L}, {id: large, title: L, of: member}, {id: school, title: S}]"))
    expect(["kept-id"], MadeUp.framework(rest: "facts: [{id: ⟦school⟧, title: S, of: member}]"))
  }

  @Test func `documents that list no places ask for none`() {
    let criteria = "- {id: reading, title: R, criteria: [{id: a, text: A, source: {ref: one, at: Anywhere}}]}"
    expect([], MadeUp.framework(criteria: criteria, rest: "source: [{id: one, title: One}]"))
    expect(
      ["unknown-place"],
      MadeUp.framework(
        criteria: criteria.replacingOccurrences(of: "Anywhere", with: "⟦Anywhere⟧"),
        rest: "source: [{id: one, title: One, places: [{id: p, title: Any}]}]"))
  }
}
