import Diagnostics
import Documents
import Sealing

/// What may be published of how many, and with how much noise: the rules of DISCLOSURE section 5 as data, so
/// that a group can read them, choose others, and be held to what it chose.
public struct Policy: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  public var summary: String?
  public var values = ValueRange.wholeScale
  /// For a criterion, by the number of subjects judged on it.
  public var criteria: [SizeClass] = []
  public var sections = SectionRule()
  /// What all releases of some years may tell together.
  public var caps = Caps()
  /// What a region's pool takes.
  public var pool = PoolTerms()

  public init() {}

  /// SHA-256 of the content as canonical JSON (RFC 8785); comments and layout do not change it.
  ///
  /// - Throws: `badData` where the content has no canonical form.
  public func digest() throws(Failure) -> Digest {
    do {
      return Digest(of: try Policy.shape.write(self).canonicalBytes())
    } catch {
      throw Failure(.badData, "The policy has no canonical form: \(error).")
    }
  }
}

/// How far one judgement is taken to move a sum.
public enum ValueRange: String, Choice {
  case wholeScale = "whole-scale"

  public var meaning: String {
    switch self {
    case .wholeScale: "from the scale's lowest value to its highest, whatever was judged"
    }
  }
}

/// What is published where many criteria are judged.
public struct SectionRule: Sendable, Equatable {
  /// Frameworks with more judged criteria publish sections only.
  public var above = 10
  /// The most sections.
  public var atMost = 8
  /// By the number of subjects with at least half of the section judged.
  public var classes: [SizeClass] = []

  public init() {}
}

extension Caps {
  /// How many sheets of a class fit below the cap; `nil` where the class has no epsilon to add up.
  public func releases(of size: SizeClass) -> Int? {
    guard let epsilon = size.epsilon else { return nil }
    let (all, one) = (self.epsilon, epsilon)
    let count =
      UInt128(all.numerator) * UInt128(one.denominator) / (UInt128(all.denominator) * UInt128(one.numerator))
    return Int(clamping: count)
  }
}

/// How much the sheets of several years may tell about one judgement of one school (DISCLOSURE section 5 (iii)).
public struct Caps: Sendable, Equatable {
  /// The sum of the epsilons of one criterion's releases.
  public var epsilon = Fraction.studiedCap
  /// Over how many years, rolling.
  public var years = 5

  public init() {}
}

/// What a region's pool takes before it opens, and how much noise each registry adds (DISCLOSURE section 5 (ii)).
public struct PoolTerms: Sendable, Equatable {
  /// Of each registry's noise, for one criterion and year.
  public var epsilon = Fraction.one
  /// The fewest partnerships on a criterion.
  public var partnerships = 5
  /// The fewest subjects on a criterion.
  public var subjects = 40
  /// The largest part of the subjects that one partnership may bring.
  public var share = Fraction.studiedShare
  /// From how many subjects a mean is released.
  public var means = 40
  /// From how many subjects the counts at each point are released.
  public var distributions = 80

  public init() {}
}
