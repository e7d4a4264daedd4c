import Foundation

/// The normal distribution's share below so many deviations.
enum NormalShare {
  static func below(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }
}
