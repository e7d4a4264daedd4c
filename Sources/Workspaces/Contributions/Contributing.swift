import Diagnostics
import Documents
import Frameworks
import GRDB
import Profiles
import Rubrics
import Sealing

extension Workspace {
  /// The contribution of one framework major, school year and kind of review to a pool. The first call fixes it, with
  /// today's members that consent to pools and their latest agreed reviews, as far as the ledger lets them count, and
  /// enters it in the ledger. Every later one gives the same bytes.
  ///
  /// - Parameters:
  ///   - task: the pool's digest.
  ///   - epsilon: how much the pool tells of one judgement.
  ///   - day: today.
  ///   - make: from the cohort's judgements to the contribution's file; called once for a contribution, ever.
  /// - Throws: `refused` where a rule forbids it: nobody consents (rule `consent`; then nothing is fixed), another
  ///   pool has the contribution of this framework, school year and kind (rule `one-pool`), it was cancelled, or the
  ///   ledger is missing or older than the last release.
  public func contribute(
    to task: Digest, _ rubric: Rubric, period: Period, kind: ReviewKind, epsilon: Epsilon, on day: Day,
    make: (JudgementTable) throws(Failure) -> [UInt8]
  ) throws(Failure) -> Contribution {
    let identity = ReleaseIdentity(
      workspace: partnership.workspace, framework: rubric.id, major: rubric.version.major, period: period,
      kind: kind)
    return try spending { recorder in
      if let contribution = try ContributionRows.find(identity, recorder.db) {
        try Contributing.checkIsSame(contribution, rubric, task, self)
        return contribution
      }
      let shown = command("report", of: rubric, period, kind)
      let cohort = try Contributing.cohort(
        rubric, kind, period, on: day, epsilon, shownBy: shown, recorder.db)
      if cohort.judgements.rowCount == 0 { throw Contributing.nobody(cohort.leftOut, shownBy: shown) }
      let contribution = Contribution(
        task: task, identity: identity, version: rubric.version, frameworkDigest: rubric.digest,
        fixedOn: day, cohort: cohort.members, leftOut: cohort.leftOut, payload: try make(cohort.judgements),
        state: .fixed)
      try ContributionRows.insert(contribution, spending: cohort.spends, &recorder)
      return contribution
    }
  }

  /// Every contribution that was ever fixed, by framework, school year and kind.
  public func contributions() throws(Failure) -> [Contribution] { try read { try ContributionRows.all($0) } }

  /// Records that a contribution is with the registries: from then on a withdrawn consent no longer cancels it. A
  /// second time changes nothing.
  ///
  /// - Throws: `refused` where there is none to this pool, or it was cancelled; `refused` too where a member's consent
  ///   does not hold today.
  public func handOver(contributionTo task: Digest, on day: Day) throws(Failure) -> Contribution {
    try spending { recorder in
      guard let contribution = try ContributionRows.find(task: task, recorder.db) else {
        throw ReleaseRule.onePool.refusal(
          "There is no contribution to this pool yet.", help: "`waymark pool contribute` makes it first.")
      }
      switch contribution.state {
      case .handedOver: return contribution
      case .cancelled(let at): throw Contributing.cancelled(contribution, at, self)
      case .fixed: break
      }
      let covered = try Coverage(.pool, Consent.everyone, on: day, recorder.db)
      if contribution.cohort.contains(where: { !covered.holds($0.member) }) {
        throw ReleaseRule.consent.refusal(
          "The consent of a school that is part of this contribution does not hold today.",
          help:
            "`\(command("status"))` shows whose. Ask it to consent again; the contribution stays as it was fixed."
        )
      }
      try ContributionRows.handOver(contribution, &recorder)
      return try ContributionRows.find(task: task, recorder.db) ?? contribution
    }
  }
}

enum Contributing {
  /// - Parameter command: that shows which schools a refusal means; without one, nothing is refused.
  static func cohort(
    _ rubric: Rubric, _ kind: ReviewKind, _ period: Period, on day: Day, _ epsilon: Epsilon,
    shownBy command: String? = nil, _ db: Database
  ) throws -> Cohort {
    var selection = try CohortSelection.consenting(
      rubric, kind, period, on: day, for: .pool, Consent.everyone, shownBy: command, db)
    for unit in SheetUnit.criteria(of: rubric, kind: kind) {
      selection.leaveOutUsed(unit)
      selection.spendAll(unit, epsilon)
    }
    return selection.cohort()
  }

  fileprivate static func checkIsSame(
    _ contribution: Contribution, _ rubric: Rubric, _ task: Digest, _ workspace: Workspace
  ) throws(Failure) {
    if case .cancelled(let at) = contribution.state { throw cancelled(contribution, at, workspace) }
    if contribution.task == task, contribution.frameworkDigest == rubric.digest { return }
    let other =
      contribution.task == task
      ? "with another text of \(rubric.reference)" : "to another pool (\(contribution.task))"
    throw ReleaseRule.onePool.refusal(
      "This partnership contributed already, on \(contribution.fixedOn), \(other): "
        + "\(contribution.identity.contribution).",
      help: "A judgement is part of one pool only. Contribute to another one in the next school year.")
  }

  fileprivate static func cancelled(
    _ contribution: Contribution, _ at: String, _ workspace: Workspace
  ) -> Failure {
    ReleaseRule.cancelled.refusal(
      "It was cancelled on \(at.prefix(10)): \(contribution.identity.contribution). A school that was part of it "
        + "withdrew its consent before it was handed over.",
      help: "\(ReleaseRule.cancelled.help) `\(workspace.command("list audit"))` names the school.")
  }

  fileprivate static func nobody(_ leftOut: [LeftOut], shownBy command: String) -> Failure {
    let lines = leftOut.map { "\n  \($0.words)" }.joined()
    return ReleaseRule.consent.refusal(
      "There is nothing to contribute: no school with an agreed review may be part of it.\(lines)",
      help: "Record the consent of schools with `waymark workspace consent give --for pool`."
        + (leftOut.isEmpty ? "" : "\n  `\(command)` names the schools that were left out."))
  }
}

extension ReleaseIdentity {
  /// As people read it, of a contribution.
  var contribution: String {
    "the contribution of \(framework) \(major) for \(period) (\(kind.rawValue) reviews)"
  }
}
