import TestSupport
import Testing

@testable import Profiles

/// Each rule in which one policy can be weaker than another, by itself.
@Suite struct PolicyWeaknessTests {
  private static let least = """
    schema: waymark.policy/1
    id: least
    title: Least
    values: whole-scale
    criteria:
      - {from: 1, to: 7, technique: nothing}
      - {from: 8, to: 11, technique: noisy-mean, epsilon: 2}
      - {from: 12, technique: noisy-mean, epsilon: 3/2}
    sections:
      above: 10
      atMost: 8
      classes:
        - {from: 1, to: 11, technique: nothing}
        - {from: 12, technique: noisy-mean, epsilon: 2}
    caps: {epsilon: 6, years: 5}
    pool: {epsilon: 1, partnerships: 5, subjects: 40, share: 2/5, means: 40, distributions: 80}
    """

  private static func rules(_ policy: String, against least: String = least) throws -> [String] {
    try SheetFixtures.policy(policy).weaknesses(against: SheetFixtures.policy(least)).map(\.rule.rawValue)
  }

  @Test(arguments: [
    ("", "", []), ("to: 7", "to: 9", []), ("epsilon: 2}\n  - {from: 12", "epsilon: 1}\n  - {from: 12", []),
    ("above: 10", "above: 9", []), ("atMost: 8", "atMost: 4", []), ("years: 5", "years: 9", []),
    ("{epsilon: 6", "{epsilon: 5", []), ("subjects: 40", "subjects: 41", ["pool-terms"]),
    ("share: 2/5", "share: 1/3", []), ("distributions: 80", "distributions: 100", []),
  ])
  func `as strict or stricter`(_ part: String, _ other: String, _ rules: [String]) throws {
    // Two of the changes need their neighbours to follow.
    var text = Self.least.replacing(part, with: other)
    text = text.replacing("to: 9, technique", with: "to: 9, technique")
      .replacing("{from: 8, to: 11", with: part == "to: 7" ? "{from: 10, to: 11" : "{from: 8, to: 11")
      .replacing("means: 40", with: part == "subjects: 40" ? "means: 41" : "means: 40")
    #expect(try Self.rules(text) == [])
  }

  @Test(arguments: [
    ("1, to: 7, technique: nothing}\n  - {from: 8,", "1, to: 6, technique: nothing}\n  - {from: 7,", "gate"),
    ("to: 11, technique: nothing}\n    - {from: 12", "to: 10, technique: nothing}\n    - {from: 11", "gate"),
    ("to: 11, technique: noisy-mean, epsilon: 2", "to: 11, technique: noisy-mean, epsilon: 5/2", "epsilon"),
    ("technique: noisy-mean, epsilon: 3/2", "technique: noisy-mean, epsilon: 8/5", "epsilon"),
    ("12, technique: noisy-mean, epsilon: 2", "12, technique: noisy-mean, epsilon: 3", "epsilon"),
    ("technique: noisy-mean, epsilon: 3/2", "technique: coarse-mean, step: 3", "technique"),
    (
      "technique: noisy-mean, epsilon: 3/2",
      "technique: rounded, below: 99, nearest: 99, complementary: true",
      "technique"
    ),
    ("above: 10", "above: 11", "sections"), ("atMost: 8", "atMost: 9", "sections"),
    ("{epsilon: 6", "{epsilon: 7", "caps"), ("years: 5", "years: 4", "caps"),
    ("partnerships: 5", "partnerships: 4", "pool-gate"), ("subjects: 40", "subjects: 39", "pool-gate"),
    ("share: 2/5", "share: 1/2", "pool-gate"), ("distributions: 80", "distributions: 79", "pool-gate"),
    ("pool: {epsilon: 1", "pool: {epsilon: 6/5", "pool-epsilon"),
  ])
  func `each rule by its name`(_ part: String, _ other: String, _ rule: String) throws {
    let text = Self.least.replacing(part, with: other)
    try #require(text != Self.least)
    let found = try SheetFixtures.policy(text).weaknesses(against: SheetFixtures.policy(Self.least))
    #expect(found.map(\.rule.rawValue) == [rule])
    #expect(found.allSatisfy { $0.words.hasSuffix(".") && !$0.help.isEmpty })
    // The other way round it is stricter, unless what has no noise stands there.
    if rule != "technique" { #expect(try Self.rules(Self.least, against: text) == []) }
  }

  @Test func `a stretch of sizes is named once, from where it starts`() throws {
    let text = Self.least.replacing(
      "epsilon: 2}\n  - {from: 12",
      with: "epsilon: 2}\n  - {from: 12, to: 99, technique: noisy-mean, epsilon: 2}\n  - {from: 100"
    )
    .replacing(
      "{from: 100, technique: noisy-mean, epsilon: 3/2", with: "{from: 100, technique: noisy-mean, epsilon: 2"
    )
    let found = try SheetFixtures.policy(text).weaknesses(against: SheetFixtures.policy(Self.least))
    #expect(found.map(\.words) == ["Criteria from 12 subjects on: epsilon 2, but at most 3/2 is allowed."])
  }

  /// What has no noise is held against its like; a noisy mean passes instead of it while its noise is one the study weighed.
  @Test(arguments: [
    ("technique: rounded, below: 8, nearest: 5, complementary: true", []),
    ("technique: rounded, below: 10, nearest: 10, complementary: true", []),
    ("technique: rounded, below: 7, nearest: 5, complementary: true", ["technique"]),
    ("technique: rounded, below: 8, nearest: 4, complementary: true", ["technique"]),
    ("technique: rounded, below: 8, nearest: 5, complementary: false", ["technique"]),
    (
      "technique: rounded, below: 7, nearest: 4, complementary: false",
      ["technique", "technique", "technique"]
    ),
    ("technique: coarse-mean, step: 1", ["technique"]), ("technique: noisy-mean, epsilon: 2", []),
    ("technique: noisy-mean, epsilon: 5/2", ["epsilon"]), ("technique: nothing", []),
  ])
  func `against a least policy without noise`(_ technique: String, _ rules: [String]) throws {
    let least = Self.least.replacing(
      "technique: noisy-mean, epsilon: 3/2",
      with: "technique: rounded, below: 8, nearest: 5, complementary: true")
    let own = Self.least.replacing("technique: noisy-mean, epsilon: 3/2", with: technique)
    #expect(try Self.rules(own, against: least) == rules)
  }

  @Test func `steps are held against steps`() throws {
    let coarse = Self.least.replacing(
      "technique: noisy-mean, epsilon: 3/2", with: "technique: coarse-mean, step: 1/2")
    #expect(try Self.rules(coarse.replacing("step: 1/2", with: "step: 3/5"), against: coarse) == [])
    #expect(
      try Self.rules(coarse.replacing("step: 1/2", with: "step: 1/4"), against: coarse) == ["technique"])
  }

  @Test func `the shipped policies`() throws {
    let named = try ["default", "rounded", "coarse-mean"].map { ($0, try SheetFixtures.shipped($0)) }
    for (own, policy) in named {
      for (other, least) in named {
        let rules = Set(policy.weaknesses(against: least).map(\.rule))
        if own == other { #expect(rules.isEmpty) }
        if own != "default", other == "default" { #expect(rules == [.technique]) }
        if own == "default", other == "coarse-mean" { #expect(rules.isEmpty) }
      }
    }
    // Rounded publishes no sections, so section means are more.
    let sections = named[0].1.weaknesses(against: named[1].1)
    #expect(sections.map(\.rule) == [.gate])
  }
}
