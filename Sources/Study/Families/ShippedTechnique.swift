import Profiles

/// What Waymark's own techniques do, through a policy as anybody would write it.
enum ShippedTechnique {
  /// How one criterion is protected, whatever the number judged.
  static func mechanism(points: Int, _ set: (inout SizeClass) -> Void) -> Mechanism {
    var size = SizeClass()
    set(&size)
    var policy = Policy()
    policy.criteria = [size]
    return policy.mechanism(unit: .criterion, n: 1, points: Array(0..<points), criteria: 1)
  }
}
