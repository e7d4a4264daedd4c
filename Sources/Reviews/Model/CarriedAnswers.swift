import Diagnostics
import Documents
import Frameworks
import Sealing

/// What a review said against one version of a framework and cannot say against the one that it was migrated to. It
/// never counts; with it, migrating back restores every answer.
public struct CarriedAnswers: Sendable, Equatable {
  /// The version that they were given against.
  public var from = FrameworkPin()
  /// Where the review was agreed there: the digest of the answers that it was left with, so that they are known to be
  /// unchanged on the way back.
  public var agreed: Located<Digest>?
  /// Each under the path of its criterion there.
  public var answers: [Keyed<CarriedAnswer>] = []
  public var occasion: Located<String>?
  public var measures: [Keyed<MeasureEntry>] = []
  public var agreements: [SignedAgreement] = []
  /// Of the subject.
  public var facts: [Keyed<PlainValue>] = []
  /// People of the team, with those of their facts that are not asked here.
  public var team: [TeamMember] = []

  public init() {}

  public var isEmpty: Bool {
    agreed == nil && answers.isEmpty && occasion == nil && measures.isEmpty && agreements.isEmpty
      && facts.isEmpty && team.isEmpty
  }
}

/// One answer as it was given, and why it could not simply stay.
public struct CarriedAnswer: Sendable, Equatable {
  public var because = Located(Because.removed)
  /// The criteria that it bears on now.
  public var to: [Located<String>] = []
  /// The point that it suggests there, for a person to confirm; never a judgement by itself.
  public var suggests: Located<String>?
  /// The authors' reasons.
  public var why: String?
  /// Where other answers than its own came in its place: their digest, so that they are known to be unchanged on the way
  /// back.
  public var beside: Located<Digest>?
  public var answer = Judgement()

  public init() {}

  public enum Because: String, Choice {
    case removed, replaced
    case notConvertible = "not-convertible"
    case notJudged = "not-judged"
    case split, undecided, merged, rescaled, statements

    public var meaning: String {
      switch self {
      case .removed: "its criterion is gone"
      case .replaced: "another criterion stands in its place"
      case .notConvertible: "its scale is another, and no point there is known to mean the same"
      case .notJudged: "its criterion is not judged any more"
      case .split: "its criterion became several; a person decides on each"
      case .undecided: "several answers met in one criterion and differ; a person decides"
      case .merged: "several equal answers met in one criterion; kept as they were"
      case .rescaled: "it stands as a point of another scale now; kept as it was"
      case .statements: "some of its marked statements are gone; kept as it was"
      }
    }

  }

  /// Whether it has no place any more, waits for a person, or stands in another form.
  public var fate: Fate {
    switch because.value {
    case .removed, .replaced, .notConvertible, .notJudged: .noPlace
    case .split, .undecided: to.isEmpty ? .noPlace : .toDecide
    case .merged, .rescaled, .statements: .stands
    }
  }

  public enum Fate: Sendable { case noPlace, toDecide, stands }
}

extension Judgement {
  /// Whether it says nothing: neither a point nor words.
  public var isBlank: Bool {
    func isNothing(_ text: String?) -> Bool { text?.trimmedAsRead.isEmpty ?? true }
    return point == nil && statements.isEmpty && isNothing(evidence) && isNothing(challenge)
      && actions.allSatisfy { isNothing($0) }
  }
}

extension Review {
  /// The carried answers that a person still has to decide on: those whose criteria here have no point yet.
  public var undecided: [(from: FrameworkPin, path: String, answer: CarriedAnswer)] {
    carried.flatMap { group in
      group.answers.filter { entry in
        entry.value.fate == .toDecide
          && entry.value.to.contains { judgement(of: $0.value)?.point == nil }
      }.map { (group.from, $0.key.value, $0.value) }
    }
  }

  /// What a reader of the review should know of what is carried, a sentence each.
  public var carriedNotes: [String] {
    carried.flatMap { group -> [String] in
      let from = group.from.id == framework.id ? "version " : "\(group.from.id.value)@"
      let without = group.answers.count { $0.value.fate == .noPlace }
      let open = undecided.count { $0.from == group.from }
      let facts = group.facts.count + group.team.reduce(0) { $0 + $1.facts.count }
      let others = group.measures.count + group.agreements.count + facts
      var notes: [String] = []
      if without > 0 {
        notes.append(
          "\(without) \(without == 1 ? "answer that has" : "answers that have") no place in "
            + "\(framework.version.value)")
      }
      if open > 0 {
        notes.append("\(open) \(open == 1 ? "answer" : "answers") for somebody to decide on")
      }
      if others > 0 {
        notes.append("\(others) of its measures, agreements and facts")
      }
      return notes.map { "Kept from \(from)\(group.from.version.value): \($0)." }
    }
  }
}
