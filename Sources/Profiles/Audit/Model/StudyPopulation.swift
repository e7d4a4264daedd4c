/// The made-up population of the study on disclosure, beside how judgements vary (DISCLOSURE section 2).
public enum StudyPopulation {
  /// Of its five criteria on four points, in latent units: how much easier each is than a middle one.
  public static let offsets = [-0.5, -0.2, 0, 0.3, 0.7]
  /// The standard deviation of such offsets where there are many criteria.
  public static let offsetDeviation = 0.45
  /// How many schools partnerships have, and their shares in a hundred.
  public static let sizes: [(schools: Int, share: Int)] = [
    (4, 10), (5, 12), (6, 15), (7, 12), (8, 14), (9, 8), (10, 10), (11, 5), (12, 8), (16, 3),
    (24, 2), (40, 1),
  ]

  /// The size that stands at one of a hundred equally likely places.
  public static func size(at place: Int) -> Int {
    var rest = place
    for (schools, share) in sizes {
      if rest < share { return schools }
      rest -= share
    }
    return 8
  }
}
