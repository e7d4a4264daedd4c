import Diagnostics
import Documents

/// Boxes to fill, once for each criterion of a level.
public struct Form: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  /// The level.
  public var level = Located("")
  public var fields: [FormField] = []
}

/// One box.
public struct FormField: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  public var kind = Kind.text
  public var help: String?
  public var source: SourceReference?

  public enum Kind: String, Choice {
    case judgement, text, list

    public var meaning: String {
      switch self {
      case .judgement: "a point of the criterion's scale"
      case .text: "free text"
      case .list: "several short texts"
      }
    }
  }
}
