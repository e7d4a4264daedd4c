import Foundation
import TestSupport
import Testing

@testable import Profiles

/// Changing one judgement changes the probability of any output by a factor of at most e^epsilon
/// (DISCLOSURE section 5 (v) 2).
@Suite struct NeighbourRatioTests {
  @Test(arguments: [8, 11, 12, 23, 24, 40], [1...4, 0...5])
  func `every pair of values`(_ n: Int, _ points: ClosedRange<Int>) throws {
    let policy = try SheetFixtures.policy()
    let epsilon = try #require(policy.criteria.first { $0.holds(n) }?.epsilon)
    let mechanism = policy.mechanism(unit: .criterion, n: n, points: Array(points), criteria: 1)
    guard case .noisySum(let scale) = mechanism else {
      Issue.record("\(n) schools publish no noisy sum")
      return
    }
    let noise = DiscreteLaplace(scale: scale)
    let most = exp(epsilon.approximation) * (1 + 1e-9)
    for one in points {
      for other in points where other != one {
        for output in -60...60 {
          #expect(noise.probability(of: output - one) <= most * noise.probability(of: output - other))
        }
      }
    }
  }

  /// A section's total moves by at most m times the range, whatever a subject leaves out.
  @Test func `a section counts as one score`() throws {
    var generator = SeededGenerator(seed: 5)
    let rubric = try SheetFixtures.rubric(criteria: 5, points: 0...5)
    for _ in 0..<2_000 {
      let rows = (0..<2).map { _ in
        [
          (0..<5).map { _ in Bool.random(using: &generator) ? UInt8.random(in: 0...5, using: &generator) : nil
          }
        ]
      }
      let sums = rows.map {
        SectionMean.sum(of: SheetFixtures.cohort($0), columns: Array(0..<5), on: rubric.scales[0])
      }
      guard sums.allSatisfy({ $0.n == 1 }) else { continue }
      #expect(abs(sums[0].sum - sums[1].sum) <= Int(sums[0].sensitivity))
      #expect((0...25).contains(sums[0].sum))
    }
  }
}
