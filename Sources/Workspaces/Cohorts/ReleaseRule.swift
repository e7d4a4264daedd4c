import Documents

/// The rules of releases; each refusal names its own (DISCLOSURE section 5 (iii)).
public enum ReleaseRule: String, Choice {
  case oneRelease = "one-release"
  case oneSheet = "one-sheet"
  case onePool = "one-pool"
  case cap
  case carriedForward = "carried-forward"
  case history
  case ledgerMissing = "ledger-missing"
  case ledgerBehind = "ledger-behind"
  case late
  case correction
  case withdrawn
  case cancelled
  case consent
  case fit
  case gate

  public var meaning: String {
    switch self {
    case .oneRelease:
      "there is one release only of each framework, school year and kind of review, fixed by its first preview"
    case .oneSheet: "a judgement is part of at most one sheet"
    case .onePool: "a judgement is part of at most one pool, and a partnership contributes once"
    case .cap: "sheets may tell only so much of one school and criterion in any five years"
    case .carriedForward: "a judgement that was made in another school year counts only in that year"
    case .history: "a school whose past elsewhere nobody knows stays out for five years"
    case .ledgerMissing: "nothing is published without the ledger's mark beside the workspace"
    case .ledgerBehind: "nothing is published from a copy that is older than the last release"
    case .late: "a school that joins after the first preview waits for the next school year"
    case .correction: "a review that is changed after the first preview changes the next release only"
    case .withdrawn:
      "neither a publication that was withdrawn nor a school's withdrawn consent is answered with another release"
    case .cancelled: "a release that lost a school's consent before it was signed is never made again"
    case .consent: "only schools that consent are part of a release"
    case .fit: "every review that counts fits the version of the framework that is asked for"
    case .gate: "a figure needs enough schools"
    }
  }

  /// What a person can do about it.
  public var help: String {
    switch self {
    case .oneRelease: "Ask for the release as it was fixed, or wait for the next school year."
    case .oneSheet, .onePool, .carriedForward:
      "Review the school again; the new judgements count in their own year."
    case .cap: "Wait until the day that is named; the school's figures stay in the private report meanwhile."
    case .history:
      "Say `waymark workspace history MEMBER --first` where nothing of it was published elsewhere, or read the statement of its old partnership with `--statement FILE`."
    case .ledgerMissing, .ledgerBehind:
      "Put the newest copy of the workspace back together with its mark, or enter again what was published: `waymark workspace ledger recover --publication FILE…`, or `--registry DIR`."
    case .late, .correction: "Nothing needs doing: the next school year's release takes it in."
    case .withdrawn:
      "Nothing needs doing: what is published stays, and the next release leaves the school out."
    case .cancelled: "Wait for the next school year: two versions side by side would give that school away."
    case .consent: "Ask the school whether it consents, and record it with `waymark workspace consent give`."
    case .fit: "Correct the review, or ask for the release with the version that fits."
    case .gate:
      "The partnership still has its own private report. Ask more schools to take part and to give consent."
    }
  }
}

extension ReleaseRule {
  /// The page in `docs/reference/`, in Markdown.
  public static func referencePage() -> String {
    let rules = allCases.map { rule in
      "## `\(rule.rawValue)`\n\n\(rule.meaning.prefix(1).uppercased() + rule.meaning.dropFirst()).\n\n\(rule.help)\n"
    }
    return """
      # The rules of releases

      <!-- Made by `make docs` from the declarations; do not edit. -->

      What a partnership publishes of itself, and gives to pools, keeps to these rules; each refusal names its own. Most
      follow from one thought: two figures of the same judgement tell more than one.

      \(rules.joined(separator: "\n"))
      """
  }
}
