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
      #expect(criteria.opens(for: n)?.epsilon.description == own)
      #expect(sections.opens(for: n)?.epsilon.description == section)
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

  @Test func `a policy of one's own is taken`() throws {
    #expect(try SheetFixtures.policy(Self.good).criteria[1].epsilon == Fraction("3/2"))
  }

  @Test(arguments: [
    ("to: 7", "to: 8", "size-gap"), ("to: 7", "to: 6", "size-gap"),
    ("from: 1, to: 7", "from: 2, to: 7", "size-gap"),
    ("from: 8,", "from: 8, to: 20,", "size-gap"), ("to: 7, ", "", "size-gap"),
    ("to: 7", "to: 0", "out-of-range"),
    (", epsilon: 3/2", "", "epsilon-missing"),
    ("to: 7, technique: nothing", "to: 7, technique: nothing, epsilon: 2", "epsilon-unwanted"),
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

  @Test func `the reference page names every key`() {
    let page = Policy.referencePage()
    for key in ["criteria", "sections", "values", "technique", "epsilon", "atMost", "above"] {
      #expect(page.contains("`\(key)`"))
    }
  }

  @Test func `codes are slugs and stand once`() {
    let ids = PolicyCodes.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { SlugRule.isSlug($0) })
  }
}
