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
    let people = "Even somebody who knows every other \(noun)’s \(secret)"
    if worst.pinned < 0.0005 { return "\(people) could not be certain of the last one." }
    return "\(people) could be certain of the last one in \(Self.hundred(worst.pinned)) of 100 cases."
  }

  // MARK: - Who attacks

  func name(_ attacker: AuditReport.Attacker) -> String {
    switch attacker {
    case .outsider: "Somebody outside"
    case .member: "One of those who took part"
    case .coalition: "All but two, together"
    case .allButOne: "Somebody who knows all but one"
    case .comingOrGoing: "Somebody who subtracts two releases"
    case .repetition: "Who knows all but one, with earlier releases"
    case .unchanged(let years): "Who knows all but one, after \(English.number(years)) unchanged years"
    case .joint: "Somebody who knows all other \(nouns)"
    case .jointRepetition: "Who knows all other \(nouns), with earlier releases"
    }
  }

  /// Who it is, in a sentence.
  func meaning(_ finding: AuditReport.Finding) -> String {
    switch finding.attacker {
    case .outsider: "Has read all that is published, and knows which \(nouns) took part."
    case .member: "Knows its own \(secret) besides."
    case .coalition: "Every \(noun) but two tells the others what it was judged to be."
    case .allButOne: "Knows every other \(secret) on the same \(unit): more than most people ever will."
    case .comingOrGoing:
      "Holds this release against an earlier one, and knows which \(nouns) came or went in between and what all of "
        + "those but one were judged to be. Takes the \(nouns) that stayed to be where they were; the average is the "
        + "worst case, in which they all are."
    case .repetition:
      "Knows the same of earlier releases, and which \(English.plural(secret)) have not changed since: "
        + "\(finding.unchanged ?? 0) of \(finding.judgements)."
    case .unchanged(let years):
      "Looks ahead: if nothing changed and this were published \(English.number(years)) times."
    case .joint:
      "Knows everything about all other \(nouns), and holds all figures on one \(noun) together."
    case .jointRepetition:
      "Holds all earlier releases as well, and knows what has not changed since: "
        + (report.unit == .section ? "sections with " : "")
        + "\(finding.unchanged ?? 0) of \(finding.judgements) judgements."
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

  /// What they would come to, in a sentence or two.
  func sentence(_ finding: AuditReport.Finding) -> String {
    let outcome = finding.outcome
    var parts: [String] = []
    if let expected = finding.anyExpected {
      let any = max(expected, finding.anyActual ?? 0)
      parts.append(
        any < 0.0005
          ? "They could be certain of no judgement of any \(noun)."
          : "Of 100 \(nouns), \(Self.hundred(any)) would have at least one judgement that they could be certain of."
      )
    } else {
      parts.append(
        finding.pinned < 0.0005
          ? "They could be certain of no \(secret) at all."
          : "Of 100 \(English.plural(secret)), they could be certain of \(Self.hundred(finding.pinned)).")
    }
    parts.append(Self.guesses(outcome))
    if outcome.sidePinned >= 0.005 {
      parts.append(
        "For \(Self.hundred(outcome.sidePinned)) in 100 they could say for certain which half of the scale it lies in."
      )
    }
    return parts.joined(separator: " ")
  }

  /// Compared as they are shown, so that the sentence never says other than the table.
  private static func guesses(_ outcome: AttackOutcome) -> String {
    let (before, after) = (hundredths(outcome.rightBefore), hundredths(outcome.rightAfter))
    if after > before {
      return "Their best guess would be right \(after) times in 100; without the release, \(before)."
    }
    return after == before
      ? "The release does not help them guess: \(after) times in 100 they would be right, with it or without."
      : "The release does not help them guess: they would be right \(after) times in 100, and without it \(before)."
  }

  private static func hundredths(_ share: Double) -> Int { Int((share * 100).rounded()) }

  private static func times(_ share: Double) -> String { "\(hundredths(share))" }

  /// How many more of 100 guesses are right with the release: "2 more", "no more".
  static func gain(_ outcome: AttackOutcome) -> String {
    let more = hundredths(outcome.rightAfter) - hundredths(outcome.rightBefore)
    return more > 0 ? "\(more) more" : "no more"
  }

  func worst(_ finding: AuditReport.Finding) -> String {
    guard let worst = finding.worst else { return "–" }
    return "\(worst.title): \(Self.percent(worst.outcome.pinned)) certain; right "
      + "\(Self.times(worst.outcome.rightAfter)), without \(Self.times(worst.outcome.rightBefore))"
  }

  // MARK: - Tables

  static let columns = [
    "Certain, on average", "Certain, this sheet", "Right without it", "Right with it", "Certain of the half",
    "Gives most away",
  ]
  /// The same where there is little room, without the last; ``shortMeaning`` says what they are.
  static let shortColumns = ["average", "this sheet", "without it", "with it", "the half"]
  var shortMeaning: String {
    "In figures, of 100 \(English.plural(secret)): certain on average, and from this sheet; best guess right without it, "
      + "and with it; certain of the half"
  }

  /// What ``worstRows`` hold, where there is little room.
  var worstMeaning: String {
    "The \(unit) that gives most away to each of them, of 100 \(English.plural(secret)) on it: certain on average; best guess "
      + "right without the release, and with it"
  }
  var worstColumns: [String] { [unit.capitalized, "average", "without it", "with it"] }

  /// Without those who hold all figures together, for whom no one of them is the worst.
  var worstRows: [[String]] {
    report.findings.compactMap { finding in
      finding.worst.map { worst in
        [
          name(finding.attacker), worst.title, Self.percent(worst.outcome.pinned),
          Self.times(worst.outcome.rightBefore), Self.times(worst.outcome.rightAfter),
        ]
      }
    }
  }

  func row(_ finding: AuditReport.Finding) -> [String] {
    [
      Self.percent(finding.expected?.pinned), Self.percent(finding.actual?.pinned),
      Self.times(finding.outcome.rightBefore), Self.times(finding.outcome.rightAfter),
      Self.percent(finding.outcome.sidePinned), worst(finding),
    ]
  }

  var earlier: [String] {
    report.earlier.map { other in
      "\(other.period): \(English.count(other.figures, "figure")) on the same "
        + (report.unit == .section ? "sections" : "criteria")
        + (other.isAssumed ? "; its judgements are not at hand, so today’s were taken" : "")
    }
  }

  private var unit: String { report.unit == .section ? "section" : "criterion" }

  /// What must be known before these figures are trusted.
  var assumptions: [String] {
    var assumptions = [
      "“Certain” means over 90 % sure of one point, and at least 10 points surer than without the release.",
      "“Right” is how often a best guess would be, in 100 tries. With the release it may be right less often: "
        + "figures about many \(nouns) mislead as well as help.",
      "Everybody in this list is taken to know how judgements spread in general. How hard each criterion is was "
        + "estimated from your own exact judgements, which is generous to them.",
      "How judgements vary between \(nouns) and years comes from a study on made-up data, not from real reviews.",
    ]
    if report.isNoisy {
      assumptions.insert(
        "“On average” is over all noise that could have been drawn, “this sheet” is what was drawn in fact: it may lie "
          + "above or below. With earlier releases and in coming years, and for whole \(nouns), the average is of at least "
          + "400 tries with noise drawn anew: right to within a few in 100.", at: 1)
    } else if report.figures > 0 {
      assumptions.insert(
        "Nothing random is added here: the same judgements always give the same sheet, so “on average” and “this sheet” "
          + "hardly differ.", at: 1)
    }
    if report.unit == .section {
      assumptions.append(
        "A section is treated as one score: each \(noun)’s mean over it, to the nearest point. Only the rows on all "
          + "other \(nouns) look at the single judgements inside. Where a score has not changed since an earlier release, "
          + "they take the judgements inside to be the same.")
    }
    if report.basis == .supposed, report.isNoisy {
      assumptions.append(
        "No noise has been drawn under this policy, so there is nothing to say of this very sheet.")
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
