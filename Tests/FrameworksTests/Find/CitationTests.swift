import Testing

@testable import Frameworks

@Suite struct CitationTests {
  private static let everything = MadeUp.framework(
    criteria: MadeUp.area(
      """
      id: a, source: {ref: notes}, statements: [{id: s, at: low, text: S, source: {ref: notes}}], \
      questions: [{id: q, text: Q, stem: how, source: {ref: notes}}], \
      evidence: [{id: e, text: E, source: {ref: notes}}]
      """),
    rest: """
      source: [{id: notes, title: Notes}]
      stems: [{id: how, text: How, source: {ref: notes}}]
      coverage:
        must: [{atLeast: 1, level: prompt, source: {ref: notes}}]
        should: [{atLeast: 1, level: area, message: An area., source: {ref: notes}}]
      evidenceRequired: [{level: prompt, source: {ref: notes}}]
      rules: [{id: some, assert: size(team) > 0, message: Nobody came., source: {ref: notes}}]
      facts: [{id: small, title: Small, source: {ref: notes}}]
      team:
        roles:
          - id: leader
            title: Leader
            duties: [{id: lead, text: Leads, source: {ref: notes}}]
            source: {ref: notes}
          - {id: helper, title: Helper, onTeam: true}
        sizes: [{of: [leader, helper], atMost: 4, source: {ref: notes}}]
        exclusions: [{role: leader, not: [helper], source: {ref: notes}}]
      process:
        stages:
          - id: visit
            title: Visit
            source: {ref: notes}
            steps: [{id: walk, title: Walk, by: [leader], form: record, source: {ref: notes}}]
        cadences: [{id: yearly, title: Yearly, times: 1, per: year, source: {ref: notes}}]
        samples: [{id: look, title: Look, share: 0.1, source: {ref: notes}}]
      agreements: [{id: sharing, title: Sharing, source: {ref: notes}}]
      forms:
        - id: record
          title: Record
          source: {ref: notes}
          fields:
            - id: rows
              title: Rows
              kind: table
              source: {ref: notes}
              fields: [{id: cell, title: Cell, source: {ref: notes}}]
      tools:
        - id: sorting
          title: Sorting
          purpose: To sort.
          steps: [{id: sort, text: Sort., source: {ref: notes}}]
          takes: [books]
          gives: [order]
          source: {ref: notes}
      occasions: [{id: autumn, title: Autumn, source: {ref: notes}}]
      measures: [{id: readers, title: Readers, source: {ref: notes}}]
      trends:
        - id: reading
          title: Reading
          of: measures.readers
          categories: [{id: down, title: Down}, {id: up, title: Up, from: 0}]
          source: {ref: notes}
      signals: [{id: few, title: Few, when: measures.readers < 3.0, source: {ref: notes}}]
      triggers: [{id: fewer, title: Few, when: signals.few, opens: shelf, source: {ref: notes}}]
      watch:
        - id: shelf
          title: Shelf
          owner: leader
          report: yearly
          closedBy: [{id: school, title: School}]
          source: {ref: notes}
      """)

  @Test func `whatever has a source is found, in the order of the document`() throws {
    let reading = Reading(Self.everything)
    #expect(reading.report == "")
    let citations = try #require(reading.framework).framework.citations
    #expect(
      citations.map(\.path) == [
        "criteria/reading/a", "criteria/reading/a/statements/s", "criteria/reading/a/questions/q",
        "criteria/reading/a/evidence/e", "stems/how", "coverage/must/1", "coverage/should/1",
        "evidenceRequired/1", "rules/some", "facts/small", "team/roles/leader/lead", "team/roles/leader",
        "team/sizes/1", "team/exclusions/1", "process/stages/visit", "process/stages/visit/walk",
        "process/cadences/yearly", "process/samples/look", "agreements/sharing", "forms/record",
        "forms/record/rows", "forms/record/rows/cell", "tools/sorting/sort", "tools/sorting",
        "occasions/autumn", "measures/readers", "trends/reading", "signals/few", "triggers/fewer",
        "watch/shelf",
      ])
    #expect(Set(citations.map(\.kind)) == Set(Citation.Kind.allCases))
  }

  @Test func `a criterion is called what its level is called`() throws {
    let citations = try #require(Reading(Self.everything).framework).framework.citations
    #expect(citations[0].kind == .criterion && citations[0].noun == "prompt" && citations[0].title == "Why?")
    #expect(citations[6].title == "An area.")
  }

  @Test func `the longest title counts`() {
    var document = SourceDocument()
    for title in ["Stage 1", "Stage 1, feedback", "Stage 10"] {
      var place = SourcePlace()
      place.title = title
      document.places.append(place)
    }
    let places = SourcePlaces(document)
    #expect(places.position(of: "Stage 1") == 0)
    #expect(places.position(of: "Stage 1, page 2") == 0)
    #expect(places.position(of: "Stage 1, feedback: to the head") == 1)
    #expect(places.position(of: "Stage 1, feedbacks") == 0)
    #expect(places.position(of: "Stage 10") == 2)
    #expect(places.position(of: "Stage 11") == nil)
    #expect(places.position(of: "Stage") == nil)
    #expect(places.positions(of: " Stage 10 (twice) ;; Stage 1;Stage 10") == [0, 2])
  }
}
