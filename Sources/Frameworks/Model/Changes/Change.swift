import Diagnostics
import Documents
import Sealing

/// One thing that a variant changes in its base, or that a new version changed in an earlier one.
public struct Change: Sendable, Equatable {
  public var verb = Verb.set
  /// The addresses of what is changed: several for `merge`, none for `add`.
  public var targets: [Located<String>] = []
  /// Where it goes: the address of a criterion or of a list.
  public var to: Located<String>?
  /// The id that it has from now on.
  public var id: Located<String>?
  /// The neighbour that it stands before or after.
  public var before: Located<String>?
  public var after: Located<String>?
  /// Every id of a list, in the order wanted.
  public var order: [Located<String>] = []
  /// What a criterion is split into; what criteria are merged into, as one.
  public var parts: [Part] = []
  /// What `add` adds, what `replace` puts in place, what `set` sets.
  public var content: AnyValue?
  /// The texts that `reword` writes.
  public var texts: [Keyed<String>] = []
  /// What becomes of judgements where a scale is another from now on.
  public var map: PointMap?
  /// For `remove`: the criteria below are meant to go as well.
  public var withChildren = false
  public var why = ""
  public var range = SourceRange.nowhere

  public init() {}

  /// Places do not count.
  public static func == (left: Change, right: Change) -> Bool {
    left.verb == right.verb && left.targets == right.targets && left.to == right.to && left.id == right.id
      && left.before == right.before && left.after == right.after && left.order == right.order
      && left.parts == right.parts && left.content == right.content && left.texts == right.texts
      && left.map == right.map && left.withChildren == right.withChildren && left.why == right.why
  }

  /// What a change does; the key that it starts with.
  public enum Verb: String, Choice {
    case add, reword, replace, remove, move, merge, split, reorder, set

    public var meaning: String {
      switch self {
      case .add: "something new"
      case .reword: "other words for the same thing"
      case .replace: "another thing in the same place"
      case .remove: "something goes"
      case .move: "another place, or another id, for the same thing"
      case .merge: "several criteria become one"
      case .split: "one criterion becomes several"
      case .reorder: "another order"
      case .set: "another value for a field"
      }
    }
  }

  /// A criterion that a merge or a split makes.
  public struct Part: Sendable, Equatable {
    public var criterion = Criterion()
    /// The ids of what it takes over: criteria below, statements, questions, sources of evidence.
    public var takes: [Located<String>] = []

    public init() {}
  }
}

/// For each point of a scale that was, the point of the scale that is.
public enum PointMap: Sendable, Equatable {
  /// Judgements cannot be carried over.
  case none
  case points([Keyed<Located<String>>])
}

/// The framework that a variant extends.
public struct BaseReference: Sendable, Equatable {
  public var id = Located("")
  public var version = Located(SemanticVersion(0, 0, 0))
  /// Of its resolved content. A draft may leave it out.
  public var digest: Located<Digest>?
  public var range = SourceRange.nowhere

  public init() {}

  /// Places do not count.
  public static func == (left: BaseReference, right: BaseReference) -> Bool {
    left.id == right.id && left.version == right.version && left.digest == right.digest
  }
}

/// How an earlier version became this one.
public struct Migration: Sendable, Equatable {
  /// The same framework where it names no id.
  public var id: Located<String>?
  public var version = Located(SemanticVersion(0, 0, 0))
  public var digest: Located<Digest>?
  public var note: String?
  public var changes: [Change] = []

  public init() {}
}

/// What a variant's file holds: its own header, its base, and what it changes.
public struct Variant: Sendable, Equatable {
  public var id = Located("")
  public var version = Located(SemanticVersion(0, 0, 0))
  public var status = Framework.Status.draft
  public var title = ""
  public var summary: String?
  public var language: Located<String>?
  /// Documents beside those that the base was made from.
  public var sources: [SourceDocument] = []
  public var base = BaseReference()
  public var changes: [Change] = []
  public var migrations: [Migration] = []

  public init() {}
}
