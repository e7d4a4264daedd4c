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
      #expect(failure?.message.contains("already (entry 1)") == true)
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
      .replacingOccurrences(of: "\"2\"", with: "\"1\"")
    let lax = text.replacingOccurrences(of: "id: default", with: "id: lax")
      .replacingOccurrences(of: "\"2\"", with: "\"4\"")
    let registry = try RegistryFixture.registry(MemoryStore(), others: [strict, lax])
    try MadeUpPublisher("authors").admitted(to: registry)
      .publish(.framework, MadeUpFramework().yaml, at: registry)
    for (name, policy, epsilon) in [("apple", strict, "1"), ("pear", lax, "4")] {
      var sheet = MadeUpSheet(name)
      sheet.policyID = policy.contains("id: strict") ? "strict" : "lax"
      sheet.policy = try HeldPolicy(.init(path: "p", bytes: Array(policy.utf8)), isLeast: false).digest
      for index in sheet.figures.indices { sheet.figures[index].epsilon = epsilon }
      let publisher = try MadeUpPublisher(name).admitted(to: registry)
      let payload = try sheet.payload()
      if name == "apple" {
        #expect(try publisher.publish(.sheet, payload, at: registry).isNew)
      } else {
        // Known, but below the least.
        let failure = #expect(throws: Failure.self) { try publisher.publish(.sheet, payload, at: registry) }
        #expect(failure?.message.contains("the policy “default”") == true)
      }
    }
  }
}
