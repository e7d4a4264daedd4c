import Diagnostics
import Documents
import Frameworks
import Profiles
import Rubrics
import StoreContract
import TestSupport
import Testing

@testable import Registries

/// Contributions of partnerships whose framework is not the pool's own.
@Suite struct PoolColumnsTests {
  /// What a partnership's reviews are held against, and what of it goes into the pool.
  struct Own: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// `id@version` and its text.
    let name: String
    let text: String
    /// The pool's own framework.
    var pooled = MadeUpFramework()
    /// Links of a crosswalk from the own framework to the pool's.
    var links: String?
    /// For beds, paths and pond: the own criterion that is counted, marked `*` where its words differ, or why none is.
    let expected: [String]

    /// A variant of the pool's framework.
    static func variant(_ description: String, _ changes: String, _ expected: [String]) -> Own {
      Own(
        testDescription: description, name: "plot-made-up@1.0.0",
        text: """
          schema: waymark.framework/1
          id: plot-made-up
          version: 1.0.0
          title: Plots (made up for tests)
          source: [{id: made-up, title: Nobody}]
          extends: {id: garden-made-up, version: 1.0.0}
          changes:
          \(changes)

          """, expected: expected)
    }

    /// The version before the pool's.
    static func earlier(_ description: String, _ pooled: MadeUpFramework, _ expected: [String]) -> Own {
      let own = MadeUpFramework()
      return Own(
        testDescription: description, name: "garden-made-up@1.0.0",
        text: String(decoding: own.yaml, as: UTF8.self),
        pooled: pooled, expected: expected)
    }

    /// Another framework that a crosswalk relates.
    static func crosswalked(
      _ description: String, _ links: String, _ expected: [String],
      of criteria: [String] = ["soil", "walks", "water"]
    ) -> Own {
      var own = MadeUpFramework()
      (own.id, own.criteria, own.word) = ("yard-made-up", criteria, "there")
      return Own(
        testDescription: description, name: "yard-made-up@1.0.0",
        text: String(decoding: own.yaml, as: UTF8.self),
        links: links, expected: expected)
    }
  }

  private static func version(_ version: String, _ change: (inout MadeUpFramework) -> Void) -> MadeUpFramework
  {
    var framework = MadeUpFramework()
    framework.version = version
    change(&framework)
    return framework
  }

  private static func link(_ from: String, _ to: String, _ relation: String, _ basis: String = "stated")
    -> String
  {
    let source = basis == "stated" ? ", source: {ref: made-up}" : ""
    let combine = (from + to).contains(",") ? ", combine: none, assumed: Made up." : ""
    return
      "  - {id: \(from.replacing(", ", with: "-"))-\(to.replacing(", ", with: "-")), from: [\(from)], to: [\(to)], "
      + "relation: \(relation), confidence: high, basis: \(basis), rationale: Made up.\(source)\(combine)}\n"
  }

  static let cases: [Own] = [
    .variant(
      "a variant that adds",
      "- {add: {id: shed, title: The shed, source: {ref: made-up}}, to: criteria, why: Ours.}",
      ["beds", "paths", "pond"]),
    .variant("a variant that removes", "- {remove: paths, why: None.}", ["beds", "no-counterpart", "pond"]),
    .variant(
      "a variant that rewords", "- {reword: beds, title: Our beds, why: Ours.}", ["beds*", "paths", "pond"]),
    .variant(
      "a variant that replaces",
      """
      - {replace: beds, with: {id: pots, title: Our pots, source: {ref: made-up}}, why: No beds.}
      """, ["no-counterpart", "paths", "pond"]),
    .variant(
      "a variant that moves", "- {move: beds, as: borders, why: Shorter.}", ["borders", "paths", "pond"]),
    .variant(
      "a variant that rescales, even with a map",
      """
      - set: scales/growth
        to: {points: [{id: none, value: 1, label: None}, {id: some, value: 2, label: Some}, {id: all, value: 3, label: All}]}
        map: {seed: none, sprout: some, bud: some, bloom: all}
        why: Three do.
      """, ["other-scale", "other-scale", "other-scale"]),
    .variant(
      "a variant that splits",
      """
      - {split: pond, into: [{id: deep, title: Deep, source: {ref: made-up}}, {id: flat, title: Flat, source: {ref: made-up}}], why: Two.}
      """, ["beds", "paths", "not-the-same"]),
    .variant(
      "a variant that merges",
      """
      - {merge: [paths, pond], into: {id: ground, title: Ground, source: {ref: made-up}}, why: One.}
      """, ["beds", "not-the-same", "not-the-same"]),
    .earlier(
      "an older major version, with what became of it",
      version("2.0.0") {
        $0.criteria = ["beds", "ways", "deep", "flat"]
        $0.migrations = """
          [{from: {version: 1.0.0}, changes: [{reword: paths, title: The ways now, why: Wider.},
            {move: paths, as: ways, why: Wider.}, {split: pond, into: [{id: deep}, {id: flat}], why: Two.}]}]
          """
      }, ["beds", "paths*", "not-the-same", "not-the-same"]),
    .earlier(
      "an older major version on another scale, with a map",
      version("2.0.0") {
        $0.third = "leaf"
        $0.migrations = """
          [{from: {version: 1.0.0}, changes: [{set: scales/growth, to: {points: []},
            map: {seed: seed, sprout: sprout, bud: leaf, bloom: bloom}, why: Nicer.}]}]
          """
      }, ["other-scale", "other-scale", "other-scale"]),
    .earlier(
      "an older major version of which nobody says what became of it, in other words",
      version("2.0.0") { $0.word = "again" },
      ["other-words", "other-words", "other-words"]),
    .earlier(
      "an older minor version, in other words that nobody speaks for", version("1.1.0") { $0.word = "again" },
      ["other-words", "other-words", "other-words"]),
    .earlier(
      "an older minor version with less",
      version("1.1.0") { $0.criteria = ["beds", "paths", "pond", "shed"] },
      ["beds", "paths", "pond", "no-counterpart"]),
    .earlier(
      "an older minor version on a scale that moves",
      version("1.1.0") { ($0.stability, $0.criteria) = ("moving", ["beds", "paths"]) }, ["beds", "paths"]),
    .crosswalked(
      "a crosswalk: the same, reworded, broader",
      link("soil", "beds", "same") + link("walks", "paths", "reworded") + link("water", "pond", "broader"),
      ["soil*", "walks*", "not-the-same"]),
    .crosswalked(
      "a crosswalk that its author worked out", link("soil", "beds", "same", "inferred"),
      ["other-words", "no-counterpart", "no-counterpart"]),
    .crosswalked(
      "a crosswalk of one to two and of two to one",
      link("soil", "beds, paths", "reworded") + link("walks, water", "pond", "reworded"),
      ["not-the-same", "not-the-same", "not-the-same"]),
    .crosswalked(
      "a crosswalk of one to two in two links, and of two to one",
      link("soil", "beds", "same") + link("soil", "paths", "reworded") + link("walks", "pond", "same")
        + link("water", "pond", "reworded"),
      ["not-the-same", "not-the-same", "not-the-same"]),
    .crosswalked(
      "a crosswalk between criteria that are called alike and ask other things",
      link("paths", "beds", "same") + link("beds", "paths", "same"), ["paths*", "beds*", "no-counterpart"],
      of: ["beds", "paths", "water"]),
  ]

  @Test(arguments: cases)
  func `what goes into a pool of another framework`(own: Own) throws {
    let two = try TwoRegistries(partnerships: 1, framework: own.pooled)
    let family = MadeUpVersions([
      own.name: Array(own.text.utf8), "garden-made-up@\(own.pooled.version)": own.pooled.yaml,
    ])
    let rubric = try Rubric(family.framework(own.name))
    let crosswalks = try own.links.map { [try family.crosswalk(own.name, to: two.rubric, $0)] } ?? []
    let found = Comparability.between(
      rubric.framework, two.rubric.framework, history: LibraryHistory(family), crosswalks: crosswalks)
    let columns = PoolColumns(
      rubric: rubric, task: two.task, pooled: two.rubric, comparability: found)
    let paths = rubric.columns(two.task.kind).criteria.map { rubric.framework.criteria[$0].path }
    let told = two.task.criteria.map { criterion in
      switch columns.column(for: criterion.id) {
      case .failure(let reason): reason.rawValue
      case .success(let column): paths[column.column] + (column.cautions.isEmpty ? "" : "*")
      }
    }
    #expect(told == own.expected)
    // Each school of its own kind on each criterion, so that a swapped column shows.
    var table = JudgementTable(columnCount: paths.count)
    for school in 0..<7 {
      table.append(subject: "school-\(school)", marks: paths.indices.map { UInt8(($0 + school / 2) % 3) })
    }
    let taken = own.expected.map { name in paths.firstIndex(of: name.replacing("*", with: "")) }
    guard taken.contains(where: { $0 != nil }) else {
      let failure = #expect(throws: Failure.self) {
        try PoolCounts(table, rubric: rubric, task: two.task, pooled: two.rubric, columns: columns)
      }
      #expect(failure?.message.contains("“other-framework”") == true)
      return
    }
    let counts = try PoolCounts(table, rubric: rubric, task: two.task, pooled: two.rubric, columns: columns)
    #expect(counts.declared == taken.map { $0 == nil ? 0 : 7 })
    #expect(
      counts.omitted.map(\.reason.rawValue) == zip(taken, own.expected).compactMap { $0 == nil ? $1 : nil })
    for (index, column) in taken.enumerated() {
      let cells = counts.cells[two.task.cells(of: index)]
      let exact = (0..<4).map { point in
        column.map { column in (0..<7).count { (column + $0 / 2) % 3 == point } } ?? 0
      }
      #expect(Array(cells) == exact)
    }
    // And the registries take it.
    let file = try PoolContribution.file(
      counts, for: two.task, of: two.partnerships[0].name, source: rubric.digest,
      signedBy: two.partnerships[0].key)
    #expect(try two.first.take(file, for: two.pools()[0], on: TwoRegistries.today).isNew)
  }
}

/// A few frameworks in memory.
private struct MadeUpVersions: FrameworkBases {
  private let sources: [String: SourceFile]

  init(_ texts: [String: [UInt8]]) {
    sources = Dictionary(
      uniqueKeysWithValues: texts.map { ($0, SourceFile(path: "\($0).yaml", bytes: $1)) })
  }

  func source(id: String, version: SemanticVersion) -> SourceFile? { sources["\(id)@\(version)"] }
  func versions(id: String) -> [SemanticVersion] {
    sources.keys.filter { $0.hasPrefix(id + "@") }.compactMap {
      SemanticVersion(String($0.dropFirst(id.count + 1)))
    }
  }
  func ids() -> [String] { sources.keys.sorted() }

  func framework(_ name: String) throws -> ResolvedFramework {
    var (map, bag) = (SourceMap(), DiagnosticBag())
    let file = map.add(try #require(sources[name]))
    let read = FrameworkReader.read(file, in: &map, bases: self, into: &bag)
    return try #require(read, "\(TextPrinter.print(bag, map))")
  }

  /// - Parameter links: in YAML.
  func crosswalk(_ name: String, to rubric: Rubric, _ links: String) throws -> ResolvedCrosswalk {
    let text = """
      schema: waymark.crosswalk/1
      id: made-up
      version: 1.0.0
      title: Made up for tests
      source: [{id: made-up, title: Nobody}]
      partial: true
      from: {id: yard-made-up, version: 1.0.0}
      to: {id: garden-made-up, version: 1.0.0}
      links:
      \(links)
      """
    var (map, bag) = (SourceMap(), DiagnosticBag())
    let source = SourceFile(path: "crosswalk.yaml", bytes: Array(text.utf8))
    let read = CrosswalkReader.read(
      source, map.add(source), from: try framework(name), to: rubric.framework, into: &bag)
    return try #require(read, "\(TextPrinter.print(bag, map))")
  }
}
