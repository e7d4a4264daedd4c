import Documents
import Sealing

/// An exact positive number, written `2` or `3/2`: what decides how much noise is added is never rounded.
public struct Fraction: Hashable, Sendable, CustomStringConvertible {
  public let numerator: UInt64
  public let denominator: UInt64

  /// In lowest terms; `nil` where either is 0.
  public init?(_ numerator: UInt64, over denominator: UInt64 = 1) {
    guard numerator > 0, denominator > 0 else { return nil }
    var (larger, smaller) = (numerator, denominator)
    while smaller > 0 { (larger, smaller) = (smaller, larger % smaller) }
    self.numerator = numerator / larger
    self.denominator = denominator / larger
  }

  /// From what `description` writes and nothing else, so that a number has one text.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let numerator = UInt64(parts[0]), let denominator = parts.count == 2 ? UInt64(parts[1]) : 1,
      let fraction = Fraction(numerator, over: denominator), fraction.description == text
    else { return nil }
    self = fraction
  }

  private init(numerator: UInt64, denominator: UInt64) {
    (self.numerator, self.denominator) = (numerator, denominator)
  }

  static let one = Fraction(numerator: 1, denominator: 1)
  /// The most that the study lets the sheets of five years tell.
  static let studiedCap = Fraction(numerator: 6, denominator: 1)
  /// The largest part of a pool that the study lets one partnership bring.
  static let studiedShare = Fraction(numerator: 2, denominator: 5)

  public var description: String {
    denominator == 1 ? String(numerator) : "\(numerator)/\(denominator)"
  }

  /// A part of a whole as people write it: `40 %` where the percentage is whole, else the fraction.
  public var percentage: String {
    let (hundreds, overflow) = numerator.multipliedReportingOverflow(by: 100)
    let (percent, rest) = hundreds.quotientAndRemainder(dividingBy: denominator)
    return overflow || rest > 0 ? description : "\(percent) %"
  }

  /// For figures and messages; never on the way to a random draw.
  public var approximation: Double { Double(numerator) / Double(denominator) }

  /// A whole number divided by this one; `nil` past 64 bits.
  func dividing(_ whole: UInt64) -> Fraction? {
    let (product, overflow) = whole.multipliedReportingOverflow(by: denominator)
    return overflow ? nil : Fraction(product, over: numerator)
  }
}

extension Fraction: Comparable {
  /// Exact: both sides times both denominators.
  public static func < (left: Fraction, right: Fraction) -> Bool {
    UInt128(left.numerator) * UInt128(right.denominator) < UInt128(right.numerator)
      * UInt128(left.denominator)
  }
}

extension Shape where Value == Fraction {
  /// `2` or `3/2`, both parts at most 1,000.
  static let fraction = Shape.scalar(
    ScalarSpec(
      "fraction", "`2` or `3/2`, in lowest terms",
      schema: [("type", ["string", "integer"]), ("pattern", "^[1-9][0-9]{0,3}(/[1-9][0-9]{0,3})?$")]),
    parse: { text, node, reader in
      guard let value = Fraction(text), value.numerator <= 1_000, value.denominator <= 1_000 else {
        reader.report(
          PolicyCodes.notAFraction, "“\(text.prefix(40))” is not a fraction like 2 or 3/2.", at: node)
        return nil
      }
      return value
    },
    write: { .string($0.description) })
}
