import Diagnostics
import Documents
import Frameworks
import GRDB
import Profiles
import Rubrics
import Sealing

/// What a release is made under: the policy's digest, its size classes and its cap.
public struct ReleaseTerms: Sendable {
  public let policy: Policy
  public let digest: Digest
  /// How much sheets may tell of one school and criterion.
  public let cap: LedgerCap

  /// - Throws: `badData` where the policy has no canonical form.
  public init(_ policy: Policy) throws(Failure) {
    self.policy = policy
    digest = try policy.digest()
    cap = LedgerCap(policy)
  }
}

extension Workspace {
  /// The release of one framework, school year and kind of review. The first preview fixes it: today's
  /// consenting members with their latest agreed reviews, as far as the ledger lets them count, the noise, and so the
  /// bytes; and enters in the ledger what it tells. Every later one gives the same bytes.
  ///
  /// - Parameters:
  ///   - day: today.
  ///   - generator: for anything that is published, `SystemRandomNumberGenerator`.
  /// - Throws: `refused` where a rule forbids it: too few members (then nothing is fixed), a release that was
  ///   fixed with another policy, version or audience, one that was cancelled, or a ledger that is missing or older
  ///   than the last release.
  public func preview(
    _ rubric: Rubric, period: Period, kind: ReviewKind, policy: Policy, audience: String = Consent.everyone,
    on day: Day, using generator: inout some RandomNumberGenerator
  ) throws(Failure) -> Release {
    let partnership = partnership
    return try preview(
      rubric, period: period, kind: kind, under: ReleaseTerms(policy), audience: audience, on: day
    ) { (cohort) throws(Failure) in
      let request = SheetRequest(
        partnership: partnership.slug, region: partnership.region, rubric: rubric, period: period, kind: kind,
        cohort: cohort, policy: policy)
      return try SheetMaker.make(request, using: &generator).payload()
    }
  }

  /// The same with another maker.
  ///
  /// - Parameter make: from the cohort's judgements to what is published; called once for a release, ever.
  public func preview(
    _ rubric: Rubric, period: Period, kind: ReviewKind, under terms: ReleaseTerms,
    audience: String = Consent.everyone, on day: Day, make: (JudgementTable) throws(Failure) -> [UInt8]
  ) throws(Failure) -> Release {
    let identity = ReleaseIdentity(
      workspace: partnership.workspace, framework: rubric.id, major: rubric.version.major, period: period,
      kind: kind)
    return try spending { recorder in
      if let release = try ReleaseRows.find(identity, recorder.db) {
        try Previewing.checkIsSame(release, rubric, terms, audience, self)
        return release
      }
      try RecoveredRows.check(identity, recorder.db)
      let shown = command("report", of: rubric, period, kind)
      let cohort = try Previewing.cohort(
        rubric, kind, period, on: day, terms, audience, shownBy: shown, recorder.db)
      let payload: [UInt8]
      do throws(Failure) {
        payload = try make(cohort.judgements)
      } catch {
        throw Previewing.explained(error, cohort.leftOut, shownBy: shown)
      }
      let release = Release(
        identity: identity, version: rubric.version, frameworkDigest: rubric.digest, policy: terms.digest,
        audience: audience, fixedOn: day, payload: payload, salt: Leaf.newSalt(), cohort: cohort.members,
        leftOut: cohort.leftOut, state: .fixed)
      try ReleaseRows.insert(release, spending: cohort.spends, &recorder)
      return release
    }
  }
}

extension Workspace {
  /// Who would be left out of a release, or a contribution, that were fixed today, and why; nothing is fixed. Empty
  /// where there is one already, or where a review does not fit.
  ///
  /// - Parameter use: a sheet, or a pool.
  public func leftOutToday(
    of use: LedgerSpend.Use, _ rubric: Rubric, period: Period, kind: ReviewKind, policy: Policy, on day: Day
  ) throws(Failure) -> [LeftOut] {
    let terms = try ReleaseTerms(policy)
    let identity = ReleaseIdentity(
      workspace: partnership.workspace, framework: rubric.id, major: rubric.version.major, period: period,
      kind: kind)
    return try read { db in
      switch use {
      case .sheet:
        if try ReleaseRows.find(identity, db) != nil { return [] }
        return try Previewing.cohort(rubric, kind, period, on: day, terms, Consent.everyone, db).leftOut
      case .pool:
        if try ContributionRows.find(identity, db) != nil { return [] }
        return try Contributing.cohort(rubric, kind, period, on: day, policy.pool.epsilon, db).leftOut
      }
    }
  }
}

/// The rules of a release that exists already, and who is part of a new one.
private enum Previewing {
  /// - Parameter command: that shows which schools a refusal means; without one, nothing is refused.
  static func cohort(
    _ rubric: Rubric, _ kind: ReviewKind, _ period: Period, on day: Day, _ terms: ReleaseTerms,
    _ audience: String, shownBy command: String? = nil, _ db: Database
  ) throws -> Cohort {
    var selection = try CohortSelection.consenting(
      rubric, kind, period, on: day, for: .sheet, audience, shownBy: command, db)
    for unit in SheetUnit.all(of: rubric, kind: kind, policy: terms.policy) {
      selection.leaveOutUsed(unit)
      selection.settle(unit, terms.policy, terms.cap)
    }
    return selection.cohort()
  }

  /// Another policy, version or audience would be a second release of the same judgements.
  static func checkIsSame(
    _ release: Release, _ rubric: Rubric, _ terms: ReleaseTerms, _ audience: String, _ workspace: Workspace
  ) throws(Failure) {
    if case .cancelled(let at) = release.state { throw cancelled(release, at, workspace) }
    var differences: [String] = []
    if release.version != rubric.version {
      differences.append("with \(release.identity.framework)@\(release.version), not \(rubric.reference)")
    } else if release.frameworkDigest != rubric.digest {
      differences.append("with another text of \(rubric.reference) (\(release.frameworkDigest))")
    }
    if release.policy != terms.digest { differences.append(policies(release, terms)) }
    if release.audience != audience { differences.append("for “\(release.audience)”, not “\(audience)”") }
    if differences.isEmpty { return }
    throw ReleaseRule.oneRelease.refusal(
      "There is one release only of each framework, school year and kind of review. "
        + "\(start(release)) was fixed on \(release.fixedOn) \(differences.joined(separator: ", and ")).")
  }

  /// By their names, where those differ.
  private static func policies(_ release: Release, _ terms: ReleaseTerms) -> String {
    let name = terms.policy.id.value
    if let before = (try? Sheet(payload: release.payload))?.policy.id, before != name {
      return "under the policy “\(before)”, not “\(name)”"
    }
    return "under another text of the policy “\(name)” (\(release.policy))"
  }

  static func cancelled(_ release: Release, _ at: String, _ workspace: Workspace) -> Failure {
    ReleaseRule.cancelled.refusal(
      "\(start(release)) was cancelled on \(at.prefix(10)): a school that was part of it withdrew its "
        + "consent before it was signed.",
      help:
        "It is never made a second time, because two versions side by side would give that school away. "
        + "`\(workspace.command("list audit"))` names the school.")
  }

  static func start(_ release: Release) -> String { "The" + release.identity.words.dropFirst(3) }

  /// A refusal, with who was left out.
  static func explained(_ failure: Failure, _ leftOut: [LeftOut], shownBy command: String) -> Failure {
    if leftOut.isEmpty { return failure }
    let lines = leftOut.map { "\n  \($0.words)" }.joined()
    return Failure(
      failure.status, "\(failure.message)\(lines)", help: "\(failure.help)\n  `\(command)` names the schools."
    )
  }
}
