/// How many draws the study makes.
public struct StudyEffort: Sendable {
  /// Trials a criterion of an attack by draws.
  public let trials: Int
  /// Schools attacked on all their criteria at once.
  public let schools: Int
  /// Pairs of regions whose figures are compared with the truth.
  public let regions: Int

  public init(trials: Int, schools: Int, regions: Int) {
    (self.trials, self.schools, self.regions) = (trials, schools, regions)
  }

  public static let full = StudyEffort(trials: 20_000, schools: 1_000, regions: 300)
  /// To see that everything runs.
  public static let quick = StudyEffort(trials: 500, schools: 60, regions: 20)
}
