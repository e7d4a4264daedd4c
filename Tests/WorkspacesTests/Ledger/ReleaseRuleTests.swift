import Diagnostics
import Documents
import Foundation
import Profiles
import Rubrics
import Sealing
import Testing

@testable import Workspaces

/// Every rule of docs/reference/release-rules.md, broken once: what a person reads names it and says what to do.
@Suite("The rules of releases")
struct ReleaseRuleTests {
  @Test("each is broken once, and named", arguments: ReleaseRule.allCases)
  func named(_ rule: ReleaseRule) throws {
    let told = try Self.told(rule)
    #expect(told.contains("“\(rule.rawValue)”"), "\(told)")
    #expect(rule.help.hasSuffix("."))
  }

  @Test("its page has each of them, with what to do")
  func page() {
    for rule in ReleaseRule.allCases {
      #expect(ReleaseRule.referencePage().contains("## `\(rule.rawValue)`\n"))
      #expect(ReleaseRule.referencePage().contains(rule.help))
    }
  }

  /// What is said where a rule is broken; a new rule needs a line here.
  private static func told(_ rule: ReleaseRule) throws -> String {
    switch rule {
    case .oneRelease, .ledgerMissing, .ledgerBehind, .cancelled, .consent: try refused(rule)
    case .fit, .gate, .onePool: try refusedAtFirst(rule)
    case .oneSheet: try usedElsewhere()
    case .cap:
      try refusal(of: Bench(schools: 8)) { bench in
        var policy = try Fixtures.policy()
        policy.caps.epsilon = try #require(Epsilon("1"))
        _ = try bench.preview(Maker(), policy: policy)
      }
    case .carriedForward: try carriedForward()
    case .history: try nextYear()
    case .late, .correction, .withdrawn: try waiting(rule)
    }
  }

  /// After a first preview.
  private static func refused(_ rule: ReleaseRule) throws -> String {
    let bench = try Bench(schools: 8)
    let old = try bench.folder.bytes("valley.waymark")
    let release = try bench.preview(Maker())
    return try refusal(of: bench) { bench in
      switch rule {
      case .oneRelease: _ = try bench.preview(Maker(), policy: Fixtures.policy(title: "Another"))
      case .ledgerMissing:
        try FileManager.default.removeItem(atPath: "\(bench.path).ledger")
        _ = try bench.preview(Maker())
      case .ledgerBehind:
        try bench.folder.write(old, to: "valley.waymark")
        _ = try Bench.preview(Workspace.open(bench.path), Maker())
      case .cancelled:
        _ = try bench.workspace.withdrawConsent(["100003"], to: nil, on: Fixtures.today)
        _ = try bench.preview(Maker())
      default:
        try bench.consent(["100003"], until: Fixtures.today)
        _ = try bench.sign(
          release.identity, try SigningKey(name: "made.up/key"), on: Fixtures.today.adding(days: 1))
      }
    }
  }

  /// With nothing fixed before.
  private static func refusedAtFirst(_ rule: ReleaseRule) throws -> String {
    try refusal(of: Bench(schools: rule == .gate ? 3 : 8)) { bench in
      switch rule {
      case .fit:
        _ = try bench.workspace.add(reviews: [try Fixtures.review(1, ["d": "p1"], version: "1.1.0")])
        _ = try bench.preview(Maker())
      case .gate:
        var generator = SystemRandomNumberGenerator()
        _ = try bench.workspace.preview(
          Fixtures.rubric(), period: Fixtures.period, kind: .own, policy: Fixtures.policy(),
          on: Fixtures.today,
          using: &generator)
      default:
        _ = try bench.workspace.giveConsent(["100001"], to: .pool, from: Fixtures.today, on: Fixtures.today)
        for task in ["one", "another"] {
          _ = try bench.workspace.contribute(
            to: Digest(ofText: task), Fixtures.rubric(), period: Fixtures.period, kind: .own,
            epsilon: Fixtures.policy().pool.epsilon, on: Fixtures.today
          ) { (_) throws(Failure) in [1] }
        }
      }
    }
  }

  /// A school that moved here after its old partnership told of it.
  private static func usedElsewhere() throws -> String {
    let old = try Bench(schools: 8)
    _ = try old.preview(Maker())
    let statement = try old.workspace.statement(
      of: "100001", signedBy: try SigningKey(name: "made.up/key"), on: Fixtures.today)
    let new = try Bench(schools: 9)
    _ = try new.workspace.settle("100001", with: statement, on: Fixtures.today)
    return words(try new.preview(Maker()).leftOut)
  }

  private static func carriedForward() throws -> String {
    let bench = try Bench.carryingForward()
    let release = try bench.preview(Maker())
    #expect(release.cohort.count == 8)
    return words(release.leftOut)
  }

  /// A school that joined after the first release, in the next year's.
  private static func nextYear() throws -> String {
    let bench = try Bench(schools: 8)
    _ = try bench.preview(Maker())
    _ = try bench.workspace.add(
      members: [Fixtures.member(9)],
      reviews: try (1...9).map { try Fixtures.review($0, date: "2026-10-01") })
    try bench.consent(["100009"])
    let release = try bench.workspace.preview(
      Fixtures.rubric(), period: Period(startYear: 2026), kind: .own, under: ReleaseTerms(Fixtures.policy()),
      on: try Fixtures.day("2026-10-02"), make: Maker().make)
    return words(release.leftOut)
  }

  /// After a release was signed.
  private static func waiting(_ rule: ReleaseRule) throws -> String {
    let bench = try Bench(schools: 8)
    let fixed = try bench.preview(Maker())
    let release = try bench.sign(fixed.identity, try SigningKey(name: "made.up/key"))
    switch rule {
    case .late:
      _ = try bench.workspace.add(members: [Fixtures.member(9)], reviews: [try Fixtures.review(9)])
      try bench.consent(["100009"])
    case .correction: _ = try bench.workspace.add(reviews: [try Fixtures.review(2, ["a": "p4"])])
    default: _ = try bench.workspace.withdrawConsent(["100003"], to: nil, on: Fixtures.today)
    }
    #expect(try bench.preview(Maker()).payload == release.payload)
    return words(try bench.workspace.waiting(after: release, on: Fixtures.today))
  }

  private static func words(_ all: [LeftOut]) -> String { all.map(\.words).joined(separator: "\n") }

  private static func refusal(of bench: Bench, _ body: (Bench) throws -> Void) throws -> String {
    let failure = try expectFailure(.refused) { try body(bench) }
    #expect(!failure.help.isEmpty)
    return failure.message
  }
}
