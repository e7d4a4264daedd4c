import Frameworks
import Testing

@Suite("Comparability of versions")
struct ComparabilityTests {
  private typealias Family = MadeUpFamily

  private static let abc = Family.criteria(["a": "Ants", "b": "Bees", "c": "Crows"])

  private func migrated(
    _ criteria: String, _ changes: String, scales: String = Family.steps, version: String = "2.0.0",
    before: String = abc
  ) throws -> Comparability {
    try Family([
      "f@1.0.0": Family.alone("f@1.0.0", before),
      "f@\(version)": Family.alone(
        "f@\(version)", scales: scales, criteria,
        rest: "migrations: [{from: {version: 1.0.0}, changes: [\(changes)]}]"),
    ]).between("f@1.0.0", "f@\(version)")
  }

  // MARK: - Versions

  @Test("a framework beside itself is all the same")
  func itself() throws {
    let family = Family(["f@1.0.0": Family.alone("f@1.0.0", Self.abc)])
    let found = try family.between("f@1.0.0", "f@1.0.0")
    #expect(found.lines == ["a>a same", "b>b same", "c>c same"])
    #expect(found.route.isEmpty)
    #expect(found.isRelated)
    #expect(found.isSame)
  }

  @Test("a migration says what became of each criterion, and why")
  func migration() throws {
    let found = try migrated(
      Family.criteria(["a": "Ants at work", "bs": "Bees", "d": "Ducks"]),
      """
      {reword: a, title: Ants at work, why: Clearer.}, {move: b, as: bs, why: There are many.},
      {remove: c, why: Too clever.}, {add: d, why: They were missed.}
      """)
    #expect(found.lines == ["a>a reworded", "b>bs same", ">d none", "c> none"])
    #expect(
      found.pairs.map(\.why) == [["Clearer."], ["There are many."], ["They were missed."], ["Too clever."]])
    #expect(found.pairs.map(\.obstacle) == [nil, nil, .added, .removed])
    #expect(found.pairs.map(\.cautions) == [[.reworded], [], [], []])
    #expect(found.route.map(\.words) == ["f@2.0.0 says how it came from f@1.0.0."])
  }

  @Test("words that changed without a word on their meaning are reworded, with that caution")
  func unsaidInMigration() throws {
    let found = try migrated(Family.criteria(["a": "Ants", "b": "Birds", "c": "Crows"]), "")
    #expect(found.lines == ["a>a same", "b>b reworded", "c>c same"])
    #expect(found.pairs[1].cautions == [.unsaid])
  }

  @Test("what is split or merged says so, and nothing of it compares")
  func splitAndMerged() throws {
    let found = try migrated(
      Family.criteria(["a1": "Red ants", "a2": "Black ants", "bc": "Birds and bees"]),
      """
      {split: a, into: [{id: a1, title: Red ants}, {id: a2, title: Black ants}], why: Two kinds.},
      {merge: [b, c], into: {id: bc, title: Birds and bees}, why: One lesson.}
      """)
    #expect(found.lines == ["a>a1,a2 split", "b,c>bc merged"])
    #expect(found.pairs.map(\.obstacle) == [.split, .merged])
    #expect(found.inverted.lines == ["a1,a2>a merged", "bc>b,c split"])
    #expect(found.pairs.allSatisfy { $0.converted("low", by: .own) == nil })
  }

  @Test("what took the place of another is shown beside it and compares to nothing")
  func replaced() throws {
    let found = try migrated(
      Self.abc.replacing("Ants", with: "Apes"),
      "{replace: a, with: {id: a, title: Apes}, why: Another animal.}")
    #expect(found.lines.first == "a>a none")
    #expect(found.pairs[0].obstacle == .replaced)
  }

  static let grades = "steps: {points: [{id: pass, value: 1}, {id: merit, value: 2}]}"

  @Test("judgements go through the map of a scale that changed, and back where it is one to one")
  func rescaled() throws {
    let change =
      "{set: scales/steps, to: {points: []}, map: {low: pass, mid: pass, high: merit}, why: Two do.}"
    let found = try migrated(Self.abc, change, scales: Self.grades)
    #expect(found.lines == ["a>a rescaled", "b>b rescaled", "c>c rescaled"])
    #expect(found.pairs[0].converted("mid", by: .own) == "pass")
    #expect(found.pairs[0].why == ["Two do."])
    #expect(found.pairs[0].cautions == [.rescaled])
    #expect(found.inverted.pairs[0].relation == .none)
    #expect(found.inverted.pairs[0].obstacle == .otherScale)
  }

  @Test("a scale that changed without a map, or with none, compares to nothing")
  func otherScale() throws {
    let none = try migrated(
      Self.abc, "{set: scales/steps, to: {points: []}, map: none, why: Nothing fits.}", scales: Self.grades)
    #expect(none.pairs.map(\.obstacle) == [.otherScale, .otherScale, .otherScale])
    let unsaid = try Family([
      "f@1.0.0": Family.alone("f@1.0.0", Self.abc),
      "f@1.1.0": Family.alone("f@1.1.0", scales: Self.grades, Self.abc),
    ]).between("f@1.0.0", "f@1.1.0")
    #expect(unsaid.pairs.map(\.obstacle) == [.otherScale, .otherScale, .otherScale])
  }

  @Test("points that are called otherwise are reworded")
  func labels() throws {
    let labelled = Family.steps.replacing("id: mid,", with: "id: mid, label: Middling,")
    let found = try migrated(Self.abc, "", scales: labelled)
    #expect(found.pairs.map(\.relation) == [.reworded, .reworded, .reworded])
    #expect(found.pairs.map(\.cautions) == [[.relabelled], [.relabelled], [.relabelled]])
  }

  @Test("a scale that moves makes everything on it moving")
  func moving() throws {
    let scales = Family.steps.replacing("points:", with: "stability: moving, points:")
    let found = try migrated(Family.criteria(["a": "Ants", "b": "Birds", "c": "Crows"]), "", scales: scales)
    #expect(found.pairs.map(\.relation) == [.moving, .moving, .moving])
    #expect(found.pairs[1].cautions == [.moving, .unsaid])
    #expect(found.pairs[0].converted("low", by: .own) == "low")
  }

  @Test("what is no longer judged keeps its name, and its judgements compare to nothing")
  func notJudged() throws {
    let family = Family([
      "f@1.0.0": Family.alone("f@1.0.0", Self.abc),
      "f@2.0.0": Family.alone(
        "f@2.0.0", levels: "[{id: area, title: Area}, {id: question, title: Question}]",
        judging: "{self: {level: question, scale: steps}, peer: none}",
        """
        - {id: a, title: Ants, source: {ref: made-up}, criteria: [{id: x, title: X, source: {ref: made-up}}]}
        """,
        rest: "migrations: [{from: {version: 1.0.0}, changes: [{add: x, to: a, why: Finer.}]}]"),
    ])
    let found = try family.between("f@1.0.0", "f@2.0.0")
    #expect(found.lines == ["a>a none", ">a/x none", "b> none", "c> none"])
    #expect(found.pairs.map(\.obstacle) == [.judgedEarlier, .added, .removed, .removed])
    #expect(found.inverted.pairs[0].obstacle == .judgedLater)
  }

  @Test("versions of which nobody says how one came from the other are compared path by path")
  func unsaid() throws {
    let texts = [
      "f@1.0.0": Family.alone("f@1.0.0", Self.abc),
      "f@1.1.0": Family.alone("f@1.1.0", Family.criteria(["a": "Ants", "b": "Birds", "d": "Ducks"])),
      "f@2.0.0": Family.alone("f@2.0.0", Family.criteria(["a": "Ants", "b": "Cats", "d": "Ducks"])),
    ]
    let family = Family(texts)
    let minor = try family.between("f@1.0.0", "f@1.1.0")
    #expect(minor.lines == ["a>a same", "b>b reworded", ">d none", "c> none"])
    #expect(minor.pairs[1].cautions == [.unsaid])
    // Across a major version only what reads the same is taken to be the same.
    let major = try family.between("f@1.0.0", "f@2.0.0")
    #expect(major.lines == ["a>a same", "b>b none", ">d none", "c> none"])
    #expect(major.pairs[1].obstacle == .unsaid)
    #expect(major.route.count == 2)
  }

  @Test("white space is no other wording, and neither is the order of statements")
  func whiteSpace() throws {
    func statements(_ order: [String]) -> String {
      "- {id: a, title: 'Ants  at\n   work', source: {ref: made-up}, statements: ["
        + order.map { "{id: \($0), at: low, text: They \($0)., source: {ref: made-up}}" }.joined(
          separator: ", ")
        + "]}"
    }
    let family = Family([
      "f@1.0.0": Family.alone("f@1.0.0", statements(["dig", "climb"])),
      "f@1.0.1": Family.alone(
        "f@1.0.1", statements(["climb", "dig"]).replacing("  at\n   work", with: " at work")),
      "f@1.0.2": Family.alone("f@1.0.2", statements(["climb", "dive"])),
    ])
    #expect(try family.between("f@1.0.0", "f@1.0.1").isSame)
    #expect(try family.between("f@1.0.1", "f@1.0.2").lines == ["a>a reworded"])
  }

  @Test("migrations are followed over the versions between")
  func several() throws {
    let family = Family([
      "f@1.0.0": Family.alone("f@1.0.0", Self.abc),
      "f@2.0.0": Family.alone(
        "f@2.0.0", Family.criteria(["a1": "A one", "a2": "A two", "b": "Bees", "k": "Crows"]),
        rest: """
          migrations:
            - from: {version: 1.0.0}
              changes:
                - {split: a, into: [{id: a1, title: A one}, {id: a2, title: A two}], why: Two.}
                - {move: c, as: k, why: Spelt so.}
          """),
      "f@3.0.0": Family.alone(
        "f@3.0.0", Family.criteria(["a1": "A one", "ab": "A two and bees", "l": "Crows"]),
        rest: """
          migrations:
            - from: {version: 2.0.0}
              changes:
                - {merge: [a2, b], into: {id: ab, title: A two and bees}, why: Together.}
                - {move: k, as: l, why: Spelt better.}
          """),
    ])
    let found = try family.between("f@1.0.0", "f@3.0.0")
    #expect(found.lines == ["a>a1 split", "a>ab none", "b>ab merged", "c>l same"])
    #expect(found.pairs[1].obstacle == .rearranged)
    #expect(found.pairs[3].why == ["Spelt so.", "Spelt better."])
    #expect(try family.between("f@3.0.0", "f@1.0.0").inverted.lines == found.lines)
  }
}
