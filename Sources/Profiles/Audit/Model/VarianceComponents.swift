/// How judgements vary: a judgement's latent value is a sum of independent normal terms and its criterion's
/// offset, cut into the points of its scale (DISCLOSURE section 2). Standard deviations, in latent units.
public struct VarianceComponents: Sendable, Equatable {
  /// Of what a region's schools share.
  public var region = 0.15
  /// Of what a partnership's schools share.
  public var partnership = 0.30
  /// Of what a school's judgements share.
  public var school = 0.55
  /// Of one school on one criterion, the same every year.
  public var schoolOnCriterion = 0.50
  /// Of one judgement in one year.
  public var year = 0.35
  /// How far everything moves up in a year.
  public var driftPerYear = 0.03

  public init() {}

  /// The study's figures: plausible, not estimated from real reviews.
  public static let study = VarianceComponents()

  /// Of what a partnership's judgements on a criterion share.
  public var shared: Double { (region * region + partnership * partnership).squareRoot() }
  /// Of what lasts from one year to the next, around the shared part.
  public var lasting: Double { (school * school + schoolOnCriterion * schoolOnCriterion).squareRoot() }
  /// Of one judgement around the shared part.
  public var within: Double { (lasting * lasting + year * year).squareRoot() }
  /// Of one judgement around the partnership's and the school's level.
  public var withinSchool: Double { (schoolOnCriterion * schoolOnCriterion + year * year).squareRoot() }

  /// Of the mean of so many judgements of one school: what is one criterion's own evens out, the rest stays.
  func ofMean(of criteria: Int) -> VarianceComponents {
    var mean = self
    let share = Double(max(criteria, 1)).squareRoot()
    (mean.schoolOnCriterion, mean.year) = (schoolOnCriterion / share, year / share)
    return mean
  }

  /// Where the latent value is cut into so many points. The study gives 4 and 6; the others are spread alike.
  public static func cuts(points: Int) -> [Double] {
    switch points {
    case 4: [-1.25, -0.25, 0.85]
    case 6: [-1.6, -0.95, -0.3, 0.35, 1.1]
    default:
      (1..<max(points, 1)).map { -0.2 + (Double($0) - Double(points) / 2) * 4.2 / Double(points) }
    }
  }
}
