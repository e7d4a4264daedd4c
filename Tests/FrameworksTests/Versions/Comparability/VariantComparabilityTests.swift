import Diagnostics
import Documents
import Frameworks
import Sealing
import Testing

@Suite("Comparability of variants, and of frameworks that have little in common")
struct VariantComparabilityTests {
  private typealias Family = MadeUpFamily

  private static let abc = Family.criteria(["a": "Ants", "b": "Bees", "c": "Crows"])

  private var variants: Family {
    Family([
      "f@1.0.0": Family.alone("f@1.0.0", Self.abc),
      "g@1.0.0": Family.variant(
        "g@1.0.0", of: "f@1.0.0",
        """
        - {reword: a, title: Our ants, why: Ours.}
        - {add: {id: e, title: Eels, source: {ref: made-up}}, to: criteria, why: Wet.}
        """),
      "h@1.0.0": Family.variant(
        "h@1.0.0", of: "f@1.0.0",
        """
        - {move: b, as: bs, why: Many.}
        - {merge: [a, c], into: {id: ac, title: Both}, why: Fewer.}
        """),
      "k@1.0.0": Family.variant(
        "k@1.0.0", of: "g@1.0.0", "- {reword: e, title: Our eels, why: Primary.}"),
      "g@1.1.0": Family.variant(
        "g@1.1.0", of: "f@1.0.0",
        """
        - {reword: a, title: Our ants, why: Ours.}
        - {add: {id: e, title: Eels, source: {ref: made-up}}, to: criteria, why: Wet.}
        - {remove: c, why: Loud.}
        """),
    ])
  }

  @Test("a variant compares with its base, and with another variant through the base")
  func siblings() throws {
    let (base, sibling) = (
      try variants.between("f@1.0.0", "g@1.0.0"), try variants.between("g@1.0.0", "h@1.0.0")
    )
    #expect(base.lines == ["a>a reworded", "b>b same", "c>c same", ">e none"])
    #expect(base.pairs[0].why == ["Ours."])
    #expect(base.route.map(\.words) == ["g@1.0.0 extends f@1.0.0."])
    #expect(sibling.lines == ["a,c>ac merged", "b>bs same", "e> none"])
    #expect(sibling.route.map(\.isBackwards) == [true, false])
  }

  @Test("a variant of a variant reaches down to the first base")
  func chain() throws {
    let found = try variants.between("f@1.0.0", "k@1.0.0")
    #expect(found.lines == ["a>a reworded", "b>b same", "c>c same", ">e none"])
    #expect(found.pairs[3].why == ["Wet.", "Primary."])
    let cousin = try variants.between("h@1.0.0", "k@1.0.0")
    #expect(cousin.lines == ["ac>a,c split", "bs>b same", ">e none"])
  }

  @Test("what two versions of a variant added both is found at its path")
  func added() throws {
    let found = try variants.between("g@1.0.0", "g@1.1.0")
    #expect(found.lines.contains("e>e same"))
    #expect(found.lines.contains("c> none"))
  }

  @Test("without a history only what is in memory counts")
  func memory() throws {
    let (f, g, h) = (
      try variants.framework("f@1.0.0"), try variants.framework("g@1.0.0"), try variants.framework("h@1.0.0")
    )
    #expect(Comparability.between(f, g).isRelated)
    #expect(Comparability.between(g, h).isRelated)
  }

  @Test("two frameworks that nothing relates have nothing to compare, whatever their paths")
  func unrelated() throws {
    let family = Family([
      "f@1.0.0": Family.alone("f@1.0.0", Self.abc), "z@1.0.0": Family.alone("z@1.0.0", Self.abc),
    ])
    let found = try family.between("f@1.0.0", "z@1.0.0")
    #expect(!found.isRelated)
    #expect(found.pairs.count == 6)
    #expect(found.pairs.allSatisfy { $0.relation == .none && $0.obstacle == .unlinked })
  }

  @Test("two contents of one draft are compared path by path")
  func drafts() throws {
    let (one, two) = (
      try Family(["f@1.0.0": Family.alone("f@1.0.0", Self.abc)]).framework("f@1.0.0"),
      try Family(["f@1.0.0": Family.alone("f@1.0.0", Family.criteria(["a": "Ants", "b": "Birds"]))])
        .framework("f@1.0.0")
    )
    #expect(Comparability.between(one, two).lines == ["a>a same", "b>b reworded", "c> none"])
  }

  /// Frameworks with migrations that no reader would let pass.
  private struct Archive: FrameworkHistory {
    var frameworks: [ResolvedFramework] = []

    mutating func add(_ name: String, _ criteria: String, from others: String...) throws -> ResolvedFramework
    {
      var framework = try Family([name: Family.alone(name, criteria)]).framework(name).framework
      framework.migrations = try others.map { other in
        let parts = other.split(separator: "@")
        var migration = Migration()
        migration.id = Located(String(parts[0]))
        migration.version = Located(try #require(SemanticVersion(String(parts[1]))))
        if parts.count > 2 { migration.digest = Located(Digest(of: Array(parts[2].utf8))) }
        return migration
      }
      frameworks.append(ResolvedFramework(framework))
      return frameworks[frameworks.count - 1]
    }

    func framework(_ identity: FrameworkIdentity) -> ResolvedFramework? {
      frameworks.first {
        $0.framework.id.value == identity.id && $0.framework.version.value == identity.version
          && (identity.digest == nil || (try? $0.framework.contentDigest()) == identity.digest)
      }
    }

    func versions(of id: String) -> [SemanticVersion] {
      frameworks.map(\.framework).filter { $0.id.value == id }.map(\.version.value)
    }
  }

  @Test("frameworks that claim to come from each other end the search")
  func cycle() throws {
    var archive = Archive()
    let f = try archive.add("f@1.0.0", Self.abc, from: "g@1.0.0")
    let g = try archive.add("g@1.0.0", Self.abc, from: "f@1.0.0", "h@1.0.0")
    let h = try archive.add("h@1.0.0", Self.abc, from: "f@1.0.0", "h@1.0.0")
    for (one, other) in [(f, g), (g, h), (f, h)] {
      #expect(Comparability.between(one, other, history: archive).isSame)
    }
  }

  @Test("a migration from other content than there is counts for nothing")
  func otherDigest() throws {
    var archive = Archive()
    _ = try archive.add("g@1.0.0", Self.abc)
    let f = try archive.add("f@1.0.0", Self.abc, from: "g@1.0.0@other")
    let g = try #require(archive.frameworks.first)
    #expect(Comparability.between(g, f, history: NoHistory()).isRelated == false)
    #expect(Comparability.between(g, f, history: archive).isRelated == false)
  }
}
