/// What may be said about a difference.
public enum Verdict: String, Sendable, CaseIterable {
  case above, below
  /// The interval holds 0: the noise alone could explain the difference.
  case noClearDifference = "no-clear-difference"

  /// For people.
  public var words: String {
    switch self {
    case .above: "above"
    case .below: "below"
    case .noClearDifference: "no clear difference"
    }
  }
}
