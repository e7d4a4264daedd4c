import Diagnostics
import Documents

/// A node of a framework: some are judged, some only group.
public struct Criterion: Sendable, Equatable {
  public var id = Located("")
  /// As printed in the source, such as a number.
  public var code: String?
  public var title: String?
  /// What it is about; for a question, the question.
  public var text: String?
  /// The stem of its own text and of its questions and children, unless they name another.
  public var stem: Located<String>?
  /// Another scale than the one that `judging` names.
  public var scale: Located<String>?
  public var weight: Double?
  public var source: SourceReference?
  /// Asked only where this expression holds (CEL).
  public var when: Located<String>?
  public var statements: [Statement] = []
  /// Prompts that are not judged.
  public var questions: [Prompt] = []
  public var evidence: [Prompt] = []
  /// How it sums up the criteria below it; without it, as its level says.
  public var aggregate: Aggregate?
  public var criteria: [Criterion] = []
  /// Variants leave it, and all in it, as it is.
  public var isLocked = false
  public var range = SourceRange.nowhere

  public init() {}

  /// Where to point at it: its id, or all of it where the id could not be read.
  public var place: SourceRange { id.range == .nowhere ? range : id.range }

  /// Places do not count.
  public static func == (left: Self, right: Self) -> Bool {
    left.id == right.id && left.code == right.code && left.title == right.title && left.text == right.text
      && left.stem == right.stem && left.scale == right.scale && left.weight == right.weight
      && left.source == right.source && left.when == right.when && left.statements == right.statements
      && left.questions == right.questions
      && left.evidence == right.evidence && left.aggregate == right.aggregate
      && left.criteria == right.criteria && left.isLocked == right.isLocked
  }
}

/// What a point looks like for a criterion.
public struct Statement: Sendable, Equatable {
  public var id = Located("")
  /// The point's id.
  public var at = Located("")
  /// The thread that runs through the points.
  public var strand: Located<String>?
  public var text = ""
  public var source: SourceReference?
  public var isLocked = false
}

/// A question that helps a judgement, or a possible source of evidence.
public struct Prompt: Sendable, Equatable {
  public var id = Located("")
  public var text = ""
  public var stem: Located<String>?
  public var source: SourceReference?
  public var isLocked = false
}
