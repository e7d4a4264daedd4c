import Synchronization

@testable import Profiles

/// The chance of a branch, a fraction or what holds one.
protocol BranchWeight: Sendable {
  static var all: Self { get }
  static func * (left: Self, right: Self) -> Self
  static func + (left: Self, right: Self) -> Self
  /// Whether what lies below need not be gone through any more.
  var isSmall: Bool { get }
}

/// A source that follows a script of choices; where the script ends, it says which choices there are.
protocol ScriptedNumbers: UniformNumbers where Stop == Fork<Weight> {
  associatedtype Weight: BranchWeight
  init(script: [UInt64])
}

/// Where a script ended: every choice with its chance.
struct Fork<Weight: BranchWeight>: Error {
  let choices: [(choice: UInt64, weight: Weight)]
}

/// All that can come out of a draw: how much is sure of each outcome, and how much was not gone through.
struct Enumeration<Outcome: Hashable, Weight: BranchWeight> {
  private(set) var masses: [Outcome: Weight] = [:]
  /// Of the branches that were cut off; `nil` where none was.
  private(set) var open: Weight?

  /// Goes through every branch down to where its chance is small.
  init<Numbers: ScriptedNumbers>(
    _ type: Numbers.Type, _ draw: (inout Numbers) throws(Numbers.Stop) -> Outcome
  ) where Numbers.Weight == Weight {
    var waiting: [(script: [UInt64], weight: Weight)] = [([], .all)]
    while let (script, weight) = waiting.popLast() {
      if weight.isSmall {
        open = open.map { $0 + weight } ?? weight
        continue
      }
      var numbers = Numbers(script: script)
      do throws(Numbers.Stop) {
        let outcome = try draw(&numbers)
        masses[outcome] = masses[outcome].map { $0 + weight } ?? weight
      } catch {
        for (choice, chance) in error.choices { waiting.append((script + [choice], weight * chance)) }
      }
    }
  }
}

/// Plain whole numbers, every branch a fraction: nothing is rounded.
struct EnumeratedNumbers: ScriptedNumbers {
  typealias Weight = Ratio
  private let script: [UInt64]
  private var place = 0

  init(script: [UInt64]) { self.script = script }

  mutating func number(below bound: UInt64) throws(Fork<Ratio>) -> UInt64 {
    try choice((0..<bound).map { ($0, Ratio(1, UInt128(bound))) })
  }

  /// Two branches instead of one for every number: it is the same test, and what follows depends on no more.
  mutating func isBelow(_ part: UInt64, of whole: UInt64) throws(Fork<Ratio>) -> Bool {
    let chance = Ratio(UInt128(part), UInt128(whole))
    let rest = Ratio(UInt128(whole - part), UInt128(whole))
    return try choice([(1, chance), (0, rest)].filter { $0.1.numerator > 0 }) == 1
  }

  private mutating func choice(_ choices: [(UInt64, Ratio)]) throws(Fork<Ratio>) -> UInt64 {
    guard place < script.count else { throw Fork(choices: choices.map { (choice: $0.0, weight: $0.1) }) }
    defer { place += 1 }
    return script[place]
  }
}

/// Whole numbers and exponential coins, the chance of each coin held from both sides by going through the coin itself.
struct EnumeratedCoins: ScriptedNumbers {
  typealias Weight = Enclosure
  private let script: [UInt64]
  private var place = 0

  /// Each coin is gone through once.
  private static let known = Mutex<[[UInt64]: (heads: Enclosure, tails: Enclosure)]>([:])

  init(script: [UInt64]) { self.script = script }

  mutating func number(below bound: UInt64) throws(Fork<Enclosure>) -> UInt64 {
    try choice((0..<bound).map { ($0, Enclosure(Ratio(1, UInt128(bound)))) })
  }

  mutating func exponentialCoin(_ part: UInt64, over whole: UInt64) throws(Fork<Enclosure>) -> Bool {
    if place < script.count { return try choice([]) == 1 }
    let (heads, tails) = Self.known.withLock { known in
      if let found = known[[part, whole]] { return found }
      let found = Self.coin(part, over: whole)
      known[[part, whole]] = found
      return found
    }
    return try choice([(1, heads), (0, tails)].filter { $0.1.high > 0 }) == 1
  }

  /// Between what is sure and what is sure or open, for either side.
  static func coin(_ part: UInt64, over whole: UInt64) -> (heads: Enclosure, tails: Enclosure) {
    let found = Enumeration(EnumeratedNumbers.self) { (numbers) throws(Fork<Ratio>) in
      try numbers.exponentialCoin(part, over: whole)
    }
    func side(_ isHeads: Bool) -> Enclosure {
      let mass = found.masses[isHeads] ?? Ratio(0, 1)
      return Enclosure(from: mass, to: found.open.map { mass + $0 } ?? mass)
    }
    return (side(true), side(false))
  }

  private mutating func choice(_ choices: [(UInt64, Enclosure)]) throws(Fork<Enclosure>) -> UInt64 {
    guard place < script.count else { throw Fork(choices: choices.map { (choice: $0.0, weight: $0.1) }) }
    defer { place += 1 }
    return script[place]
  }
}

/// An exact fraction in lowest terms, from 0 on. It traps where 128 bits do not do.
struct Ratio: BranchWeight, Equatable {
  let numerator: UInt128
  let denominator: UInt128

  static let all = Ratio(1, 1)

  init(_ numerator: UInt128, _ denominator: UInt128) {
    let common = Self.divisor(numerator, denominator)
    (self.numerator, self.denominator) = (numerator / common, denominator / common)
  }

  static func * (left: Ratio, right: Ratio) -> Ratio {
    let (one, other) = (
      Ratio(left.numerator, right.denominator), Ratio(right.numerator, left.denominator)
    )
    return Ratio(one.numerator * other.numerator, one.denominator * other.denominator)
  }

  static func + (left: Ratio, right: Ratio) -> Ratio {
    let common = left.denominator / divisor(left.denominator, right.denominator) * right.denominator
    return Ratio(
      left.numerator * (common / left.denominator) + right.numerator * (common / right.denominator), common)
  }

  var isSmall: Bool { denominator / max(numerator, 1) > 10_000_000_000_000 }

  private static func divisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (larger, smaller) = (max(left, right), min(left, right))
    while smaller > 0 { (larger, smaller) = (smaller, larger % smaller) }
    return max(larger, 1)
  }
}

/// Two whole numbers of 2^-62 between which a chance lies; every step rounds outwards.
struct Enclosure: BranchWeight {
  let low: UInt64
  let high: UInt64

  private static let one: UInt64 = 1 << 62
  static let all = Enclosure(low: one, high: one)

  private init(low: UInt64, high: UInt64) { (self.low, self.high) = (low, high) }

  init(_ ratio: Ratio) { self.init(from: ratio, to: ratio) }

  init(from low: Ratio, to high: Ratio) {
    self.init(low: Self.units(low, roundingUp: false), high: Self.units(high, roundingUp: true))
  }

  /// Long division, bit by bit.
  private static func units(_ ratio: Ratio, roundingUp: Bool) -> UInt64 {
    guard ratio.numerator < ratio.denominator else { return one }
    var (units, rest): (UInt64, UInt128) = (0, ratio.numerator)
    for _ in 0..<62 {
      rest *= 2
      units *= 2
      if rest >= ratio.denominator { (units, rest) = (units + 1, rest - ratio.denominator) }
    }
    return roundingUp && rest > 0 ? units + 1 : units
  }

  static func * (left: Enclosure, right: Enclosure) -> Enclosure {
    let (low, high) = (
      UInt128(left.low) * UInt128(right.low), UInt128(left.high) * UInt128(right.high)
    )
    let up: UInt128 = high & UInt128(one - 1) == 0 ? 0 : 1
    return Enclosure(low: UInt64(low >> 62), high: UInt64((high >> 62) + up))
  }

  static func + (left: Enclosure, right: Enclosure) -> Enclosure {
    Enclosure(low: left.low + right.low, high: left.high + right.high)
  }

  var isSmall: Bool { high < 1 << 18 }

  /// The two ends as fractions of 1.
  var ends: (low: Double, high: Double) {
    (Double(low) / Double(Self.one), Double(high) / Double(Self.one))
  }
}
