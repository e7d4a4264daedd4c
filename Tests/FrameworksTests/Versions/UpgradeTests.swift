import Diagnostics
import Documents
import Frameworks
import TestSupport
import Testing

/// What becomes of a variant's changes on a newer base.
@Suite struct UpgradeTests {
  /// Frameworks by id and version, in memory.
  struct Shelf: FrameworkBases {
    var texts: [String: String] = [:]
    func source(id: String, version: SemanticVersion) -> SourceFile? {
      texts["\(id)@\(version)"].map {
        SourceFile(path: "\(id)/\(version)/framework.yaml", bytes: Array($0.utf8))
      }
    }
    func versions(id: String) -> [SemanticVersion] { [] }
    func ids() -> [String] { [] }

    func read(_ name: String) throws -> ResolvedFramework {
      var sources = SourceMap()
      var bag = DiagnosticBag()
      let text = try #require(texts[name])
      let file = sources.add(SourceFile(path: name, bytes: Array(text.utf8)))
      let framework = FrameworkReader.read(file, in: &sources, bases: self, into: &bag)
      return try #require(framework, "\(TextPrinter.print(bag, sources))")
    }
  }

  static func base(_ version: String, criteria: String, migrations: String = "") -> String {
    """
    schema: waymark.framework/1
    id: garden
    version: \(version)
    status: released
    title: A made-up garden
    levels: [{id: bed, title: Bed}, {id: row, title: Row}]
    scales:
      growth: {points: [{id: bare, value: 1, label: Bare}, {id: green, value: 2, label: Green}]}
    judging: {self: {level: row, scale: growth}, peer: none}
    overall: none
    criteria:
    \(criteria)
    \(migrations)
    """
  }

  static let old = base(
    "1.0.0",
    criteria: """
        - id: roots
          title: Roots
          criteria: [{id: carrots, title: Carrots}, {id: beet, title: Beet}, {id: leeks, title: Leeks}]
        - id: leaves
          title: Leaves
          criteria: [{id: kale, title: Kale}, {id: cress, title: Cress}, {id: mint, title: Mint}]
      """)

  static let new = base(
    "2.0.0",
    criteria: """
        - id: roots
          title: Roots
          criteria: [{id: orange, title: Carrots}, {id: early-beet, title: Early}, {id: late-beet, title: Late}]
        - id: leaves
          title: Green leaves
          criteria: [{id: kale, title: Curly kale}, {id: herbs, title: Herbs}, {id: chard, title: Chard}]
      """,
    migrations: """
      migrations:
        - from: {version: 1.0.0}
          changes:
            - {move: roots/carrots, as: orange, why: The name was taken.}
            - {split: roots/beet, into: [{id: early-beet}, {id: late-beet}], why: They differ.}
            - {remove: roots/leeks, why: Nobody grows them.}
            - {merge: [leaves/cress, leaves/mint], into: {id: herbs}, why: They grow together.}
            - {add: chard, to: leaves, why: It is hardy.}
      """)

  static func variant(_ changes: String) -> String {
    """
    # A comment that stays.
    schema: waymark.framework/1
    id: ours
    version: 1.2.0
    status: released
    title: Ours (made up)
    extends: {id: garden, version: 1.0.0} # by hand
    changes:
    \(changes)
    """
  }

  func upgrade(_ changes: String) throws -> VariantUpgrade {
    var shelf = Shelf(texts: ["garden@1.0.0": Self.old, "garden@2.0.0": Self.new])
    let old = try shelf.read("garden@1.0.0")
    let digest = try old.framework.contentDigest()
    let text = Self.variant(changes).replacing(
      "version: 1.0.0}", with: "version: 1.0.0, digest: \"\(digest)\"}")
    shelf.texts["ours"] = text
    let steps = BaseRoute.steps(from: old, to: try shelf.read("garden@2.0.0")) { _ in nil }
    return try VariantUpgrade(
      SourceFile(path: "ours", bytes: Array(text.utf8)), of: try shelf.read("ours"), versions: steps,
      bases: shelf)
  }

  @Test func `addresses that moved are rewritten`() throws {
    let upgrade = try upgrade("  - {reword: roots/carrots, title: Orange carrots, why: Ours are.}")
    #expect(upgrade.outcomes.map(\.result) == [.rewritten(["roots/carrots → roots/orange"])])
    #expect(upgrade.text.contains("- {reword: roots/orange, title: Orange carrots, why: Ours are.}"))
    #expect(upgrade.decisions.isEmpty && upgrade.remaining.isEmpty)
  }

  @Test func `what the base split, merged or removed is for a person to decide`() throws {
    let upgrade = try upgrade(
      """
        - {reword: roots/beet, title: Beetroot, why: We say so.}
        - reword: leaves/mint
          title: Peppermint
          why: We say so.
        - {add: {id: onions, title: Onions}, to: roots, after: leeks, why: We grow them.}
      """)
    #expect(
      upgrade.decisions.map(\.result) == [
        .decide("In the new base, “roots/beet” is split into “roots/early-beet”, “roots/late-beet”."),
        .decide("In the new base, “leaves/mint” is part of “leaves/herbs”."),
        .decide("There is no “leeks” in “roots” to stand beside."),
      ])
    #expect(
      upgrade.text.contains(
        """
          # Decide: In the new base, “leaves/mint” is part of “leaves/herbs”.
          # - reword: leaves/mint
          #   title: Peppermint
          #   why: We say so.
        """))
  }

  @Test func `what both changed is kept and shown, what the base says itself is dropped`() throws {
    let upgrade = try upgrade(
      """
        - {reword: leaves, title: All leaves, why: We mean all.}
        - {reword: leaves/kale, title: Curly kale, why: It is.}
        - {remove: roots/leeks, why: Not here.}
      """)
    #expect(
      upgrade.outcomes.map(\.result) == [
        .look("The base changed “leaves/title” as well, from “Leaves” to “Green leaves”."),
        .dropped("The new base says so itself."), .dropped("The new base has no “roots/leeks” either."),
      ])
    #expect(upgrade.decisions.isEmpty)
  }

  @Test func `the rest of the file stays as it was`() throws {
    let upgrade = try upgrade("  - {reword: leaves/kale, title: Our kale, why: Ours.}")
    #expect(upgrade.version == SemanticVersion(2, 0, 0))
    #expect(
      upgrade.text.hasPrefix(
        "# A comment that stays.\nschema: waymark.framework/1\nid: ours\nversion: 2.0.0\n"))
    #expect(upgrade.text.contains("status: draft"))
    #expect(
      upgrade.text.contains("extends: {id: garden, version: 2.0.0, digest: \(upgrade.to.digest!)} # by hand"))
  }

  @Test func `what is new in the base is named, without what stands below it`() throws {
    let gained = try upgrade("  - {reword: leaves/kale, title: Our kale, why: Ours.}").gained
    #expect(gained.map(\.path) == ["leaves/chard"] && gained.map(\.below) == [0])
  }

  @Test func `changes that share a line cannot be told apart`() throws {
    let error = #expect(throws: Failure.self) {
      try upgrade("  [{reword: roots, title: A, why: B.}, {reword: leaves, title: C, why: D.}]")
    }
    #expect(error?.help.contains("lines of its own") == true)
  }
}
