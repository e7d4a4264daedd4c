import Foundation
import Testing

@testable import Profiles

/// The sampler's probabilities, worked out by going through all its draws (DISCLOSURE section 5 (v) 2).
@Suite struct ExactSamplerTests {
  /// Those of sheets on four and six points, and of pools.
  static let scales = ["3/2", "2", "5/2", "10/3", "25/6", "3", "5"]

  /// Every coin that these scales toss comes up with probability exp(-part / whole).
  @Test(arguments: scales) func `coins come up as often as they should`(_ text: String) throws {
    let whole = try #require(Fraction(text)).numerator
    for part in 0..<whole {
      let (heads, tails) = EnumeratedCoins.coin(part, over: whole)
      let exact = exp(-Double(part) / Double(whole))
      for (side, chance) in [(heads, exact), (tails, 1 - exact)] {
        #expect(side.ends.low - 1e-15 <= chance && chance <= side.ends.high + 1e-15, "\(part)/\(whole)")
        #expect(side.ends.high - side.ends.low < 1e-11)
      }
    }
  }

  /// What one attempt gives, and that a new one is made where it gives nothing: so the chance of an outcome is its
  /// chance in an attempt over the chance of any outcome there.
  @Test(arguments: scales) func `outcomes come up as often as they should`(_ text: String) throws {
    let noise = DiscreteLaplace(scale: try #require(Fraction(text)))
    let found = Enumeration(EnumeratedCoins.self) { (numbers) throws(Fork<Enclosure>) in
      try noise.attempt(from: &numbers)
    }
    let open = found.open?.ends.high ?? 0
    let again = found.masses[nil]?.ends ?? (low: 0, high: 0)
    let q = exp(-1 / noise.scale.approximation)
    var (sure, checked) = (0.0, 0)
    for (outcome, mass) in found.masses {
      guard let outcome else { continue }
      let low = mass.ends.low / (1 - again.low)
      let high = (mass.ends.high + open) / (1 - again.high - open)
      let exact = (1 - q) / (1 + q) * pow(q, Double(abs(outcome)))
      #expect(low - 1e-14 <= exact && exact <= high + 1e-14, "\(outcome) of scale \(text)")
      #expect(high - low < 1e-9)
      #expect(abs(noise.probability(of: outcome) - exact) < 1e-14)
      (sure, checked) = (sure + low, checked + 1)
    }
    #expect(sure > 1 - 1e-9 && sure < 1 + 1e-14)
    #expect(checked > 40)
  }

  /// The enumeration must be able to fail: an attempt that gives zero both signs is caught.
  @Test func `a sampler with two zeros would be found out`() throws {
    let noise = DiscreteLaplace(scale: try #require(Fraction("3/2")))
    let found = Enumeration(EnumeratedCoins.self) { (numbers) throws(Fork<Enclosure>) in
      try noise.attempt(from: &numbers) ?? 0
    }
    let zero = try #require(found.masses[0]).ends.low
    #expect(zero > noise.probability(of: 0) + 0.1)
  }

  @Test func `an attempt that gives nothing is followed by another`() throws {
    let noise = DiscreteLaplace(scale: try #require(Fraction("3/2")))
    // Remainder 2 and tails; remainder 0, heads, no step, negative: no zero of that sign; then remainder 2 and a step.
    var numbers = EnumeratedCoins(script: [2, 0, 0, 1, 0, 1, 2, 1, 1, 0, 1])
    #expect(try noise.sample(from: &numbers) == -(2 + 3) / 2)
  }

  @Test func `a number below the whole is below the part as often as it should be`() throws {
    for whole in 1...7 as ClosedRange<UInt64> {
      for part in 0...whole {
        let found = Enumeration(PlainNumbers.self) { (numbers) throws(Fork<Ratio>) in
          try numbers.isBelow(part, of: whole)
        }
        #expect((found.masses[true] ?? Ratio(0, 1)) == Ratio(UInt128(part), UInt128(whole)))
        #expect(found.open == nil)
      }
    }
  }

  /// Whole numbers of 64 bits are all that a draw starts from.
  @Test func `the noise holds whole numbers only`() throws {
    func check(_ value: Any) {
      let children = Mirror(reflecting: value).children
      if children.isEmpty { #expect(value is UInt64, "\(type(of: value))") }
      for child in children { check(child.value) }
    }
    check(DiscreteLaplace(scale: try #require(Fraction("25/6"))))
  }
}

/// Without a short cut for comparisons.
private struct PlainNumbers: ScriptedNumbers {
  typealias Weight = Ratio
  private var numbers: EnumeratedNumbers

  init(script: [UInt64]) { numbers = EnumeratedNumbers(script: script) }

  mutating func number(below bound: UInt64) throws(Fork<Ratio>) -> UInt64 { try numbers.number(below: bound) }
}
