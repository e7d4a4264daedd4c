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

/// Cohort sizes that are treated alike.
public struct SizeClass: Sendable, Equatable {
  public var from = 1
  /// The last size that belongs to it; without it, all that follow.
  public var to: Int?
  public var technique = Technique.nothing
  /// How much one release may tell about one judgement; larger tells more.
  public var epsilon: Fraction?
  public var range = SourceRange.nowhere

  public init() {}

  func holds(_ n: Int) -> Bool { n >= max(from, 1) && n <= to ?? .max }

  public static func == (left: Self, right: Self) -> Bool {
    left.from == right.from && left.to == right.to && left.technique == right.technique
      && left.epsilon == right.epsilon
  }
}

/// How a figure is protected; each stands in a file of its own under `Disclosure/`.
public enum Technique: String, Choice {
  case nothing
  case noisyMean = "noisy-mean"

  public var meaning: String {
    switch self {
    case .nothing: "no figure is published"
    case .noisyMean: "the sum with discrete Laplace noise, and the mean that follows from it"
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
