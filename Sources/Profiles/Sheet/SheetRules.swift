import Diagnostics
import Frameworks

/// The rules that may forbid a sheet. Each refusal names its rule, and says nothing that depends on a score.
public enum SheetRules {
  /// Enough subjects are judged on something (DISCLOSURE section 5 (i)).
  public static let gate = "gate"
  /// One kind of judgement per criterion: the peers' where the framework has one, else self (DESIGN section
  /// 6).
  public static let oneKind = "one-kind"
  /// A framework of many judged criteria publishes a few sections, each judgement in one of them.
  public static let sections = "sections"

  static func belowGate(_ policy: Policy, fewest: Int, unit: Sheet.Unit, largest: Int) -> Failure {
    let what = unit == .section ? "section (with at least half of it judged)" : "criterion"
    return refusal(
      gate, of: policy,
      "A figure needs at least \(fewest) consenting schools judged on the same \(what); here the most is \(largest).",
      help:
        "The partnership still has its own private report. Ask more schools to take part and to give consent."
    )
  }

  static func nothingToPublish(_ policy: Policy) -> Failure {
    refusal(
      gate, of: policy,
      "The policy publishes nothing for any number of schools, or the framework has no mean to give.",
      help: "Choose another policy or framework.")
  }

  static func otherKind(_ policy: Policy, _ kind: ReviewKind) -> Failure {
    kind == .own
      ? refusal(
        oneKind, of: policy,
        "Peers mark this framework's criteria, so the peers' judgements are published and not the self-reviews.",
        help: "Ask for the sheet with --kind peer.")
      : refusal(
        oneKind, of: policy, "Peers mark nothing in this framework; its self-reviews are what is published.",
        help: "Ask for the sheet with --kind self.")
  }

  static func sectionsWanted(_ policy: Policy, judged: Int) -> Failure {
    refusal(
      sections, of: policy,
      "The framework judges \(judged) criteria. Above \(policy.sections.above) only sections are published, but it "
        + "names none.",
      help: "Ask the framework's authors to name up to \(policy.sections.atMost) sections.")
  }

  static func noSections(_ policy: Policy, judged: Int) -> Failure {
    refusal(
      sections, of: policy,
      "The framework judges \(judged) criteria. Above \(policy.sections.above) only sections are published, and this "
        + "policy publishes none.",
      help: "Choose a policy that does, such as the default.")
  }

  static func unfitForSections(_ policy: Policy, _ technique: Technique) -> Failure {
    refusal(
      sections, of: policy,
      "“\(technique.rawValue)” cannot publish a section: a section sums up many criteria and has no counts by point.",
      help: "Choose a policy whose sections are means, such as the default.")
  }

  static func tooManySections(_ policy: Policy, _ count: Int) -> Failure {
    refusal(
      sections, of: policy,
      "The framework names \(count) sections; at most \(policy.sections.atMost) may be published.",
      help: "Ask the framework's authors to join some of them.")
  }

  static func sectionsOverlap(_ policy: Policy, _ path: String) -> Failure {
    refusal(
      sections, of: policy, "“\(path)” belongs to two sections, so its judgements would be published twice.",
      help: "Ask the framework's authors to leave each criterion in one section.")
  }

  private static func refusal(_ rule: String, of policy: Policy, _ message: String, help: String) -> Failure {
    Failure(
      .refused, "Nothing is published (rule “\(rule)” of policy “\(policy.id.value)”). \(message)", help: help
    )
  }
}
