/// How many of the other schools' judgements on a criterion an attacker knows before a release. All of them
/// know the membership, n and the population.
public enum AttackerKnowledge: Sendable, Hashable {
  /// Nobody's (A).
  case outsider
  /// Their own school's (B).
  case member
  /// Those of all but two: a coalition against one school, with one more unknown (C).
  case coalition
  /// Everybody's but one (D).
  case allButOne
  /// Some number of them.
  case others(Int)

  /// How many are known among `n`, never the attacked school's.
  public func known(of n: Int) -> Int {
    switch self {
    case .outsider: 0
    case .member: min(1, n - 1)
    case .coalition: max(0, n - 2)
    case .allButOne: n - 1
    case .others(let count): max(0, min(count, n - 1))
    }
  }
}
