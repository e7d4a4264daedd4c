import Documents

/// How binding a declaration is. The words are those of the source documents.
public enum Strength: String, Choice {
  case must, should, may

  public var meaning: String {
    switch self {
    case .must: "without it the work is not complete: an error"
    case .should: "expected; departing from it wants a reason: a warning"
    case .may: "allowed, and only noted"
    }
  }
}
