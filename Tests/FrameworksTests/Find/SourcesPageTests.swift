import Foundation
import Frameworks
import Testing

@Suite struct SourcesPageTests {
  private func framework(_ id: String, places: String, criteria: String, rest: String = "") throws
    -> Framework
  {
    let text = MadeUp.framework(
      criteria: criteria,
      rest: """
        source:
          - id: notes
            title: Notes on reading
            publisher: Nobody (made up)
            date: 2026
            places: \(places)
        \(rest)
        """
    ).replacingOccurrences(of: "id: made-up", with: "id: \(id)")
    return try #require(Reading(text).framework, "\(Reading(text).report)").framework
  }

  @Test func `places are told once, whoever declares them`() throws {
    let one = try framework(
      "one-made-up", places: "[{id: a, title: Page 1, text: Books | shelves}, {id: b, title: Page 2}]",
      criteria: MadeUp.area(
        "id: a, source: {ref: notes, at: Page 1}", "id: b, source: {ref: notes, at: \"Page 1, line 2\"}",
        "id: c, source: {ref: notes, at: Page 1}", "id: d, source: {ref: notes, at: \"Page 1; Page 2\"}"),
      rest: """
        forms:
          - id: record
            title: Record
            source: {ref: notes, at: Page 2}
            fields: [{id: who, title: Who, source: {ref: notes, at: Page 2}}]
        coverage: {must: [{atLeast: 1, level: prompt, source: {ref: notes, at: Page 2}}]}
        """)
    let two = try framework(
      "two-made-up", places: "[{id: z, title: Page 2, text: A form}, {id: y, title: Page 3}]",
      criteria: MadeUp.area("id: a, source: {ref: notes, at: Page 2}", "id: b, source: {ref: notes}"))
    let page = SourcesPage.markdown([one, two])
    #expect(
      page.hasSuffix(
        #"""
        ## Notes on reading

        Nobody (made up), 2026

        | place | what stands there | declared in |
        |---|---|---|
        | Page 1 | Books \| shelves | `one-made-up@1.0.0`: 4 prompts |
        | Page 2 | A form | `one-made-up@1.0.0`: prompt `reading/d`, form `record`, field `record/who`, 1 coverage condition<br>`two-made-up@1.0.0`: prompt `reading/a` |
        | Page 3 |  |  |
        | (no place named) | | `two-made-up@1.0.0`: prompt `reading/b` |

        """#), "\(page)")
  }

  @Test func `documents stand in the order of their titles`() throws {
    var one = try framework("one-made-up", places: "[]", criteria: MadeUp.area("id: a"))
    one.sources[0].title = "Zebras"
    let two = try framework("two-made-up", places: "[]", criteria: MadeUp.area("id: a"))
    let page = SourcesPage.markdown([one, two])
    let first = try #require(page.range(of: "## Notes on reading"))
    let second = try #require(page.range(of: "## Zebras"))
    #expect(first.lowerBound < second.lowerBound)
  }
}
