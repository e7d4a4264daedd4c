import Testing

@testable import Frameworks

/// What the checks of aggregations, weights, sections, coverage and forms point at, and what they leave
/// alone.
@Suite struct SummaryCheckTests {
  @Test(arguments: UnknownAggregations.names) func `every aggregation is known`(name: String) {
    let codes = Reading(MadeUp.framework(overall: name)).codes
    #expect(codes == (name == "proportion" ? ["proportion-without-point"] : []))
  }

  @Test func `names without an order are left out of a mean without a word`() {
    expect(
      [],
      MadeUp.framework(
        scales: [MadeUp.steps, MadeUp.doors], criteria: MadeUp.area("id: a", "id: b, scale: doors"),
        overall: "mean"))
    expect(
      ["aggregate-mixed-scales"],
      MadeUp.framework(
        scales: [MadeUp.steps, MadeUp.doors], criteria: MadeUp.area("id: a", "id: b, scale: doors"),
        overall: "⟦mode⟧"))
  }

  @Test func `one area with names only is no mistake of its level`() {
    expect(
      [],
      MadeUp.framework(
        levels: "[{id: area, title: Area, aggregate: median}, {id: prompt, title: Prompt}]",
        scales: [MadeUp.steps, MadeUp.doors],
        criteria: """
          - {id: a, title: A, criteria: [{id: one, text: Why?}]}
          - {id: b, title: B, criteria: [{id: one, text: Why?, scale: doors}]}
          """))
  }

  @Test func `a criterion's own aggregation replaces its level's`() {
    expect(
      ["aggregate-needs-values"],
      MadeUp.framework(
        levels: "[{id: area, title: Area, aggregate: median}, {id: prompt, title: Prompt}]",
        scales: [MadeUp.steps, MadeUp.doors],
        criteria: """
          - {id: a, title: A, criteria: [{id: one, text: Why?}]}
          - {id: b, title: B, aggregate: ⟦mean⟧, criteria: [{id: one, text: Why?, scale: doors}]}
          """))
  }

  @Test func `mixed scales name how many are left out`() {
    let reading = Reading(
      MadeUp.framework(
        scales: [MadeUp.steps, MadeUp.shares],
        criteria: MadeUp.area("id: a", "id: b, scale: shares", "id: c"),
        overall: "median"))
    #expect(
      reading.bag.items.map(\.message) == [
        "“median” sums up the criteria on “steps”; 1 on other scales is left out."
      ])
  }

  @Test func `a proportion's point`() {
    expect([], MadeUp.framework(overall: "{aggregate: proportion, point: high}"))
    expect(["aggregate-unknown-point"], MadeUp.framework(overall: "{aggregate: proportion, point: ⟦top⟧}"))
  }

  @Test func `weights of all, of none, and of all that count`() {
    expect(
      [],
      MadeUp.framework(
        criteria: MadeUp.area("id: a, weight: 0", "id: b, weight: 1"), overall: "weighted-mean"))
    expect([], MadeUp.framework(criteria: MadeUp.area("id: a", "id: b"), overall: "weighted-mean"))
    expect(
      [],
      MadeUp.framework(
        scales: [MadeUp.steps, MadeUp.doors],
        criteria: MadeUp.area("id: a, weight: 2", "id: b, scale: doors"),
        overall: "weighted-mean"))
    expect(
      ["weights-incomplete"],
      MadeUp.framework(criteria: MadeUp.area("id: a, weight: 2", "id: ⟦b⟧"), overall: "weighted-mean"))
  }

  @Test func `a level's aggregation stands between its weights and the overall one`() {
    expect(
      ["weights-unused"],
      MadeUp.framework(
        levels: "[{id: area, title: Area, aggregate: median}, {id: prompt, title: Prompt}]",
        criteria: MadeUp.area("id: ⟦a⟧, weight: 2", "id: b"), overall: "weighted-mean"))
  }

  @Test(arguments: ["none", "distribution"]) func `a level without a figure lets a weighted mean through`(
    name: String
  ) {
    expect(
      ["weights-incomplete"],
      MadeUp.framework(
        levels: "[{id: area, title: Area, aggregate: \(name)}, {id: prompt, title: Prompt}]",
        criteria: MadeUp.area("id: a, weight: 2", "id: ⟦b⟧"), overall: "weighted-mean"))
  }

  @Test func `sections that overlap`() {
    expect(
      ["section-overlap"], MadeUp.framework(rest: "sections: [{id: a, title: A, of: [reading, ⟦reading⟧]}]"))
    expect(
      ["section-overlap"],
      MadeUp.framework(
        rest: "sections: [{id: a, title: A, of: [reading/books]}, {id: b, title: B, of: [⟦reading⟧]}]"))
    expect(
      [],
      MadeUp.framework(
        criteria: MadeUp.area("id: a", "id: ab"),
        rest: "sections: [{id: a, title: A, of: [reading/ab]}, {id: b, title: B, of: [reading/a]}]"))
  }

  @Test func `ten judged criteria need no sections, eleven do`() {
    func framework(_ count: Int) -> String {
      MadeUp.framework(
        criteria:
          "- {id: reading, title: R, criteria: [\((1...count).map { "{id: c\($0), text: Why?}" }.joined(separator: ", "))]}"
      )
    }
    #expect(Reading(framework(10)).codes == [])
    #expect(Reading(framework(11)).codes == ["sections-needed"])
  }

  @Test func `a path whose beginning was left out is proposed`() {
    let reading = Reading(MadeUp.framework(rest: "sections: [{id: a, title: A, of: [books]}]"))
    #expect(reading.bag.items.map(\.help) == ["Did you mean “reading/books”?"])
  }

  @Test func `coverage that can just be reached`() {
    func condition(_ condition: String) -> String {
      MadeUp.framework(criteria: MadeUp.area("id: a", "id: b"), rest: "coverage: {must: [\(condition)]}")
    }
    expect([], condition("{atLeast: 2, level: prompt, under: reading}"))
    expect(["coverage-impossible"], condition("{atLeast: 3, level: ⟦prompt⟧, under: reading}"))
    expect(["coverage-impossible"], condition("{atLeast: 1, level: ⟦area⟧, under: reading}"))
    expect([], condition("{atLeast: 2, level: prompt, among: [reading/a, reading/b]}"))
    expect(
      ["coverage-impossible"], condition("{atLeast: 2, level: ⟦prompt⟧, among: [reading/a, reading/a]}"))
    expect([], condition("{atLeast: 1, atMost: 1, level: prompt}"))
    expect(["coverage-unknown-criterion"], condition("{atLeast: 9, level: prompt, under: ⟦raeding⟧}"))
  }

  @Test func `a form of a judged level may ask for the judgement`() {
    expect(
      [],
      MadeUp.framework(
        rest: "forms: [{id: f, title: F, for: prompt, fields: [{id: n, title: Notes, kind: judgement}]}]"))
  }

  @Test(arguments: [
    "en", "en-GB", "cy", "zh-Hant-TW", "de-CH-1901", "sl-rozaj-biske", "en-a-myext-b-another", "en-x-made",
  ])
  func `language tags`(tag: String) {
    #expect(LanguageTags.isWellFormed(tag))
  }

  @Test(arguments: [
    "", "e", "British English", "en_GB", "en-", "-en", "en--GB", "en-GB-", "e1", "en-x", "en-a", "£",
  ])
  func `no language tags`(tag: String) { #expect(!LanguageTags.isWellFormed(tag)) }
}
