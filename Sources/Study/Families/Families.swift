import Profiles

/// The families that the study compares, in the order of its tables.
extension Family {
  /// The counts as they are.
  static let exact = Family(
    name: "exact counts", fewest: 5, release: { _ in .mechanism(.function { $0 }) },
    estimate: { output, n, _ in
      guard case .key(let counts) = output else { return nil }
      return counts.enumerated().reduce(0) { $0 + Double($1.offset * $1.element) } / Double(n)
    })
  static let suppression = Suppression.family(
    "1 suppress <=7, round 5", below: 8, to: 5, secondary: false, fewest: 1)
  static let suppression3 = Suppression.family(
    "2 suppress <3, round 3", below: 3, to: 3, secondary: false, fewest: 5)
  static let secondary3 = Suppression.family(
    "2 suppress <3, round 3, secondary", below: 3, to: 3, secondary: true, fewest: 5)
  static let secondary5 = Suppression.family(
    "2 suppress <3, round 5, secondary", below: 3, to: 5, secondary: true, fewest: 5)
  static let withZeros = Suppression.family(
    "2 suppress <3, round 3, zeros shown", below: 3, to: 3, secondary: false, fewest: 5, showsZeros: true)
  static let bands20 = Coarse.bands("3 two bands, share to 20 %", toPercent: 20)
  static let bands10 = Coarse.bands("3 two bands, share to 10 %", toPercent: 10)
  static let bands25 = Coarse.bands("3 two bands, share to 25 %", toPercent: 25)
  static let thirds = Coarse.thirds("3 upper half in thirds")
  static let bandsByMiddles = Coarse.bands(
    "3 two bands, share to 20 %, read by middles", toPercent: 20, reader: .middle)
  static let thirdsByMiddles = Coarse.thirds("3 upper half in thirds, read by middles", reader: .middle)
  static let median = Coarse.median("4 median")
  static let halves = Coarse.mean("4 mean to 0.5", parts: 2)
  static let quarters = Coarse.mean("4 mean to 0.25", parts: 4)
  static let tenths = Coarse.mean("4 mean to 0.1", parts: 10)
  static let sum1 = Noise.sum("5 sum eps 1", epsilon: (1, 1))
  static let sum15 = Noise.sum("5 sum eps 1.5", epsilon: (3, 2))
  static let sum2 = Noise.sum("5 sum eps 2", epsilon: (2, 1))
  static let gaussian = Noise.normal("5 sum Gaussian, rho 0.5", rho: 0.5)
  static let histogram1 = Noise.histogram("5 histogram eps 1", epsilon: (1, 1))
  static let histogram2 = Noise.histogram("5 histogram eps 2", epsilon: (2, 1))
}
