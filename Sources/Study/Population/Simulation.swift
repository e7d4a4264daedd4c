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
  public static let four = Simulation(points: 4, offsets: StudyPopulation.offsets)

  /// 71 criteria on six points, their offsets the places that cut a normal curve of deviation 0.45 into 71
  /// equally likely parts: a typical draw of it, without the luck of one.
  public static let six = Simulation(points: 6, offsets: spread(71))

  /// The same with a draw of offsets like the one that the design study must have had: of 2,000 draws (`drawn`)
  /// the one whose `fourOfSix` come nearest to all ten figures of single criteria that it gives for six points
  /// (its columns K6 D). Its figures of whole schools had no part in the choice of the draw, only in that of four.
  public static let sixAsDesigned = Simulation(points: 6, offsets: drawn(983).sorted())

  /// Its hardest criterion, its easiest, and two between.
  public static let fourOfSix = Simulation(
    points: 6, offsets: [0, 23, 47, 70].map { sixAsDesigned.offsets[$0] })

  /// The offsets of 71 criteria as luck has them.
  static func drawn(_ draw: Int) -> [Double] {
    var stream = StudyStream(draw, 81)
    return (0..<71).map { _ in StudyPopulation.offsetDeviation * stream.normal() }
  }

  /// Fourteen in the place of the 71, where enumeration of all would take long.
  public static let someOfSix = Simulation(points: 6, offsets: spread(14))

  private static func spread(_ count: Int) -> [Double] {
    (0..<count).map { StudyPopulation.offsetDeviation * quantile((Double($0) + 0.5) / Double(count)) }
  }

  /// One partnership's judgements: by school and criterion, points from 0.
  ///
  /// - Parameter region: what its region's schools share, in latent units; drawn anew without it.
  public func partnership(_ schools: Int, region: Double? = nil, _ stream: inout StudyStream) -> [[Int]] {
    partnership(schools, level: level(region: region, &stream), &stream)
  }

  /// What a partnership's schools share, in latent units.
  func level(region: Double? = nil, _ stream: inout StudyStream) -> Double {
    (region ?? stream.normal() * components.region) + stream.normal() * components.partnership
  }

  /// The judgements of a partnership whose schools share this.
  func partnership(_ schools: Int, level: Double, _ stream: inout StudyStream) -> [[Int]] {
    (0..<schools).map { _ in
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

  /// What somebody believes of a judgement who knows what the partnership's schools share.
  func belief(atLevel level: Double, _ criterion: Int) -> Belief {
    let below = cuts.map { NormalShare.below(($0 - offsets[criterion] - level) / components.within) }
    return Belief(weights: zip(below + [1], [0] + below).map { $0 - $1 })
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
