import Diagnostics
import Foundation
import Rubrics
import TestSupport
import Testing

@testable import Profiles

/// Below the gate nothing that leaves depends on a score (DISCLOSURE section 5 (v) 1).
@Suite struct GatePropertyTests {
  static let pairs = TestEffort.count(150, slow: 10_000)

  /// Twelve subjects; all are judged on the second criterion, `judged` of them on the first, whose scores
  /// differ.
  @Test(arguments: 0...7)
  func `the rest of a sheet does not move`(_ judged: Int) throws {
    let rubric = try SheetFixtures.rubric(criteria: 2)
    var generator = SeededGenerator(seed: UInt64(judged))
    for seed in 0..<UInt64(Self.pairs) {
      let known = (0..<12).map { _ in UInt8.random(in: 0...3, using: &generator) }
      let bytes = try (0..<2).map { _ in
        let rows = known.enumerated().map {
          [$0 < judged ? UInt8.random(in: 0...3, using: &generator) : nil, $1]
        }
        return try SheetFixtures.sheet(SheetFixtures.request(rubric, rows), seed: seed).payload()
      }
      #expect(bytes[0] == bytes[1])
    }
  }

  /// The same with any membership, scale and number of criteria, under every policy that ships: who is judged, and
  /// how, changes from one of a pair to the other, and how many are judged does not.
  @Test(arguments: 0...7)
  func `nothing moves whatever the partnership`(_ judged: Int) throws {
    let policies = try FileManager.default.contentsOfDirectory(
      at: Repository.root.appending(path: "Registry/policies"), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
    try #require(!policies.isEmpty)
    let rubrics = try [1...4, 0...5, -2...2].map { try SheetFixtures.rubric(criteria: 3, points: $0) }
    var generator = SeededGenerator(seed: 100 + UInt64(judged))
    for policy in try policies.map({ try SheetFixtures.policy(String(contentsOf: $0, encoding: .utf8)) }) {
      guard policy.publishing(.criterion, n: judged) == nil else { continue }
      for seed in 0..<UInt64(Self.pairs) {
        let rubric = rubrics[Int(seed % 3)]
        let top = UInt8(rubric.scales[0].values.count - 1)
        let members = Int.random(in: max(judged, 3)...16, using: &generator)
        let known = (0..<members).map { _ in
          (0..<2).map { _ in
            Int.random(in: 0..<9, using: &generator) == 0 ? nil : UInt8.random(in: 0...top, using: &generator)
          }
        }
        let said = try (0..<2).map { _ in
          let who = Set((0..<members).shuffled(using: &generator).prefix(judged))
          // A school without any judgement would not have taken part, which is public.
          let rows = known.enumerated().map { row, rest -> [UInt8?] in
            [who.contains(row) ? UInt8.random(in: 0...top, using: &generator) : nil, rest[0] ?? 0, rest[1]]
          }
          var request = try SheetFixtures.request(rubric, rows)
          request.policy = policy
          var noise = SeededGenerator(seed: seed)
          do throws(Failure) {
            return try SheetMaker.make(request, using: &noise).payload()
          } catch {
            return Array("\(error.status) \(error.description)".utf8)
          }
        }
        #expect(said[0] == said[1], "\(policy.id.value), \(members) members, pair \(seed)")
      }
    }
  }

  @Test(arguments: 0...7)
  func `a refusal does not move`(_ judged: Int) throws {
    let rubric = try SheetFixtures.rubric(criteria: 1)
    var generator = SeededGenerator(seed: UInt64(judged))
    var texts: Set<String> = []
    for seed in 0..<UInt64(Self.pairs) {
      let rows = (0..<9).map { [$0 < judged ? UInt8.random(in: 0...3, using: &generator) : nil] }
      let failure = try #require(SheetFixtures.refusal(SheetFixtures.request(rubric, rows), seed: seed))
      #expect(failure.status == .refused && failure.message.contains("“gate”"))
      texts.insert(failure.description)
    }
    #expect(texts.count == 1)
  }

  @Test(arguments: [0, 7, 11])
  func `nor does a section's`(_ judged: Int) throws {
    let rubric = try SheetFixtures.rubric(
      criteria: 12, points: 0...5,
      rest: """
        sections:
          - {id: one, title: One, of: [c0, c1, c2, c3]}
          - {id: two, title: Two, of: [c4, c5, c6, c7, c8, c9, c10, c11]}
        """)
    var generator = SeededGenerator(seed: UInt64(judged))
    for seed in 0..<UInt64(Self.pairs / 5) {
      let known = (0..<12).map { _ in (0..<8).map { _ in UInt8.random(in: 0...5, using: &generator) } }
      let bytes = try (0..<2).map { _ in
        let rows = known.enumerated().map { row, rest in
          (0..<4).map { $0 < 2 && row < judged || $0 < 1 ? UInt8.random(in: 0...5, using: &generator) : nil }
            + rest
        }
        return try SheetFixtures.sheet(SheetFixtures.request(rubric, rows), seed: seed).payload()
      }
      #expect(bytes[0] == bytes[1])
    }
  }
}
