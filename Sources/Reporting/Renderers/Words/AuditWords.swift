import Documents
import Foundation
import Frameworks
import Profiles
import Rubrics
import Sealing

/// An audit in words that a head teacher can weigh, the same on the terminal and on a page.
struct AuditWords {
  let audit: AuditedPage
  var report: AuditReport { audit.report }

  init(_ audit: AuditedPage) { self.audit = audit }

  var noun: String { FrameworkWords.subject(audit.rubric.framework.framework.subject) }
  var nouns: String { English.plural(noun) }
  /// "judgement", or "section score".
  var secret: String { report.unit == .section ? "section score" : "judgement" }

  var title: String { "What could be learnt of one \(noun): \(audit.rubric.framework.framework.title)" }
  var eyebrow: String {
    let kind = audit.kind == .own ? "self-review judgements" : "peer judgements"
    return "Audit · private · \(audit.period) · \(kind)"
  }
  static let privacy =
    "It is worked out from the exact judgements. Please keep it within the partnership and its governors."
  static let mark = "Not for publication. " + privacy

  /// What was audited, and, where nothing of it is fixed, that.
  var basis: String {
    switch report.basis {
    case .fixed:
      "These are the figures exactly as they were fixed, under the policy “\(audit.policy)”: "
        + "\(size). Nothing was changed by looking."
    case .supposed:
      "This is not what is fixed. It shows what the policy “\(audit.policy)” would do to the same judgements: "
        + "\(size)."
    }
  }

  private var size: String {
    "\(English.count(report.figures, report.unit == .section ? "section" : "figure")), "
      + "\(English.count(report.judgements, secret)) of \(English.count(report.schools, noun))"
  }

  /// The whole in one or two sentences, for the head of the page.
  var summary: String {
    guard let worst = report[.allButOne] else {
      return "Nothing would be published, so nothing could be learnt."
    }
    let people = "Even somebody who knows every \(secret) but one"
    if worst.pinned < 0.0005 { return "\(people) could be certain of none." }
    return "\(people) could be certain of \(Self.hundred(worst.pinned)) in 100."
  }

  // MARK: - Who attacks

  static func name(_ attacker: AuditReport.Attacker) -> String {
    switch attacker {
    case .outsider: "Somebody outside"
    case .member: "One of those who took part"
    case .coalition: "All but two, together"
    case .allButOne: "Somebody who knows all but one"
    case .comingOrGoing: "Somebody who subtracts two releases"
    case .repetition: "All but one, with earlier releases"
    case .unchanged(let years): "All but one, after \(English.number(years)) unchanged years"
    case .joint: "Somebody who knows all other schools"
    }
  }

  func meaning(_ finding: AuditReport.Finding) -> String {
    switch finding.attacker {
    case .outsider: "Has read all that is published, and knows which \(nouns) took part."
    case .member: "Knows its own \(secret) besides."
    case .coalition: "Every \(noun) but two tells the others what it was judged to be."
    case .allButOne: "Knows every other \(secret) on the same criterion: more than most people ever will."
    case .comingOrGoing:
      "Knows which one \(noun) came or went since the release before, and takes all others to be as they were."
    case .repetition:
      "Holds the earlier releases too, and knows which \(English.plural(secret)) stayed the same: "
        + "\(finding.unchanged ?? 0) of \(finding.judgements) did."
    case .unchanged(let years):
      "Looks ahead: if nothing changed and this were published \(English.number(years)) times."
    case .joint:
      "Knows everything about all other \(nouns), and holds all figures on one \(noun) together."
    }
  }

  /// "none", "fewer than 1", "about 7"
  static func hundred(_ share: Double) -> String {
    if share < 0.0005 { return "none" }
    if share < 0.005 { return "fewer than 1" }
    return share > 0.995 ? "all 100" : "about \(Int((share * 100).rounded()))"
  }

  /// "0", "0.3", "47"
  static func percent(_ share: Double?) -> String {
    guard let share else { return "–" }
    if share < 0.0005 { return "0" }
    return ChartNumber.fixed(share * 100, decimals: share < 0.0995 ? 1 : 0)
  }

  /// What one attacker comes to, in a sentence or two.
  func sentence(_ finding: AuditReport.Finding) -> String {
    let outcome = finding.outcome
    var parts: [String] = []
    if finding.attacker == .joint, let any = finding.anyExpected {
      parts.append(
        any < 0.0005 && (finding.anyActual ?? 0) == 0
          ? "Of no \(noun) could any judgement be certain."
          : "Of 100 \(nouns), \(Self.hundred(max(any, finding.anyActual ?? 0))) would have at least one judgement "
            + "that could be certain.")
    } else if finding.pinned < 0.0005 {
      parts.append("Of 100 \(English.plural(secret)), nobody could be certain of any.")
    } else {
      parts.append(
        "Of 100 \(English.plural(secret)), \(Self.hundred(finding.pinned)) could be certain.")
    }
    parts.append(
      "Their best guess is right \(Self.times(outcome.rightAfter)) in 100 instead of "
        + "\(Self.times(outcome.rightBefore)).")
    if outcome.sidePinned >= 0.005 {
      parts.append(
        "They could be certain of the upper or lower half of the scale for \(Self.hundred(outcome.sidePinned))."
      )
    }
    return parts.joined(separator: " ")
  }

  private static func times(_ share: Double) -> String { "\(Int((share * 100).rounded()))" }

  func worst(_ finding: AuditReport.Finding) -> String {
    guard let worst = finding.worst else { return "–" }
    return "\(worst.title): \(Self.percent(worst.outcome.pinned)) certain, guess "
      + "\(Self.times(worst.outcome.rightBefore)) to \(Self.times(worst.outcome.rightAfter))"
  }

  // MARK: - Tables

  static let columns = [
    "Certain, expected", "Certain, these bytes", "Guess before", "Guess after", "Half certain",
    "Gives most away",
  ]

  func row(_ finding: AuditReport.Finding) -> [String] {
    [
      Self.percent(finding.expected?.pinned), Self.percent(finding.actual?.pinned),
      Self.times(finding.outcome.rightBefore), Self.times(finding.outcome.rightAfter),
      Self.percent(finding.outcome.sidePinned), worst(finding),
    ]
  }

  /// What counts fit: "0 to 3; 5; 2 to 7"
  func bounds(_ hidden: AuditReport.Hidden) -> [String] {
    hidden.bounds.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)" }
  }

  var earlier: [String] {
    report.earlier.map { other in
      "\(other.period): \(English.count(other.figures, "figure")) on the same "
        + (report.unit == .section ? "sections" : "criteria")
        + (other.isAssumed ? "; its judgements are not at hand, so today’s were taken" : "")
    }
  }

  /// What must be known before these figures are trusted.
  var assumptions: [String] {
    var assumptions = [
      "“Certain” means over 90 % sure of one point, and at least 10 points surer than without the release.",
      "“Expected” is over all noise that could have been drawn; “these bytes” is what was drawn in fact. "
        + "A figure of these bytes may lie above or below what was expected.",
      "All attackers are taken to know how judgements spread in general. How hard each criterion is was "
        + "estimated from your own exact judgements, which is generous to them.",
      "How judgements vary between schools and years comes from a study on made-up data, not from real reviews.",
    ]
    if report.unit == .section {
      assumptions.append(
        "A section is attacked as one score: each \(noun)’s mean over it, to the nearest point. Only the last row "
          + "looks at the single judgements inside.")
    }
    if report.basis == .supposed {
      assumptions.append(
        "No noise has been drawn under this policy, so there is nothing to say of the very bytes.")
    }
    return assumptions
  }
}

/// An audit with what its pages say of the release.
public struct AuditedPage: Sendable {
  public var report: AuditReport
  public var rubric: Rubric
  public var period: Period
  public var kind: ReviewKind
  /// The policy's id.
  public var policy: String
  /// Of the bytes that were audited; `nil` where none are fixed.
  public var digest: Digest?
  /// What everyone must know who sees what is published.
  public var notices: [String]

  public init(
    report: AuditReport, rubric: Rubric, period: Period, kind: ReviewKind, policy: String, digest: Digest?,
    notices: [String] = SheetNotices.all
  ) {
    (self.report, self.rubric, self.period, self.kind) = (report, rubric, period, kind)
    (self.policy, self.digest, self.notices) = (policy, digest, notices)
  }
}
