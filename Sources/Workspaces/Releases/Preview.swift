import Diagnostics
import Documents
import Frameworks
import GRDB
import Profiles
import Rubrics
import Sealing

extension Workspace {
  /// The release of one framework, school year and kind of review. The first preview fixes it: today's
  /// consenting members with their latest agreed reviews, the noise, and so the bytes. Every later one gives
  /// the same bytes.
  ///
  /// A copy of the file from before the first preview knows nothing of it and would draw anew: a partnership
  /// works with one file.
  ///
  /// - Parameters:
  ///   - day: today.
  ///   - generator: for anything that is published, `SystemRandomNumberGenerator`.
  /// - Throws: `refused` where a rule forbids it: too few members (then nothing is fixed), a release that was
  ///   fixed with another policy, version or audience, or one that was cancelled.
  public func preview(
    _ rubric: Rubric, period: Period, kind: ReviewKind, policy: Policy, audience: String = Consent.everyone,
    on day: Day, using generator: inout some RandomNumberGenerator
  ) throws(Failure) -> Release {
    let partnership = partnership
    return try preview(
      rubric, period: period, kind: kind, policy: policy.digest(), audience: audience, on: day
    ) { (cohort) throws(Failure) in
      let request = SheetRequest(
        partnership: partnership.slug, region: partnership.region, rubric: rubric, period: period, kind: kind,
        cohort: cohort, policy: policy)
      return try SheetMaker.make(request, using: &generator).payload()
    }
  }

  /// The same with another maker.
  ///
  /// - Parameters:
  ///   - policy: its digest.
  ///   - make: from the cohort's judgements to what is published; called once for a release, ever.
  public func preview(
    _ rubric: Rubric, period: Period, kind: ReviewKind, policy: Digest, audience: String = Consent.everyone,
    on day: Day, make: (JudgementTable) throws(Failure) -> [UInt8]
  ) throws(Failure) -> Release {
    let identity = ReleaseIdentity(
      workspace: partnership.workspace, framework: rubric.id, major: rubric.version.major, period: period,
      kind: kind)
    return try change { recorder in
      if let release = try ReleaseRows.find(identity, recorder.db) {
        try Previewing.checkIsSame(release, rubric, policy, audience)
        return release
      }
      let consenting = try ConsentRows.covered(.sheet, audience, on: day, recorder.db)
      let table = try ReviewTables.make(rubric, period, kind, of: consenting, recorder.db)
      if let unfit = table.unfit.first { throw Previewing.unfit(unfit, rubric) }
      let payload = try make(table.judgements)
      let release = Release(
        identity: identity, version: rubric.version, frameworkDigest: rubric.digest, policy: policy,
        audience: audience,
        fixedOn: day, payload: payload, salt: Leaf.newSalt(),
        cohort: table.reviews.map { Release.CohortMember(member: $0.stored.subject, review: $0.stored.id) },
        state: .fixed)
      try ReleaseRows.insert(release, &recorder)
      return release
    }.0
  }
}

/// The rules of a release that exists already.
private enum Previewing {
  /// Another policy, version or audience would be a second release of the same judgements.
  static func checkIsSame(
    _ release: Release, _ rubric: Rubric, _ policy: Digest, _ audience: String
  ) throws(Failure) {
    if case .cancelled(let at) = release.state { throw cancelled(release, at) }
    var differences: [String] = []
    if release.version != rubric.version {
      differences.append("with \(release.identity.framework)@\(release.version), not \(rubric.reference)")
    } else if release.frameworkDigest != rubric.digest {
      differences.append("with another text of \(rubric.reference) (\(release.frameworkDigest))")
    }
    if release.policy != policy { differences.append("under the policy \(release.policy), not \(policy)") }
    if release.audience != audience { differences.append("for “\(release.audience)”, not “\(audience)”") }
    if differences.isEmpty { return }
    throw Failure(
      .refused,
      "There is one release only of each framework, school year and kind of review. "
        + "\(start(release)) was fixed on \(release.fixedOn) \(differences.joined(separator: ", and ")).",
      help: "Ask for it as it was fixed, or wait for the next school year.")
  }

  static func cancelled(_ release: Release, _ at: String) -> Failure {
    Failure(
      .refused,
      "\(start(release)) was cancelled on \(at.prefix(10)): a school that was part of it withdrew its "
        + "consent before it was signed.",
      help: "It is never made a second time, because two versions side by side would give that school away.")
  }

  static func unfit(_ unfit: UnfitReview, _ rubric: Rubric) -> Failure {
    Failure(
      .refused,
      "The review of \(unfit.stored.subject) was made against \(unfit.stored.reference) and cannot be read "
        + "with \(rubric.reference): \(unfit.reasons.joined(separator: "; ")).",
      help: "Nothing is fixed yet. Correct the review, or ask for the release with the version that fits.")
  }

  static func start(_ release: Release) -> String { "The" + release.identity.words.dropFirst(3) }
}
