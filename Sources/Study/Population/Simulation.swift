import Profiles

/// Made-up judgements of the study's population (DISCLOSURE section 2).
public struct Simulation: Sendable {
  public let points: Int
  /// Of each criterion, in latent units.
  public let offsets: [Double]
  public let models: [PopulationModel]
  let components = VarianceComponents.study
  private let cuts: [Double]

  public init(points: Int, offsets: [Double]) {
    (self.points, self.offsets) = (points, offsets)
    cuts = VarianceComponents.cuts(points: points)
    models = offsets.map { PopulationModel(points: points, offset: $0) }
  }

  /// Five criteria on four points.
  public static let four = Simulation(points: 4, offsets: [-0.5, -0.2, 0, 0.3, 0.7])

  /// 71 criteria on six points, their offsets the places that cut a normal curve of deviation 0.45 into 71
  /// equally likely parts: a typical draw of it, without the luck of one.
  public static let six = Simulation(points: 6, offsets: spread(71))

  /// Fourteen in the place of the 71, where enumeration of all would take long.
  public static let someOfSix = Simulation(points: 6, offsets: spread(14))

  private static func spread(_ count: Int) -> [Double] {
    (0..<count).map { 0.45 * quantile((Double($0) + 0.5) / Double(count)) }
  }

  /// One partnership's judgements: by school and criterion, points from 0.
  ///
  /// - Parameter region: what its region's schools share, in latent units; drawn anew without it.
  public func partnership(_ schools: Int, region: Double? = nil, _ stream: inout StudyStream) -> [[Int]] {
    let level =
      (region ?? stream.normal() * components.region) + stream.normal() * components.partnership
    return (0..<schools).map { _ in
      let own = level + stream.normal() * components.school
      return offsets.map { offset in
        point(offset + own + stream.normal() * components.withinSchool)
      }
    }
  }

  /// One region's partnerships, of these sizes.
  public func region(_ sizes: [Int], _ stream: inout StudyStream) -> [[[Int]]] {
    let level = stream.normal() * components.region
    return sizes.map { partnership($0, region: level, &stream) }
  }

  /// How many schools have each point of a criterion.
  public func counts(_ schools: some Sequence<[Int]>, _ criterion: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: points)
    for school in schools { counts[school[criterion]] += 1 }
    return counts
  }

  private func point(_ latent: Double) -> Int {
    var point = 0
    for cut in cuts where latent > cut { point += 1 }
    return point
  }

  private static func quantile(_ share: Double) -> Double {
    var (low, high) = (-6.0, 6.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if NormalShare.below(middle) < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
