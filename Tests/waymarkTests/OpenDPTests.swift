import Foundation
import Profiles
import TestSupport
import Testing

/// Our noise beside OpenDP's: two samplers that share no code draw from one distribution.
@Suite struct OpenDPTests {
  /// A million draws each with `WAYMARK_FULL=1`, as `make study` has it.
  private static let draws = ProcessInfo.processInfo.environment["WAYMARK_FULL"] == "1" ? 1_000_000 : 200_000

  @Test(
    .enabled(
      if: PythonTools.canDrawNoise, "the Python package opendp of Tests/requirements.txt is not installed"),
    arguments: ["3/2", "2", "5/2"])
  func theSamplersAgree(_ scale: String) throws {
    // Right samplers come out below one in 5,000 with less than a chance in 2,500: so they may try twice.
    var samples = TwoSamples(try ours(scale), try theirs(scale))
    if !samples.agree { samples = TwoSamples(try ours(scale), try theirs(scale)) }
    #expect(samples.agree, "\(samples)")
  }

  /// The test must be able to fail: noise one part in twenty wider is found out.
  @Test func anotherScaleIsFoundOut() throws {
    let samples = TwoSamples(try ours("3/2"), try ours("63/40"))
    #expect(!samples.agree && samples.chiSquare < 1e-6 && samples.kolmogorovSmirnov < 1e-4, "\(samples)")
  }

  private func ours(_ scale: String) throws -> [Int: Int] {
    let noise = DiscreteLaplace(scale: try #require(Fraction(scale)))
    var generator = SystemRandomNumberGenerator()
    var counts: [Int: Int] = [:]
    for _ in 0..<Self.draws { counts[noise.sample(using: &generator), default: 0] += 1 }
    return counts
  }

  private func theirs(_ scale: String) throws -> [Int: Int] {
    let drawn = try PythonTools.run([
      "-c",
      """
      import sys
      from collections import Counter
      import opendp.prelude as dp
      dp.enable_features("contrib")
      part, _, whole = sys.argv[1].partition("/")
      noise = dp.m.make_laplace(
          dp.vector_domain(dp.atom_domain(T=int)), dp.l1_distance(T=int), scale=int(part) / int(whole or 1))
      for value, count in Counter(noise([0] * int(sys.argv[2]))).items():
          print(value, count)
      """, scale, "\(Self.draws)",
    ])
    try #require(drawn.status == 0, "\(drawn.output)")
    var counts: [Int: Int] = [:]
    for line in drawn.output.split(separator: "\n") {
      let numbers = line.split(separator: " ").compactMap { Int($0) }
      try #require(numbers.count == 2, "\(line)")
      counts[numbers[0]] = numbers[1]
    }
    #expect(counts.values.reduce(0, +) == Self.draws)
    return counts
  }
}

/// How likely two samples of one distribution are to differ as much as these do.
private struct TwoSamples: CustomStringConvertible {
  let chiSquare: Double
  /// The least that it may be: values that come up often make the test's own figure too cautious.
  let kolmogorovSmirnov: Double

  var agree: Bool { chiSquare > 2e-4 && kolmogorovSmirnov > 2e-4 }
  var description: String { "chi-square \(chiSquare), Kolmogorov-Smirnov \(kolmogorovSmirnov)" }

  init(_ one: [Int: Int], _ other: [Int: Int]) {
    let values = Set(one.keys).union(other.keys).sorted()
    let (all, rest) = (Double(one.values.reduce(0, +)), Double(other.values.reduce(0, +)))
    var (statistic, freedom, distance) = (0.0, -1.0, 0.0)
    var (below, otherBelow) = (0.0, 0.0)
    // Rare values stand together, as the approximation wants it.
    var (rare, otherRare) = (0.0, 0.0)
    func add(_ left: Double, _ right: Double) {
      let difference = left * (rest / all).squareRoot() - right * (all / rest).squareRoot()
      statistic += difference * difference / (left + right)
      freedom += 1
    }
    for value in values {
      let (left, right) = (Double(one[value] ?? 0), Double(other[value] ?? 0))
      below += left / all
      otherBelow += right / rest
      distance = max(distance, abs(below - otherBelow))
      if left + right < 40 {
        (rare, otherRare) = (rare + left, otherRare + right)
      } else {
        add(left, right)
      }
    }
    if rare + otherRare >= 40 { add(rare, otherRare) }
    // Wilson and Hilferty: the cube root of a chi-square over its degrees of freedom is nearly normal.
    let spread = 2 / (9 * freedom)
    let normal = (pow(statistic / freedom, 1 / 3.0) - (1 - spread)) / spread.squareRoot()
    chiSquare = erfc(normal / 2.0.squareRoot()) / 2
    kolmogorovSmirnov = min(1, 2 * exp(-2 * distance * distance * all * rest / (all + rest)))
  }
}
