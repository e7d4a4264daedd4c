import Diagnostics
import Documents
import Extensions
import Frameworks
import Profiles
import Registries
import Reporting
import Rubrics
import Sealing
import Workspaces

/// Finds what an audit needs: the release, the judgements behind it, its policy, and what was published before.
struct AuditedWorkspace {
  let workspace: Workspace
  let rubric: Rubric
  let kind: ReviewKind
  let period: Period
  let packs: [PackFiles]

  /// - Parameters:
  ///   - name: another policy than the release's; `nil` for its own.
  ///   - files: publications that attackers hold; empty for the workspace's own earlier releases.
  /// - Throws: `refused` where nothing is fixed and no policy is named.
  func page(under name: String?, against files: [String]) throws(Failure) -> AuditedPage {
    let named = try name.map { name throws(Failure) in try Shipped.policy(name, packs: packs) }
    let all = try workspace.releases().filter {
      $0.identity.framework == rubric.id && $0.identity.major == rubric.version.major
        && $0.identity.kind == kind && !$0.isCancelled
    }
    guard let release = all.first(where: { $0.identity.period == period }) else {
      guard let named else { throw Self.nothingFixed }
      return try supposed(named, of: today(), against: all, files)
    }
    guard release.version == rubric.version, release.frameworkDigest == rubric.digest else {
      throw Failure(
        .refused,
        "The release was fixed with \(rubric.id)@\(release.version), and this is \(rubric.reference).",
        help: "Ask for its audit with --framework \(rubric.id)@\(release.version).")
    }
    let cohort = try workspace.judgements(of: release, rubric: rubric)
    if let named, try named.digest() != release.policy {
      return try supposed(named, of: cohort, against: all, files)
    }
    let sheet = try Sheet(payload: release.payload)
    let audited = try AuditedRelease(sheet, of: cohort, rubric: rubric)
    let (earlier, assumed) = try before(audited, all, files)
    return AuditedPage(
      report: ReleaseAudit.report(on: audited, earlier: earlier, assumed: assumed), rubric: rubric,
      period: period, kind: kind, policy: sheet.policy.id, digest: Digest(of: release.payload),
      notices: SheetNotices.of(sheet))
  }

  private func supposed(
    _ policy: Policy, of cohort: JudgementTable, against all: [Release], _ files: [String]
  ) throws(Failure) -> AuditedPage {
    let audited = try AuditedRelease(cohort, of: rubric, kind: kind, period: period, under: policy)
    let (earlier, assumed) = try before(audited, all, files)
    return AuditedPage(
      report: ReleaseAudit.report(on: audited, basis: .supposed, earlier: earlier, assumed: assumed),
      rubric: rubric, period: period, kind: kind, policy: policy.id.value, digest: nil,
      notices: SheetNotices.of(audited.techniques))
  }

  /// The judgements of those who consent today: what a first preview would take.
  private func today() throws(Failure) -> JudgementTable {
    try workspace.cohort(rubric, period: period, kind: kind, on: Clock.today).judgements
  }

  // MARK: - What was published before

  /// Earlier releases, the oldest first, and which of them have no judgements at hand.
  private func before(
    _ audited: AuditedRelease, _ all: [Release], _ files: [String]
  ) throws(Failure) -> (releases: [AuditedRelease], assumed: Set<Int>) {
    var found: [(release: AuditedRelease, isAssumed: Bool)] = []
    if files.isEmpty {
      for release in all where release.identity.period < period {
        if let own = try self.audited(release) { found.append((own, false)) }
      }
    }
    for file in files {
      let sheet = try Self.sheet(file)
      let fits = sheet.framework.id == rubric.id && sheet.framework.version.major == rubric.version.major
      guard fits, sheet.kind == kind, sheet.partnership == workspace.partnership.slug else {
        throw Failure(
          .badData,
          "\(file) is a sheet of “\(sheet.partnership)” on \(sheet.framework.reference), not of this partnership "
            + "on \(rubric.reference).",
          help: "Name earlier sheets of this partnership on the same framework and kind of review.")
      }
      // The release itself is no news to anybody.
      if sheet.period == period { continue }
      let payload = try sheet.payload()
      if let own = all.first(where: { $0.payload == payload }), let release = try self.audited(own) {
        found.append((release, false))
      } else {
        found.append((audited.assuming(sheet), true))
      }
    }
    found.sort { $0.release.period < $1.release.period }
    return (
      found.map(\.release), Set(found.indices.filter { found[$0].isAssumed })
    )
  }

  /// An earlier release; `nil` where it is of another version whose reviews this one does not fit.
  private func audited(_ release: Release) throws(Failure) -> AuditedRelease? {
    let sheet = try Sheet(payload: release.payload)
    guard release.frameworkDigest == rubric.digest else { return nil }
    let cohort = try workspace.judgements(of: release, rubric: rubric)
    return try AuditedRelease(sheet, of: cohort, rubric: rubric)
  }

  private static func sheet(_ path: String) throws(Failure) -> Sheet {
    let bytes = try FileReading.bytes(path, limit: PublicationFile.byteLimit)
    do throws(Failure) {
      let publication = try PublicationFile.decode(bytes)
      let leaf = try publication.claimedLeaf()
      guard leaf.kind == PublicationKind.sheet.rawValue else {
        throw Failure(
          .badData, "This is a publication of another kind (\(leaf.kind)), but a sheet is wanted.",
          help: "Name earlier sheets of this partnership on the same framework and kind of review.")
      }
      // Whose key it was signed with does not matter here, but it must be what was signed.
      guard leaf.commits(to: publication.payload, salt: publication.salt) else {
        throw Failure(
          .badData, "This sheet was changed after it was signed.",
          help: "Ask its sender for the file as it was signed.")
      }
      return try Sheet(payload: publication.payload)
    } catch {
      throw Failure(error.status, "\(path): \(error.message)", help: error.help)
    }
  }

  private static let nothingFixed = Failure(
    .refused, "There is no release to audit yet.",
    help:
      "`waymark profile preview` shows and fixes it. Or name a policy with --policy, to see what it would do."
  )
}

extension Release {
  var isCancelled: Bool { if case .cancelled = state { true } else { false } }
}
