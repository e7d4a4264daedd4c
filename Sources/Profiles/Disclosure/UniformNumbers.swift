/// Where a draw takes its whole numbers from.
///
/// Apart from the generator itself so that tests can go through every draw there is: then the chance of each outcome is
/// a sum of fractions, and can be held against what it should be.
protocol UniformNumbers {
  /// Why no number comes; `Never` of a generator.
  associatedtype Stop: Error

  /// Each number from 0 to below the bound as likely as the others.
  mutating func number(below bound: UInt64) throws(Stop) -> UInt64
  /// True with probability part / whole: a number below the whole is below the part.
  mutating func isBelow(_ part: UInt64, of whole: UInt64) throws(Stop) -> Bool
  /// True with probability exp(-part / whole), for a part of at most the whole.
  mutating func exponentialCoin(_ part: UInt64, over whole: UInt64) throws(Stop) -> Bool
}

extension UniformNumbers {
  mutating func isBelow(_ part: UInt64, of whole: UInt64) throws(Stop) -> Bool {
    try number(below: whole) < part
  }

  /// Canonne, Kamath, Steinke 2020, Algorithm 1.
  mutating func exponentialCoin(_ part: UInt64, over whole: UInt64) throws(Stop) -> Bool {
    var turn: UInt64 = 1
    // A coin of part / (whole × turn) is two coins that must both come up: no product, so no overflow.
    while try isBelow(part, of: whole) {
      guard try isBelow(1, of: turn) else { break }
      turn &+= 1
    }
    return turn & 1 == 1
  }
}

/// Numbers from a generator; for anything that is published, the operating system's.
struct GeneratedNumbers<Generator: RandomNumberGenerator>: UniformNumbers {
  typealias Stop = Never

  var generator: Generator

  mutating func number(below bound: UInt64) -> UInt64 { generator.next(upperBound: bound) }
}
