/// One figure of a release with the exact judgements behind it, as an audit needs it. It never leaves the
/// partnership.
///
/// A section is attacked as one score, as the study does: each school's mean over the section, taken to the
/// nearest point. Its noise then has the scale that one score would have, and what differs by chance from criterion
/// to criterion is known to even out in it.
public struct AuditedFigure: Sendable {
  /// A criterion's path or a section's id.
  public let id: String
  public let title: String
  /// The scale's values, ascending.
  public let values: [Int]
  /// By subject: the position of its point among the values; `nil` where it does not count.
  public let points: [Int?]
  /// How the figure is made of the counts of ``points``.
  public let mechanism: Mechanism
  /// What a policy calls it; `nil` where no policy has it.
  let technique: Technique?
  /// What is published; `nil` where nothing is fixed yet and chance is part of it.
  public let output: PublishedFigure.Output?
  /// How many subjects count.
  public let n: Int
  /// How many of them have each point.
  public let counts: [Int]
  /// As an attacker meets it.
  public let published: PublishedFigure
  /// What an attacker knows of how judgements on it spread before anything is published. The criterion's
  /// difficulty is taken from the cohort itself, which is generous to the attacker.
  public let model: PopulationModel
  /// What its outputs tell to somebody who knows all judgements but one.
  let knowledge: FullKnowledge
  /// What it sums up, for the attack on single judgements; empty where that attack cannot be made.
  let parts: [Part]
  /// How many judged criteria one score is the mean of.
  let criteria: Int

  /// A judged criterion inside it, as a column of the cohort's table.
  struct Part: Sendable {
    let column: Int
    let points: [Int?]
  }

  /// - Parameter output: for a mechanism without chance it may be left out.
  public init(
    id: String, title: String, values: [Int], points: [Int?], mechanism: Mechanism,
    output: PublishedFigure.Output? = nil
  ) {
    self.init(
      id: id, title: title, values: values, points: points, mechanism: mechanism, technique: nil,
      output: output, criteria: 1, parts: [])
  }

  init(
    id: String, title: String, values: [Int], points: [Int?], mechanism: Mechanism, technique: Technique?,
    output: PublishedFigure.Output?, criteria: Int, parts: [Part]
  ) {
    (self.id, self.title, self.values, self.points) = (id, title, values, points)
    (self.mechanism, self.technique, self.criteria, self.parts) = (mechanism, technique, criteria, parts)
    counts = Self.counts(points, values.count)
    n = counts.reduce(0, +)
    published = PublishedFigure(n: n, values: values, mechanism: mechanism)
    knowledge = FullKnowledge(published)
    model = Self.model(points, values.count, criteria: criteria)
    if case .function(let function) = mechanism {
      self.output = function(counts).map { .key($0) } ?? .nothing
    } else {
      self.output = output
    }
  }

  /// - Parameter criteria: how many judgements, of like difficulty, one score is the mean of.
  static func model(_ points: [Int?], _ count: Int, criteria: Int = 1) -> PopulationModel {
    let judged = points.compactMap(\.self)
    // Pulled a little towards the middle, so that a unanimous cohort does not make the model certain.
    let (sum, weight) = (Double(judged.reduce(0, +)), Double(judged.count))
    let mean = (sum + Double(count - 1) / 2) / (weight + 1)
    return PopulationModel(
      points: count, mean: mean, components: VarianceComponents.study.ofMean(of: criteria))
  }

  /// The counts without one school at a point.
  func others(of point: Int) -> [Int] {
    var counts = counts
    counts[point] -= 1
    return counts
  }

  private static func counts(_ points: [Int?], _ size: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: size)
    for point in points { if let point { counts[point] += 1 } }
    return counts
  }
}
