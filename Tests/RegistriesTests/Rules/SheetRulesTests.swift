import Diagnostics
import Foundation
import Registries
import Sealing
import StoreContract
import Testing

/// Each way in which a sheet can be wrong, by itself.
@Suite struct SheetRulesTests {
  /// What is changed in a sheet that would be taken.
  struct Wrong: Sendable, CustomTestStringConvertible {
    let reason: String
    let change: @Sendable (inout MadeUpSheet) -> Void
    var status = Diagnostics.ExitStatus.refused

    var testDescription: String { reason }

    init(
      _ reason: String, _ status: Diagnostics.ExitStatus = .refused,
      _ change: @escaping @Sendable (inout MadeUpSheet) -> Void
    ) {
      (self.reason, self.status, self.change) = (reason, status, change)
    }
  }

  private static let wrongs: [Wrong] = [
    Wrong("a sheet of “pear”") { $0.partnership = "pear" },
    Wrong("no region “E12000010”") { $0.region = "E12000010" },
    Wrong("no region's code", .badData) { $0.region = "north" },
    Wrong("rests on “garden-made-up@1.1.0”, which this registry does not hold") { $0.version = "1.1.0" },
    Wrong("rests on other content") { $0.digest = Digest(ofText: "other") },
    Wrong("of the kind “peer”") { $0.kind = "peer" },
    Wrong("which this registry does not know") { $0.policy = Digest(ofText: "other") },
    Wrong("the policy “lenient”") { $0.policyID = "lenient" },
    Wrong("the framework's title") { $0.frameworkTitle = "Something else" },
    Wrong("no criterion “shed”") { $0.figures[0].id = "shed" },
    Wrong("“beds” bears another title") { $0.figures[0].title = "Call us on this number" },
    Wrong("“beds” has another scale") { $0.figures[0].points = 0...4 },
    Wrong("not every criterion") { $0.figures.removeLast() },
    Wrong("further outside its scale than noise can put it") { $0.figures[0].sum = 40 + 76 },
    Wrong("further outside its scale than noise can put it") { $0.figures[0].sum = 10 - 76 },
    Wrong("“pond” rests on 7 judged; at least 8 are needed") { $0.figures[2].n = 7 },
    Wrong("epsilon 3, but at most 2 is allowed for 10") { $0.figures[1].epsilon = "3" },
    Wrong("epsilon 2, but at most 3/2 is allowed for 12") {
      $0.figures[1].n = 12
      $0.subjects = 12
    },
    Wrong("has another epsilon (1)") { $0.figures[1].epsilon = "1" },
    Wrong("more subjects than took part", .badData) { $0.subjects = 9 },
    Wrong("publishes each, and no sections") {
      $0.unit = "section"
      $0.framework.sections = [("all", ["beds", "paths", "pond"])]
      $0.figures = [MadeUpSheet.Figure("all", title: "Section all", sum: 75)]
      $0.figures[0].criteria = 3
      $0.figures[0].n = 12
      $0.subjects = 12
    },
  ]

  @Test(arguments: wrongs) func isRefused(_ wrong: Wrong) throws {
    let store = MemoryStore()
    let registry = try RegistryFixture.registry(store)
    var sheet = MadeUpSheet("apple")
    wrong.change(&sheet)
    var published = sheet.framework
    published.version = "1.0.0"
    try MadeUpPublisher("authors").admitted(to: registry).publish(.framework, published.yaml, at: registry)
    let apple = try MadeUpPublisher("apple").admitted(to: registry)
    let before = try StoreContents(store)
    let failure = #expect(throws: Failure.self) {
      try apple.publish(.sheet, sheet.payload(), at: registry)
    }
    #expect(failure?.status == wrong.status)
    #expect(failure?.message.contains(wrong.reason) == true, "\(failure?.message ?? "")")
    #expect(failure?.help.isEmpty == false)
    #expect(try StoreContents(store) == before)
  }

  @Test func theEdgesOfTheRulesAreTaken() throws {
    let registry = try RegistryFixture.registry(MemoryStore())
    try MadeUpPublisher("authors").admitted(to: registry)
      .publish(.framework, MadeUpFramework().yaml, at: registry)
    let apple = try MadeUpPublisher("apple").admitted(to: registry)
    var sheet = MadeUpSheet("apple")
    sheet.subjects = 30
    (sheet.figures[0].n, sheet.figures[0].sum) = (8, 32 + 75)
    (sheet.figures[1].n, sheet.figures[1].epsilon) = (24, "6/5")
    sheet.figures.removeLast()
    sheet.omitted = ["pond"]
    #expect(try apple.publish(.sheet, sheet.payload(), at: registry).isNew)
  }

  @Test func aSecondSheetOfOneReleaseIsRefused() throws {
    let store = MemoryStore()
    let registry = try RegistryFixture.registry(store)
    let authors = try MadeUpPublisher("authors").admitted(to: registry)
    try authors.publish(.framework, MadeUpFramework().yaml, at: registry)
    let apple = try MadeUpPublisher("apple").admitted(to: registry)
    try apple.publish(.sheet, MadeUpSheet("apple", sum: 25).payload(), at: registry)
    var minor = MadeUpFramework()
    (minor.version, minor.word) = ("1.1.0", "today")
    try authors.publish(.framework, minor.yaml, at: registry)
    let before = try StoreContents(store)
    // Another sum, and another minor version: it is the same release.
    for sheet in [MadeUpSheet("apple", sum: 26), MadeUpSheet("apple", minor, sum: 25)] {
      let failure = #expect(throws: Failure.self) {
        try apple.publish(.sheet, sheet.payload(), at: registry)
      }
      #expect(failure?.status == .refused)
      #expect(failure?.message.contains("already (entry 1;") == true)
      #expect(try StoreContents(store) == before)
    }
    var next = MadeUpSheet("apple", minor)
    next.period = "2026-27"
    #expect(try apple.publish(.sheet, next.payload(), at: registry).isNew)
    var major = MadeUpFramework()
    major.version = "2.0.0"
    try authors.publish(.framework, major.yaml, at: registry)
    #expect(try apple.publish(.sheet, MadeUpSheet("apple", major).payload(), at: registry).isNew)
  }

  @Test func manyCriteriaPublishSectionsOnly() throws {
    let registry = try RegistryFixture.registry(MemoryStore())
    var framework = MadeUpFramework()
    framework.criteria = (1...11).map { "c\($0)" }
    framework.sections = [("first", (1...6).map { "c\($0)" }), ("rest", (7...11).map { "c\($0)" })]
    try MadeUpPublisher("authors").admitted(to: registry).publish(.framework, framework.yaml, at: registry)
    let apple = try MadeUpPublisher("apple").admitted(to: registry)
    let failure = #expect(throws: Failure.self) {
      try apple.publish(.sheet, MadeUpSheet("apple", framework).payload(), at: registry)
    }
    #expect(failure?.message.contains("publishes sections only") == true)
    var sheet = MadeUpSheet("apple", framework)
    (sheet.unit, sheet.subjects) = ("section", 12)
    sheet.figures = zip(framework.sections, [6, 5]).map { section, criteria in
      var figure = MadeUpSheet.Figure(section.id, title: "Section \(section.id)", sum: 12 * criteria * 2)
      (figure.n, figure.criteria) = (12, criteria)
      return figure
    }
    #expect(try apple.publish(.sheet, sheet.payload(), at: registry).isNew)
    let answer = try registry.compare(ComparisonRequest(framework: framework.id))
    #expect(answer.figures.map(\.key.unit) == [.section, .section])
    #expect(answer.figures.map { $0.rows[0].mean } == [2, 2])
    #expect(answer.figures.map(\.criteria) == [6, 5])
  }

  @Test func aStricterPolicyMayBeNamedWhereItIsKnown() throws {
    let text = String(decoding: try RegistryFixture.policyFile().bytes, as: UTF8.self)
    let strict = text.replacingOccurrences(of: "id: default", with: "id: strict")
      .replacingOccurrences(of: "epsilon: \"2\"", with: "epsilon: \"1\"")
    let registry = try RegistryFixture.registry(MemoryStore(), others: [strict])
    try MadeUpPublisher("authors").admitted(to: registry)
      .publish(.framework, MadeUpFramework().yaml, at: registry)
    var sheet = MadeUpSheet("apple")
    sheet.policyID = "strict"
    sheet.policy = try HeldPolicy(.init(path: "p", bytes: Array(strict.utf8)), isLeast: false).digest
    for index in sheet.figures.indices { sheet.figures[index].epsilon = "1" }
    let apple = try MadeUpPublisher("apple").admitted(to: registry)
    #expect(try apple.publish(.sheet, sheet.payload(), at: registry).isNew)
  }

  /// A registry that took a weaker policy up before it was held against the least: its sheets are refused all the same.
  @Test func aSheetKeepsToTheLeastPolicyWhateverItNames() throws {
    let text = String(decoding: try RegistryFixture.policyFile().bytes, as: UTF8.self)
    let lax = text.replacingOccurrences(of: "id: default", with: "id: lax")
      .replacingOccurrences(of: "epsilon: \"2\"", with: "epsilon: \"4\"")
    let held = try HeldPolicy(.init(path: "p", bytes: Array(lax.utf8)), isLeast: false)
    let store = MemoryStore()
    let registry = try RegistryFixture.registry(store)
    store.tamper { $0.policies.append(held) }
    try MadeUpPublisher("authors").admitted(to: registry)
      .publish(.framework, MadeUpFramework().yaml, at: registry)
    var sheet = MadeUpSheet("pear")
    (sheet.policyID, sheet.policy) = ("lax", held.digest)
    for index in sheet.figures.indices { sheet.figures[index].epsilon = "4" }
    let pear = try MadeUpPublisher("pear").admitted(to: registry)
    let failure = #expect(throws: Failure.self) { try pear.publish(.sheet, sheet.payload(), at: registry) }
    #expect(failure?.status == .refused)
    #expect(failure?.message.contains("the policy “default” (rule “epsilon”)") == true)
  }

  @Test(arguments: [
    ("technique: noisy-mean, epsilon: \"2\"", "technique: noisy-mean, epsilon: \"4\"", "epsilon"),
    ("technique: noisy-mean, epsilon: \"6/5\"", "technique: coarse-mean, step: 3", "technique"),
    ("years: 5", "years: 1", "caps"), ("partnerships: 5", "partnerships: 2", "pool-gate"),
    ("atMost: 8", "atMost: 30", "sections"),
  ])
  func aWeakerPolicyIsNotTakenUp(_ part: String, _ other: String, _ rule: String) throws {
    let text = String(decoding: try RegistryFixture.policyFile().bytes, as: UTF8.self)
    let lax = text.replacingOccurrences(of: part, with: other)
    try #require(lax != text)
    let failure = #expect(throws: Failure.self) { try RegistryFixture.settings(others: [lax]) }
    #expect(failure?.status == .refused && failure?.message.contains("rule “\(rule)”") == true)
  }

  // MARK: Techniques without noise

  /// Counts of ten on four points, and a mean of them.
  private static let rounded: JSONValue = [
    "technique": "rounded", "below": 8, "nearest": 5, "complementary": true,
    "cells": [
      ["value": 1, "count": 10], ["value": 2, "count": nil], ["value": 3, "count": nil],
      ["value": 4, "count": nil],
    ],
  ]
  private static let coarse: JSONValue = ["technique": "coarse-mean", "step": "1/2", "mean": 2.5]

  private static func sheet(_ technique: JSONValue, under policy: String) throws -> MadeUpSheet {
    var sheet = MadeUpSheet("apple")
    sheet.policyID = policy
    sheet.policy = try HeldPolicy(RegistryFixture.policyFile(policy), isLeast: true).digest
    for index in sheet.figures.indices { sheet.figures[index].technique = technique }
    return sheet
  }

  @Test(arguments: [("rounded", rounded), ("coarse-mean", coarse)])
  func theDefaultRefusesThemByRule(_ policy: String, _ technique: JSONValue) throws {
    let store = MemoryStore()
    let registry = try RegistryFixture.registry(store)
    let held = try HeldPolicy(RegistryFixture.policyFile(policy), isLeast: false)
    store.tamper { $0.policies.append(held) }
    try MadeUpPublisher("authors").admitted(to: registry)
      .publish(.framework, MadeUpFramework().yaml, at: registry)
    let apple = try MadeUpPublisher("apple").admitted(to: registry)
    let payload = try Self.sheet(technique, under: policy).payload()
    let failure = #expect(throws: Failure.self) { try apple.publish(.sheet, payload, at: registry) }
    #expect(failure?.status == .refused)
    #expect(failure?.message.contains("the policy “default” (rule “technique”)") == true)
  }

  /// Where the least policy has the technique: kept, listed and verified, and left out of comparisons, which say so.
  @Test(arguments: [("rounded", rounded), ("coarse-mean", coarse)])
  func theyAreKeptWhereTheLeastPolicyHasThem(_ policy: String, _ technique: JSONValue) throws {
    let store = MemoryStore()
    let standard = String(decoding: try RegistryFixture.policyFile().bytes, as: UTF8.self)
    // Rounded has no sections, and the default has: without them it is as strict.
    let noisy = standard.replacingOccurrences(
      of:
        "- {from: 12, to: 23, technique: noisy-mean, epsilon: \"2\"}\n    - {from: 24, technique: noisy-mean, epsilon: \"3/2\"}",
      with: "- {from: 12, technique: nothing}")
    let registry = try RegistryFixture.registry(store, least: policy, others: [noisy])
    try MadeUpPublisher("authors").admitted(to: registry)
      .publish(.framework, MadeUpFramework().yaml, at: registry)
    let apple = try MadeUpPublisher("apple").admitted(to: registry)
    let receipt = try apple.publish(.sheet, Self.sheet(technique, under: policy).payload(), at: registry)
    #expect(receipt.isNew && receipt.subject.hasSuffix(", self, \(policy)"))
    #expect(try registry.verify().faults == [])
    #expect(try registry.list(from: 0).last?.subject == receipt.subject)
    let alone = #expect(throws: Failure.self) {
      try registry.compare(ComparisonRequest(framework: "garden-made-up"))
    }
    #expect(alone?.status == .unavailable && alone?.message.contains("its one sheet holds") == true)

    var pear = MadeUpSheet("pear")
    pear.policy = try HeldPolicy(.init(path: "p", bytes: Array(noisy.utf8)), isLeast: false).digest
    try MadeUpPublisher("pear").admitted(to: registry).publish(.sheet, pear.payload(), at: registry)
    let answer = try registry.compare(ComparisonRequest(framework: "garden-made-up", by: .partnership))
    #expect((answer.sheets, answer.leftOut) == (1, 1))
    #expect(answer.figures.allSatisfy { $0.rows.map(\.place.code) == ["pear"] })
    #expect(answer.notes.contains { $0.hasPrefix("One sheet of these years holds rounded figures") })
    #expect(answer.json()["leftOut"]?.asInt == 1)
    #expect(try registry.verify().faults == [])
  }

  @Test func parametersOfAnotherKindThanThePolicyNamesAreRefused() throws {
    let registry = try RegistryFixture.registry(MemoryStore(), least: "coarse-mean")
    try MadeUpPublisher("authors").admitted(to: registry)
      .publish(.framework, MadeUpFramework().yaml, at: registry)
    let apple = try MadeUpPublisher("apple").admitted(to: registry)
    for (technique, words) in [
      (["technique": "coarse-mean", "step": "1/4", "mean": 2.5], "steps of 1/4"),
      (["technique": "coarse-mean", "step": "1", "mean": 2], "another technique or other parameters"),
      (Self.rounded, "“rounded”, but “coarse-mean” is asked for"),
    ] as [(JSONValue, String)] {
      let payload = try Self.sheet(technique, under: "coarse-mean").payload()
      let failure = #expect(throws: Failure.self) { try apple.publish(.sheet, payload, at: registry) }
      #expect(failure?.message.contains("rule “technique”") == true, "\(failure?.message ?? "")")
      #expect(failure?.message.contains(words) == true, "\(failure?.message ?? "")")
    }
  }
}
