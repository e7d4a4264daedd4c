import Diagnostics
import Frameworks

/// What the rules of a framework say of a document, as diagnostics.
public enum RuleCodes {
  static let broken = DiagnosticCode(
    "rule-broken", "Something that the framework says must be so is not.",
    advice: "The message is the framework's own. Put it right, or record why it cannot be.")
  static let departed = DiagnosticCode(
    "rule-departed", "Something that the framework says should be so is not.", severity: .warning,
    advice: "The message is the framework's own. Departing from it is possible; note the reason.")
  static let noted = DiagnosticCode(
    "rule-noted", "Something goes beyond what the framework says may be.", severity: .warning,
    advice: "The message is the framework's own. Nothing forbids it; see whether it is meant.")
  static let failed = DiagnosticCode(
    "rule-failed", "A rule's expression failed on this document.", severity: .warning,
    advice: "The other rules were asked all the same. Tell the framework's authors what the message says.")
  static let hiddenAnswer = DiagnosticCode(
    "hidden-answer", "A criterion is answered that is not asked of this subject.", severity: .warning,
    advice:
      "The answer is kept and not counted. If it should count, check what makes the framework ask for it.")

  public static let all = [broken, departed, noted, failed, hiddenAnswer]

  static func code(of strength: Strength) -> DiagnosticCode {
    switch strength {
    case .must: broken
    case .should: departed
    case .may: noted
    }
  }
}

extension RuleFindings {
  /// Reports what is not as it must or should be.
  ///
  /// - Parameter place: where a rule points: a criterion's path, or `nil` for the document.
  public func report(
    at place: (String?) -> SourceRange, name: (String) -> String, into bag: inout DiagnosticBag
  ) {
    for outcome in outcomes {
      switch outcome.result {
      case .broken:
        bag.report(
          RuleCodes.code(of: outcome.rule.strength), outcome.words, help: "Rule “\(outcome.rule.id)”.",
          at: place(outcome.rule.criterion))
      case .failed:
        bag.report(
          RuleCodes.failed, outcome.words, help: "Rule “\(outcome.rule.id)”.",
          at: place(outcome.rule.criterion))
      case .held, .notAsked, .notEvaluable: break
      }
    }
    for path in answeredHidden {
      bag.report(
        RuleCodes.hiddenAnswer, "“\(name(path))” is not asked here; the answer is kept and not counted.",
        at: place(path))
    }
  }
}

extension Review {
  /// Where a rule points: the judgement of a criterion, else where the review says its kind.
  public func place(of criterion: String?) -> SourceRange {
    criterion.flatMap { path in judgements.first { $0.key.value == path }?.key.range } ?? kind.range
  }
}
