import Documents

extension Comparability {
  /// What a criterion of one framework is to one of another.
  public enum Relation: String, Choice, Hashable {
    case same, reworded, rescaled, split, merged, moving, none

    public var meaning: String {
      switch self {
      case .same: "the same words on the same scale"
      case .reworded: "other words for the same thing, on the same scale"
      case .rescaled: "the same thing on another scale, with a map from point to point"
      case .split: "one criterion became several"
      case .merged: "several criteria became one"
      case .moving: "the same thing on a scale whose points ask for more over the years"
      case .none: "nothing that judgements could be compared with"
      }
    }

    /// Whether judgements, and figures made of them, may stand side by side, with the relation's caution; where it
    /// is `rescaled`, only through its map.
    public var allowsFigures: Bool {
      switch self {
      case .same, .reworded, .rescaled, .moving: true
      case .split, .merged, .none: false
      }
    }

    /// What the first is to the third, where this is what the first is to the second, and `next` what the second is
    /// to the third.
    public func then(_ next: Relation) -> Relation {
      switch (self, next) {
      case (.none, _), (_, .none), (.split, .merged), (.merged, .split): .none
      case (.same, let other), (let other, .same): other
      case (.split, _), (_, .split): .split
      case (.merged, _), (_, .merged): .merged
      case (.rescaled, _), (_, .rescaled): .rescaled
      case (.moving, _), (_, .moving): .moving
      case (.reworded, .reworded): .reworded
      }
    }

    /// The relation read the other way; that of `rescaled` holds where the map is one to one, else it is `none`.
    public var inverse: Relation {
      switch self {
      case .split: .merged
      case .merged: .split
      default: self
      }
    }
  }

  /// What a reader of two judgements side by side has to know.
  public enum Caution: String, Choice, Hashable {
    case reworded, rescaled, moving
    /// Only words that it shares with others changed: the names of points, or a stem.
    case relabelled
    /// The words differ, and no author says whether the meaning does.
    case unsaid
    /// A crosswalk's author worked it out.
    case inferred
    /// A crosswalk's author is not sure.
    case unsure

    public var meaning: String {
      switch self {
      case .reworded: "The words changed; its author says that the meaning did not."
      case .rescaled: "Judgements are carried over to another scale, point by point, as its author says."
      case .moving: "What each point asks for grows over the years, so a change is not all the school's own."
      case .relabelled: "The names of the points, or the opening that it shares with others, changed."
      case .unsaid: "The words changed, and nobody has said whether the meaning did."
      case .inferred: "A crosswalk's author worked this out; no source says it."
      case .unsure: "A crosswalk's author is not sure of this."
      }
    }
  }

  /// Why judgements say nothing about each other.
  public enum Obstacle: String, Choice, Hashable {
    case added, removed, replaced, split, merged
    case rearranged
    case otherScale = "other-scale"
    case judgedLater = "not-judged-before"
    case judgedEarlier = "no-longer-judged"
    case unsaid = "other-words"
    case partly = "shared-in-part"
    case unlinked

    /// For people, in the words of a sentence's end.
    public var meaning: String {
      switch self {
      case .added: "it is new"
      case .removed: "it is gone"
      case .replaced: "something else stands in its place"
      case .split: "it was split into several"
      case .merged: "several were merged into it"
      case .rearranged: "it was split, and the parts were merged with others"
      case .otherScale: "it is judged on another scale, and nothing says how the points go together"
      case .judgedLater: "it was not judged before"
      case .judgedEarlier: "it is no longer judged"
      case .unsaid: "the words changed with a new major version, and nobody has said that the meaning stayed"
      case .partly: "the two share only a part"
      case .unlinked: "nothing corresponds to it"
      }
    }

    /// In two or three words, as charts and counts have room for.
    public var label: String {
      switch self {
      case .added: "new"
      case .removed: "gone"
      case .replaced: "replaced"
      case .split: "split"
      case .merged: "merged"
      case .rearranged: "rearranged"
      case .otherScale: "on another scale"
      case .judgedLater: "not judged before"
      case .judgedEarlier: "no longer judged"
      case .unsaid: "in other words"
      case .partly: "shared in part"
      case .unlinked: "without a counterpart"
      }
    }
  }
}
