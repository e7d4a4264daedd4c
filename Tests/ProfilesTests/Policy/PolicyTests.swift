import Diagnostics
import Documents
import Foundation
import TestSupport
import Testing

@testable import Profiles

@Suite struct PolicyTests {
  /// DISCLOSURE section 5 (i), line by line.
  @Test func `the shipped policy is the study's`() throws {
    let policy = try SheetFixtures.policy()
    let criteria = Gate(classes: policy.criteria)
    let sections = Gate(classes: policy.sections.classes)
    #expect(policy.id.value == "default")
    #expect(policy.values == .wholeScale)
    #expect((policy.sections.above, policy.sections.atMost) == (10, 8))
    for n in 0...100 {
      let own: String? = n < 8 ? nil : n < 12 ? "2" : n < 24 ? "3/2" : "6/5"
      let section: String? = n < 12 ? nil : n < 24 ? "2" : "3/2"
      #expect((criteria.method(for: n) as? NoisyMean)?.epsilon.description == own)
      #expect((sections.method(for: n) as? NoisyMean)?.epsilon.description == section)
    }
    #expect((criteria.fewest, sections.fewest) == (8, 12))
  }

  @Test func `comments do not change the digest, content does`() throws {
    let url = Repository.root.appending(path: "Registry/policies/default.yaml")
    let text = try String(contentsOf: url, encoding: .utf8)
    let digest = try SheetFixtures.policy(text).digest()
    #expect(try SheetFixtures.policy("# One more comment\n" + text).digest() == digest)
    #expect(try SheetFixtures.policy(text.replacing("\"3/2\"", with: "\"4/3\"")).digest() != digest)
  }

  static let good = """
    schema: waymark.policy/1
    id: other
    title: Another
    values: whole-scale
    criteria:
      - {from: 1, to: 7, technique: nothing}
      - {from: 8, technique: noisy-mean, epsilon: 3/2}
    sections:
      above: 10
      atMost: 8
      classes:
        - {from: 1, technique: nothing}
    """

  @Test(arguments: ["default", "rounded", "coarse-mean"])
  func `what ships can be used and says what it is`(_ name: String) throws {
    let url = Repository.root.appending(path: "Registry/policies/\(name).yaml")
    let policy = try SheetFixtures.policy(String(contentsOf: url, encoding: .utf8))
    #expect(policy.id.value == name)
    #expect(policy.summary?.isEmpty == false)
    #expect(Gate(policy, .criterion).fewest == 8)
  }

  @Test func `a policy of one's own is taken`() throws {
    #expect(try SheetFixtures.policy(Self.good).criteria[1].epsilon == Fraction("3/2"))
  }

  @Test(arguments: [
    ("to: 7", "to: 8", "size-gap"), ("to: 7", "to: 6", "size-gap"),
    ("from: 1, to: 7", "from: 2, to: 7", "size-gap"),
    ("from: 8,", "from: 8, to: 20,", "size-gap"), ("to: 7, ", "", "size-gap"),
    ("to: 7", "to: 0", "out-of-range"),
    (", epsilon: 3/2", "", "parameter-missing"),
    ("to: 7, technique: nothing", "to: 7, technique: nothing, epsilon: 2", "parameter-unwanted"),
    ("3/2", "1.5", "not-a-fraction"), ("3/2", "6/4", "not-a-fraction"), ("3/2", "0", "not-a-fraction"),
    ("3/2", "1001", "not-a-fraction"), ("noisy-mean", "noisy-median", "unknown-choice"),
    ("whole-scale", "half-scale", "unknown-choice"), ("atMost", "atmost", "unknown-key"),
    ("policy/1", "policy/2", "schema-version"),
  ])
  func `mistakes have their code`(_ part: String, _ other: String, _ code: String) {
    var bag = DiagnosticBag()
    var map = SourceMap()
    let source = SourceFile(path: "policy.yaml", bytes: Array(Self.good.replacing(part, with: other).utf8))
    #expect(PolicyReader.read(source, map.add(source), into: &bag) == nil)
    #expect(bag.items.map(\.code.id).contains(code), "\(bag.items.map(\.code.id))")
  }

  @Test func `the reference pages name every key, technique and rule`() throws {
    let pages = Dictionary(uniqueKeysWithValues: PolicyPages.all)
    let file = try #require(pages["policy.md"])
    for key in [
      "criteria", "sections", "values", "technique", "epsilon", "atMost", "caps", "pool", "nearest", "step",
    ] {
      #expect(file.contains("`\(key)`"))
    }
    for rule in PolicyWeakness.Rule.allCases { #expect(file.contains("`\(rule.rawValue)`")) }
    for technique in Technique.allCases {
      let name = "technique-\(technique.rawValue).md"
      #expect(file.contains("](\(name))"))
      let page = try #require(pages[name])
      #expect(page.contains("(disclosure-study.md)") && page.contains("## What it gives away"))
      for parameter in technique.method.parameters { #expect(page.contains("| `\(parameter.key)` |")) }
    }
  }

  /// What is not written is as the study has it, and is part of the digest like all else.
  @Test func `caps and pool default to the study and enter the digest`() throws {
    let plain = try SheetFixtures.policy(Self.good)
    let written = try SheetFixtures.policy(
      Self.good + """

        caps: {epsilon: 6, years: 5}
        pool: {epsilon: 1, partnerships: 5, subjects: 40, share: 2/5, means: 40, distributions: 80}
        """)
    #expect(try plain == written && plain.digest() == written.digest())
    #expect(try SheetFixtures.policy().caps == plain.caps && SheetFixtures.policy().pool == plain.pool)
    let longer = try SheetFixtures.policy(Self.good + "\ncaps: {years: 6}\n")
    #expect(try longer.digest() != plain.digest())
    #expect(longer.caps.epsilon == Fraction(6))
  }

  /// DISCLOSURE section 5 (i), last column.
  @Test func `the cap allows three, four and five releases`() throws {
    let policy = try SheetFixtures.policy()
    #expect(policy.criteria.map { policy.caps.releases(of: $0) } == [nil, 3, 4, 5])
  }

  @Test func `codes are slugs and stand once`() {
    let ids = PolicyCodes.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { SlugRule.isSlug($0) })
  }
}
