import Diagnostics
import Sealing

/// One way of protecting figures, with its parameters: arithmetic, checks and reference text in one file, which
/// ``Technique`` lists.
protocol DisclosureMethod: Sendable, Equatable {
  static var technique: Technique { get }
  /// In a few words, for tables.
  static var meaning: String { get }
  /// What a size class has to say, and nothing else.
  static var parameters: [TechniqueParameter] { get }
  /// Whether a section, which sums up many criteria, can be published in this way.
  static var fitsSections: Bool { get }
  /// What its page in `docs/reference/` says.
  static var page: TechniqueText { get }
  /// How its figures are written and read; `nil` where it has none.
  static var figures: (any FigureContent.Type)? { get }

  /// From a class that names it; `nil` where a parameter is missing.
  init?(_ size: SizeClass)
  /// What cannot be about its parameters in this class, a sentence each.
  func problems(in size: SizeClass) -> [String]
  /// What an attacker knows of it.
  ///
  /// - Parameter points: the scale's values, ascending.
  func mechanism(points: [Int], criteria: Int) -> Mechanism
  /// The figure of a cohort; `nil` where the points have only one value, so that there is nothing to tell. Whether
  /// there is one never depends on a score.
  func publish(_ exact: ExactSum, using generator: inout some RandomNumberGenerator) -> (any FigureContent)?
  /// In what it tells more than another of the same technique.
  func excesses(over least: Self) -> [PolicyExcess]
  /// The same, over one of another technique that publishes something; `nil` where that alone makes it weaker.
  func excessesOverOther() -> [PolicyExcess]?
}

extension DisclosureMethod {
  func isSame(as other: any DisclosureMethod) -> Bool { (other as? Self) == self }

  func excessesOverOther() -> [PolicyExcess]? { nil }
}

/// A rule by which one class tells more than another, and how.
struct PolicyExcess: Equatable {
  let rule: PolicyWeakness.Rule
  /// What it does and what it may do: "epsilon is 3, at most 2 is allowed".
  let words: String
}

/// A parameter of a technique, as a size class in a policy holds it.
struct TechniqueParameter: Sendable {
  let key: String
  let kind: Kind
  let summary: String
  /// An example, for help.
  let example: String

  enum Kind: Sendable {
    case fraction
    case whole(ClosedRange<Int>)
    case flag
  }
}

/// What the page of a technique says.
struct TechniqueText: Sendable {
  let title: String
  /// What it publishes, and how that is worked out; Markdown.
  let publishes: String
  let protects: String
  let givesAway: String
}

/// What a figure holds beyond its name, its size and its scale: the part that its technique made.
protocol FigureContent: Sendable, Equatable {
  static var technique: Technique { get }
  /// The keys of a figure's object that are this technique's own, without `technique`.
  static var keys: [String] { get }
  /// Reads them, takes nothing on trust, and holds them against the rest.
  ///
  /// - Throws: `badData` in words that name the place.
  init(_ object: StrictObject, _ frame: FigureFrame, at place: String) throws(Failure)
  /// The keys with their values, as the payload has them.
  var members: [JSONValue.Member] { get }
  /// The mean and the range that the mean without protection lies in, so far as the figure tells.
  var span: (mean: Double, interval: ClosedRange<Double>)? { get }
  /// The technique with the parameters that it was made with.
  var method: any DisclosureMethod { get }
  /// How it was protected, for whoever reads the sheet: plain sentences.
  var protection: String { get }
  /// What everybody must know who sees such a figure.
  static var notices: [String] { get }
}

extension FigureContent {
  /// Whether it is what the method makes.
  func follows(_ method: any DisclosureMethod) -> Bool { self.method.isSame(as: method) }

  func isSame(as other: any FigureContent) -> Bool { (other as? Self) == self }
}

/// What all figures have in common.
struct FigureFrame: Equatable {
  let n: Int
  let points: ClosedRange<Int>
  let criteria: Int

  /// `nil` where the parts cannot be.
  init?(n: Int, points: ClosedRange<Int>, criteria: Int) {
    guard (1...1_000_000).contains(n), (1...10_000).contains(criteria),
      (-1_000...1_000).contains(points.lowerBound), (-1_000...1_000).contains(points.upperBound),
      points.count > 1
    else { return nil }
    (self.n, self.points, self.criteria) = (n, points, criteria)
  }
}
