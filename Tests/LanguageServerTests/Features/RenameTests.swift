import Sealing
import Testing

@testable import LanguageServer

@Suite struct RenameTests {
  private let others = [
    "/made-up/framework.yaml": MadeUp.framework, "/made-up/north.yaml": MadeUp.variant,
    "/made-up/review.yaml": MadeUp.review,
    "/made-up/cases/one/expected.yaml": """
    review:
      criteria:
        our-work/planning:
          mark: "Secure"
      rules:
        - "must, planned-first: Plan first."

    """,
    "/made-up/crosswalk.yaml": """
    schema: waymark.crosswalk/1
    id: there-and-back
    from: {id: made-up-north, version: 1.0.0}
    to: {id: made-up, version: 1.0.0}
    scales: [{from: depth, to: depth, points: {secure: secure}, why: Made up.}]
    links:
      - {id: our-work, from: [our-work/weather], to: [our-work, our-work/planning]}

    """,
    "/made-up/framework.cy.yaml": """
    schema: waymark.texts/1
    framework: {id: made-up, version: 1.0.0}
    texts:
      our-work/planning/text: {text: Made up}
      scales/depth/points/secure/label: {text: Made up}

    """,
  ]

  /// All texts after a rename at the cursor.
  private func renamed(
    _ marked: String, at path: String = "/made-up/framework.yaml", to name: String
  ) throws -> [String: String] {
    var texts = others
    texts[path] = nil
    let editor = Editor(marked, at: path, others: texts)
    texts[path] = editor.text
    let rename = try Rename(try #require(editor.place), to: name, &editor.documents)
    let changes = rename.edit(isVersioned: false, editor.documents)["changes"]?.asObject ?? []
    for change in changes {
      let path = try #require(DocumentURI.path(change.key))
      texts[path] = Edits.apply(change.value.asArray ?? [], to: texts[path] ?? "")
    }
    return texts
  }

  @Test func aCriterionIsRenamedWhereverItsPathStands() throws {
    let texts = try renamed(
      MadeUp.framework.replacing("id: planning", with: "id: plan‸ning"), to: "foresight")
    #expect(
      texts["/made-up/framework.yaml"]?.contains(
        #"!j["our-work/foresight"].answered || j["our-work/foresight"]"#) == true)
    #expect(
      texts["/made-up/north.yaml"]?.contains("{reword: our-work/foresight, text: do we plan ahead?") == true)
    #expect(texts["/made-up/north.yaml"]?.contains("after: foresight") == true)
    #expect(texts["/made-up/review.yaml"]?.contains("our-work/foresight: {point: secure") == true)
    #expect(texts["/made-up/cases/one/expected.yaml"]?.contains("our-work/foresight:") == true)
    #expect(texts["/made-up/crosswalk.yaml"]?.contains("to: [our-work, our-work/foresight]") == true)
    #expect(texts["/made-up/framework.cy.yaml"]?.contains("our-work/foresight/text:") == true)
    for text in texts.values { #expect(!text.contains("planning")) }
  }

  /// From a path in another file; only the one id of it changes.
  @Test func aParentIsRenamedInPathsOfItsChildren() throws {
    let texts = try renamed(
      MadeUp.review.replacing("our-work/planning", with: "our-‸work/planning"), at: "/made-up/review.yaml",
      to: "all-work")
    #expect(texts["/made-up/review.yaml"]?.contains("all-work/planning:") == true)
    #expect(texts["/made-up/north.yaml"]?.contains("to: all-work\n") == true)
    #expect(
      texts["/made-up/crosswalk.yaml"]?.contains(
        "from: [all-work/weather], to: [all-work, all-work/planning]") == true)
    // The link's own id is another name.
    #expect(texts["/made-up/crosswalk.yaml"]?.contains("{id: our-work,") == true)
  }

  @Test func whatAVariantAddsIsItsOwn() throws {
    let texts = try renamed(
      MadeUp.variant.replacing("{id: weather", with: "{id: wea‸ther"), at: "/made-up/north.yaml",
      to: "climate")
    #expect(texts["/made-up/crosswalk.yaml"]?.contains("our-work/climate") == true)
    #expect(texts["/made-up/framework.yaml"] == MadeUp.framework)
  }

  @Test func pointsScalesRolesMeasuresAndRules() throws {
    let point = try renamed(MadeUp.framework.replacing("{id: secure", with: "{id: sec‸ure"), to: "firm")
    #expect(point["/made-up/framework.yaml"]?.contains("{id: plans-exist, at: firm,") == true)
    #expect(point["/made-up/review.yaml"]?.contains("{point: firm,") == true)
    #expect(point["/made-up/framework.cy.yaml"]?.contains("scales/depth/points/firm/label") == true)
    let scale = try renamed(MadeUp.framework.replacing("  depth:", with: "  dep‸th:"), to: "height")
    #expect(scale["/made-up/framework.yaml"]?.contains("scale: height") == true)
    #expect(scale["/made-up/crosswalk.yaml"]?.contains("{from: height, to: height,") == true)
    let role = try renamed(MadeUp.framework.replacing("by: [lead]", with: "by: [le‸ad]"), to: "first")
    #expect(role["/made-up/framework.yaml"]?.contains("by: [first, helper]") == true)
    let measure = try renamed(
      MadeUp.framework.replacing("id: staff-turnover", with: "id: staff‸-turnover")
        .replacing(
          "message: Plan first.", with: "message: Plan first.\n    when: measures.staff_turnover > 1.0"),
      to: "coming-and-going")
    #expect(measure["/made-up/framework.yaml"]?.contains("measures.coming_and_going > 1.0") == true)
    let rule = try renamed(
      MadeUp.framework.replacing("id: planned-first", with: "id: planned‸-first"), to: "first-plan")
    #expect(rule["/made-up/cases/one/expected.yaml"]?.contains("must, first-plan: Plan first.") == true)
  }

  @Test func quotedAndFoldedExpressionsKeepTheirQuotes() throws {
    let folded = MadeUp.framework.replacing(
      "message: Plan first.",
      with: "message: Plan first.\n    when: >-\n      size(team) > 1 &&\n      j[\"our-work/pace\"].answered"
    )
    let texts = try renamed(folded.replacing("id: pace", with: "id: pa‸ce"), to: "speed")
    #expect(texts["/made-up/framework.yaml"]?.contains("      j[\"our-work/speed\"].answered") == true)
  }

  /// What a review said against an earlier version keeps that version's names.
  @Test func carriedAnswersBelongToTheEarlierVersion() throws {
    let newer = MadeUp.framework.replacing("version: 1.0.0", with: "version: 2.0.0")
    let review = """
      schema: waymark.review/1
      framework: {id: made-up, version: 2.0.0}
      kind: self
      subject: {id: made-up-school}
      carried:
        - from: {id: made-up, version: 1.0.0}
          answers:
            our-work/planning: {because: removed, point: secure, to: [our-work/planning]}

      """
    let editor = Editor(
      newer.replacing("id: planning", with: "id: plan‸ning"), at: "/made-up/newer.yaml",
      others: ["/made-up/framework.yaml": MadeUp.framework, "/made-up/review.yaml": review])
    let rename = try Rename(try #require(editor.place), to: "foresight", &editor.documents)
    let changes = rename.edit(isVersioned: false, editor.documents)["changes"]
    let edits = changes?["file:///made-up/review.yaml"]?.asArray ?? []
    let carried = Edits.apply(edits, to: review)
    #expect(
      carried.contains("our-work/planning: {because: removed, point: secure, to: [our-work/foresight]}"))
  }

  @Test(arguments: ["", "Our Work", "-x", "a/b", "pace", "ü"]) func namesThatCannotBeAreRefused(name: String)
  {
    #expect(throws: ResponseError.self) {
      _ = try renamed(MadeUp.framework.replacing("id: planning", with: "id: plan‸ning"), to: name)
    }
  }

  @Test func onlyIdsCanBeRenamed() throws {
    let editor = Editor(MadeUp.framework.replacing("title: Our work", with: "title: Our wo‸rk"))
    let place = try #require(editor.place)
    #expect(throws: ResponseError.self) { _ = try Rename.prepare(place) }
    let other = Editor(MadeUp.framework.replacing("our-work/planning", with: "our-work/plan‸ning"))
    let prepared = try Rename.prepare(try #require(other.place))
    let span = try #require(TextSpan(prepared))
    #expect(span.end.character - span.start.character == "planning".count)
  }

  @Test func releasedContentIsWarnedOf() throws {
    let editor = Editor(
      MadeUp.framework.replacing("id: planning", with: "id: plan‸ning")
        .replacing("title: Made up\n", with: "status: released\ntitle: Made up\n"))
    let rename = try Rename(try #require(editor.place), to: "foresight", &editor.documents)
    #expect(rename.warning?.contains("made-up@1.0.0 is released") == true)
  }

  @Test func referencesAreListed() throws {
    let editor = Editor(
      MadeUp.framework.replacing("id: planning", with: "id: plan‸ning"),
      others: others.filter { $0.key != "/made-up/framework.yaml" })
    let place = try #require(editor.place)
    let all = References(place, &editor.documents, includesDeclaration: true).json.asArray ?? []
    let named = References(place, &editor.documents, includesDeclaration: false).json.asArray ?? []
    #expect(all.count == 9, "\(all.count)")
    #expect(named.count == all.count - 1)
  }
}
