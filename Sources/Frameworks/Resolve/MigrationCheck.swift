import Diagnostics
import Documents

/// Whether a framework's migrations fit the versions that they lead from and to.
public enum MigrationCheck {
  public static let unknownTarget = DiagnosticCode(
    "migration-unknown-target", "A migration names something that the versions do not have.",
    advice:
      "Addresses are those of the earlier version; what changes lead to has to be in this version. `waymark framework diff` lists both."
  )
  public static let version = DiagnosticCode(
    "migration-version", "A migration starts from a version that cannot have come before.",
    advice: "Each migration starts from another version, and earlier than the framework’s own.")
  public static let baseMissing = DiagnosticCode(
    "migration-base-missing",
    "The version that a migration starts from is not to be found, so that it is not checked.",
    severity: .warning,
    advice: "Keep released versions beside this one, or name the folder that holds them with --frameworks.")
  public static let digest = DiagnosticCode(
    "migration-digest", "The version that a migration starts from is another than it was written for.",
    advice: "Released content never changes: find out which of the two is the true one.")
  public static let unaccounted = DiagnosticCode(
    "migration-unaccounted",
    "A criterion of the earlier version is gone, and no change says what became of it.",
    severity: .warning,
    advice:
      "Say so with `remove`, `move`, `merge`, `split` or `replace`, so that readers see why a trend ends.")

  public static let codes = [unknownTarget, version, baseMissing, digest, unaccounted]

  /// - Parameter bases: where earlier versions are looked for; `nil` where nobody can look.
  static func check(
    _ framework: ResolvedFramework, in bases: (any FrameworkBases)?, limits: Limits,
    into bag: inout DiagnosticBag
  ) {
    var seen: Set<FrameworkIdentity> = []
    for migration in framework.framework.migrations {
      let own = framework.framework.id.value
      let from = FrameworkIdentity(id: migration.id?.value ?? own, version: migration.version.value)
      guard seen.insert(from).inserted else {
        bag.report(version, "Another migration starts from \(from) already.", at: migration.version.range)
        continue
      }
      guard from.id != own || from.version < framework.framework.version.value else {
        bag.report(
          version, "\(from.version) is not earlier than \(framework.framework.version.value).",
          at: migration.version.range)
        continue
      }
      if let bases { check(migration, from, to: framework, in: bases, limits, into: &bag) }
    }
  }

  private static func check(
    _ migration: Migration, _ from: FrameworkIdentity, to later: ResolvedFramework,
    in bases: any FrameworkBases,
    _ limits: Limits, into bag: inout DiagnosticBag
  ) {
    let place = migration.version.range
    let source = try? bases.source(id: from.id, version: from.version)
    guard let source else {
      let versions = bases.versions(id: from.id)
      bag.report(
        baseMissing, "\(from) is not to be found.",
        help: versions.isEmpty
          ? "" : "There is: \(versions.map { "\(from.id)@\($0)" }.joined(separator: ", ")).",
        at: place)
      return
    }
    guard let earlier = FrameworkReader.earlier(source, in: bases, limits: limits),
      earlier.framework.id.value == from.id, earlier.framework.version.value == from.version
    else {
      bag.report(
        baseMissing, "\(from) has mistakes.", help: "See them with: waymark framework check \(source.path)",
        at: place)
      return
    }
    if let wanted = migration.digest, let digest = try? earlier.framework.contentDigest(),
      digest != wanted.value
    {
      bag.report(Self.digest, "\(from) has the digest \(digest) here.", at: wanted.range)
      return
    }
    let walk = MigrationWalk(migration, from: earlier, to: later)
    report(walk.problems, earlier, later, into: &bag)
    // What was misspelt would be told of twice.
    guard walk.problems.isEmpty else { return }
    for path in walk.unaccounted {
      bag.report(unaccounted, "“\(path)” of \(from) is not in this version.", at: place)
    }
    ScaleSwaps(now: later, before: earlier, descent: walk.descent) { _ in place }.check(into: &bag)
  }

  private static func report(
    _ problems: [MigrationWalk.Problem], _ earlier: ResolvedFramework, _ later: ResolvedFramework,
    into bag: inout DiagnosticBag
  ) {
    var before = PathSuggester(earlier)
    var after = PathSuggester(later)
    for problem in problems {
      let address = problem.address
      switch problem.kind {
      case .notEarlier:
        bag.report(
          unknownTarget,
          "There is no “\(address)” in \(earlier.framework.version.value), or it is gone by now.",
          help: before.help(for: address), at: problem.range)
      case .notLater:
        bag.report(
          unknownTarget, "This leads to “\(address)”, which is not in \(later.framework.version.value).",
          help: after.help(for: address), at: problem.range)
      case .taken:
        bag.report(
          ResolutionCodes.collision,
          "“\(address)” stands there, and no change before this one takes it away.",
          at: problem.range)
      case .wrong:
        bag.report(
          ResolutionCodes.wrongTarget, "This cannot be done to “\(address)”, or not there.",
          help: "Only criteria move, merge and split, and none stands below itself.", at: problem.range)
      }
    }
  }
}
