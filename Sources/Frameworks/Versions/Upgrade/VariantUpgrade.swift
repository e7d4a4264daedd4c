import Diagnostics
import Documents
import Sealing

/// A variant's file, carried over to a newer version of what it extends.
public struct VariantUpgrade: Sendable {
  /// The new text of the file. Changes that a person has to decide on stand in it as comments.
  public let text: String
  public let version: SemanticVersion
  public let from: FrameworkIdentity
  public let to: FrameworkIdentity
  /// What was done with each change, in order.
  public let outcomes: [Outcome]
  /// Criteria of the new base that the old one had not, without those below them; the variant takes them over.
  public let gained: [Gain]
  /// What is wrong with the whole, beside its changes.
  public let remaining: [Diagnostic]

  /// A criterion that is new in the base.
  public struct Gain: Sendable, Equatable {
    public let path: String
    /// How many new criteria stand below it.
    public let below: Int
  }

  /// What was done with one change.
  public struct Outcome: Sendable, Equatable {
    /// Counted from 1.
    public let position: Int
    public let verb: Change.Verb
    public let target: String
    public let range: SourceRange
    public let result: Result
  }

  public enum Result: Sendable, Equatable {
    /// As it was.
    case kept
    /// With addresses of the new base.
    case rewritten([String])
    /// Kept, but the base changed the same thing: the old and the new text.
    case look(String)
    /// The new base says so already, or no longer has what was to go.
    case dropped(String)
    /// A person has to decide; the change is a comment now.
    case decide(String)
  }

  public var decisions: [Outcome] {
    outcomes.filter { if case .decide = $0.result { true } else { false } }
  }

  public var looks: [Outcome] { outcomes.filter { if case .look = $0.result { true } else { false } } }

  /// - Parameters:
  ///   - versions: from the old base to the new one, each with how it came from the one before.
  ///   - bases: finds the new base, for reading the result.
  /// - Throws: `badData` where the file's changes cannot be told apart line by line.
  public init(
    _ source: SourceFile, of variant: ResolvedFramework, versions: [BaseStep], bases: any FrameworkBases
  ) throws(Failure) {
    guard let first = versions.first, let last = versions.last else {
      throw Failure(.usage, "There is nothing to upgrade: the variant extends this version already.")
    }
    let lines = try VariantLines(source)
    var judge = ChangeJudge(
      moves: BaseMoves(versions.map { ($0.earlier, $0.later, $0.descent) }), old: first.earlier,
      new: last.later)
    var results: [Result] = []
    for change in lines.changes { results.append(judge.judge(change)) }
    from = first.earlier.identity
    to = last.later.identity
    version = Self.next(lines.variant.version.value, from.version, to.version)
    var text = ""
    var remaining: [Diagnostic] = []
    // Each round sets aside at least one change, so that there is an end.
    for _ in 0...lines.changes.count {
      text = lines.text(results, edits: judge.edits, base: to, version: version)
      let (failed, others) = lines.trial(text, results, bases)
      remaining = others
      if failed.isEmpty { break }
      for (index, message) in failed { results[index] = .decide(message) }
    }
    self.text = text
    self.remaining = remaining
    outcomes = zip(lines.changes.indices, results).map { index, result in
      let change = lines.changes[index]
      return Outcome(
        position: index + 1, verb: change.verb,
        target: change.targets.first?.value ?? change.to?.value ?? "criteria", range: change.range,
        result: result)
    }
    gained = Self.gained(versions)
  }

  private static func gained(_ versions: [BaseStep]) -> [Gain] {
    guard let first = versions.first, let last = versions.last else { return [] }
    // What each criterion of the newest version was in the oldest.
    var origins = Dictionary(
      uniqueKeysWithValues: Set(last.later.criteria.map(\.path)).map { ($0, [$0]) })
    for step in versions.reversed() {
      origins = origins.mapValues { $0.flatMap { step.descent.origin(of: $0).paths } }
    }
    let new = last.later.criteria.filter { criterion in
      !(origins[criterion.path] ?? []).contains { first.earlier.criterion($0) != nil }
    }
    let indices = Set(new.map(\.index))
    return new.filter { $0.parent.map { !indices.contains($0) } ?? true }.map { top in
      Gain(path: top.path, below: new.count { $0.index > top.index && $0.index < top.end })
    }
  }

  /// The variant's next version: a step as large as its base's.
  private static func next(
    _ own: SemanticVersion, _ old: SemanticVersion, _ new: SemanticVersion
  ) -> SemanticVersion {
    if new.major > old.major, own.major > 0 { return SemanticVersion(own.major + 1, 0, 0) }
    if new.major > old.major || new.minor > old.minor || own.major == 0 {
      return SemanticVersion(own.major, own.minor + 1, 0)
    }
    return SemanticVersion(own.major, own.minor, own.patch + 1)
  }
}

/// A version of a base and the one after it.
public struct BaseStep: Sendable {
  public let earlier: ResolvedFramework
  public let later: ResolvedFramework
  public let descent: Descent

  public init(earlier: ResolvedFramework, later: ResolvedFramework, descent: Descent) {
    (self.earlier, self.later, self.descent) = (earlier, later, descent)
  }
}

extension ResolvedFramework {
  /// Id, version and digest of content.
  public var identity: FrameworkIdentity {
    FrameworkIdentity(
      id: framework.id.value, version: framework.version.value,
      digest: digest ?? (try? framework.contentDigest()))
  }
}
