import Profiles

/// Families 3 and 4: coarse shares, medians and means, without chance.
enum Coarse {
  /// What a reader takes a judgement for of which only the half or the band is known.
  enum Reader: Sendable {
    /// The population's mean judgement within it.
    case mean
    /// Its middle.
    case middle

    /// By band of so many neighbouring points.
    func values(points: Int, width: Int) -> [Double] {
      let bands = stride(from: 0, to: points, by: width).map { $0..<min($0 + width, points) }
      guard self == .mean else { return bands.map { Double($0.lowerBound + $0.upperBound - 1) / 2 } }
      let beliefs = (points == 4 ? Simulation.four : .someOfSix).models.map { $0.prior().chances }
      return bands.map { band in
        let chances = band.map { point in beliefs.reduce(0) { $0 + $1[point] } }
        return zip(band, chances).reduce(0) { $0 + Double($1.0) * $1.1 } / chances.reduce(0, +)
      }
    }
  }

  /// Neighbouring points taken together, two at a time, and each band's share rounded to so many per cent, halves
  /// upwards; of two bands the upper one's is enough.
  static func bands(_ name: String, toPercent step: Int, reader: Reader = .mean) -> Family {
    let values = [4: reader.values(points: 4, width: 2), 6: reader.values(points: 6, width: 2)]
    return Family(
      name: name, fewest: 5,
      release: { _ in
        .mechanism(
          .function { counts in
            let n = counts.reduce(0, +)
            let bands = bands(counts)
            return (bands.count == 2 ? Array(bands.dropFirst()) : bands).map {
              rounded(100 * $0, over: n * step)
            }
          })
      },
      estimate: { output, _, points in
        guard case .key(let shares) = output, let values = values[points] else { return nil }
        let shown = shares.map { Double($0 * step) / 100 }
        let all = shown.count == 1 ? [max(0, 1 - shown[0])] + shown : shown
        let total = all.reduce(0, +)
        return total > 0 ? zip(values, all).reduce(0) { $0 + $1.0 * $1.1 } / total : nil
      })
  }

  /// Which third the share of the upper half lies in; a share on the border is in the lower one.
  static func thirds(_ name: String, reader: Reader = .mean) -> Family {
    let values = [4: reader.values(points: 4, width: 2), 6: reader.values(points: 6, width: 3)]
    return Family(
      name: name, fewest: 5,
      release: { points in
        .mechanism(
          .function { counts in
            let n = counts.reduce(0, +)
            let upper = counts.dropFirst(points / 2).reduce(0, +)
            return [max(0, (3 * upper + n - 1) / n - 1)]
          })
      },
      estimate: { output, _, points in
        guard case .key(let third) = output, let values = values[points] else { return nil }
        let share = (Double(third[0]) + 0.5) / 3
        return values[0] + share * (values[1] - values[0])
      })
  }

  /// The point in the middle; of an even number the lower of the two.
  static func median(_ name: String) -> Family {
    Family(
      name: name, fewest: 5,
      release: { _ in
        .mechanism(
          .function { counts in
            let n = counts.reduce(0, +)
            var below = 0
            for (point, count) in counts.enumerated() {
              below += count
              if 2 * below >= n { return [point] }
            }
            return nil
          })
      },
      estimate: { output, _, _ in
        if case .key(let point) = output { Double(point[0]) } else { nil }
      })
  }

  /// The mean rounded by Waymark's own technique to a multiple of `1 / parts`, halves upwards.
  static func mean(_ name: String, parts: Int, fewest: Int = 5) -> Family {
    Family(
      name: name, fewest: fewest,
      release: { points in
        .mechanism(
          ShippedTechnique.mechanism(points: points) {
            ($0.technique, $0.step) = (.coarseMean, Fraction(1, over: UInt64(parts)))
          })
      },
      estimate: { output, _, _ in
        if case .key(let mean) = output { Double(mean[0]) / Double(parts) } else { nil }
      })
  }

  private static func bands(_ counts: [Int]) -> [Int] {
    stride(from: 0, to: counts.count, by: 2).map { counts[$0] + ($0 + 1 < counts.count ? counts[$0 + 1] : 0) }
  }

  /// A quotient of numbers from 0 to the nearest whole number, halves upwards.
  private static func rounded(_ dividend: Int, over divisor: Int) -> Int {
    (2 * dividend + divisor) / (2 * divisor)
  }
}
