/// What happens between the exact counts of one criterion and what is published of them.
///
/// An attacker knows it: whoever wants to weigh what a release gives away starts from here.
public enum Mechanism: Sendable {
  /// Below the gate, or where there is nothing to tell.
  case nothing
  /// The sum of the scores with one draw of discrete Laplace noise.
  case noisySum(scale: Fraction)
  /// One draw of discrete Laplace noise on each count (regional pools).
  case noisyCounts(scale: Fraction)
  /// No chance in it: the same counts always give the same output, `nil` where nothing is published of them. Where
  /// the output has a number for each point, it is the count that is shown there, or -1 where it is withheld.
  ///
  /// Counts are by point, the lowest first; of a section by total, from the number of its criteria times the
  /// lowest point to as many times the highest, one step apart.
  case function(@Sendable (_ counts: [Int]) -> [Int]?)
}

extension Policy {
  /// How a sheet under this policy protects one figure.
  ///
  /// - Parameters:
  ///   - n: the subjects that count.
  ///   - points: the values of the scale, ascending.
  ///   - criteria: how many criteria the figure sums up; 1 for a criterion.
  public func mechanism(unit: Sheet.Unit, n: Int, points: [Int], criteria: Int) -> Mechanism {
    let method = Gate(self, unit).method(for: n)
    guard points.count > 1, unit == .criterion || type(of: method).fitsSections else { return .nothing }
    return method.mechanism(points: points, criteria: criteria)
  }
}
