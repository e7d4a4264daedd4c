import Diagnostics
import Documents
import Foundation
import Sealing

/// Works out whether a draft may be released under its version, and what is written then.
public struct ReleasePlanner: Sendable {
  private let library: FrameworkLibrary
  private let today: Day
  private let pins: Bool

  /// - Parameters:
  ///   - library: where earlier versions and bases are looked for; the folder of the file itself is added.
  ///   - pins: whether a variant that does not name its base's digest gets it filled in.
  public init(library: FrameworkLibrary, today: Day, pins: Bool = false) {
    (self.library, self.today, self.pins) = (library, today, pins)
  }

  /// - Parameter source: the text of the framework, which was read without mistakes.
  /// - Throws: `refused` where a rule forbids the release; `badData` where an earlier version has mistakes.
  public func plan(_ resolved: ResolvedFramework, _ source: SourceFile) throws(Failure) -> ReleasePlan {
    let name = FrameworkIdentity(of: resolved)
    guard resolved.framework.status == .draft else { throw try alreadyReleased(resolved, source.path) }
    let tree = try tree(of: source)
    let pinned = try pin(resolved, tree)
    let bytes = edited(source, tree, pinned: pinned)
    let released = try reread(bytes, source.path)
    let digest = try digest(of: released)
    try refuseOtherContent(under: name, digest, at: source.path)
    let (previous, diff) = try history(of: released, at: source.path)
    if let previous, let diff { try refuseSmallStep(diff, after: previous, to: name) }
    var release = ReleaseRecord()
    (release.id, release.version) = (Located(name.id), Located(name.version))
    release.digest = Located(digest)
    (release.date, release.previous, release.step) = (today, previous, diff?.step)
    return ReleasePlan(path: source.path, bytes: bytes, release: release, diff: diff, pinned: pinned)
  }

  /// The record of a framework that is released already, as it is now.
  ///
  /// - Throws: `badData` where it has no canonical form, or an earlier version has mistakes.
  public func record(of resolved: ResolvedFramework, at path: String) throws(Failure) -> ReleaseRecord {
    let name = FrameworkIdentity(of: resolved)
    let (previous, diff) = try history(of: resolved, at: path)
    var release = ReleaseRecord()
    (release.id, release.version) = (Located(name.id), Located(name.version))
    release.digest = Located(try digest(of: resolved))
    (release.date, release.previous, release.step) = (today, previous, diff?.step)
    return release
  }

  private func bases(of path: String) -> FrameworkLibrary { library.beside(path) }

  private func digest(of resolved: ResolvedFramework) throws(Failure) -> Digest {
    do {
      return try resolved.digest ?? resolved.framework.contentDigest()
    } catch {
      throw Failure(.badData, "The framework has no canonical form: \(error).")
    }
  }
}

// MARK: - The text

extension ReleasePlanner {
  /// The base's digest, where it has to be filled in.
  private func pin(_ resolved: ResolvedFramework, _ tree: DocumentTree) throws(Failure) -> Digest? {
    guard let descent = resolved.descent, let base = resolved.base else { return nil }
    guard base.framework.status == .released else {
      throw Failure(
        .refused, "It extends \(descent.base), which is a draft and may still change.",
        help: "Release \(descent.base) first.")
    }
    let named = tree.value(of: "extends", in: tree.root).flatMap { tree.value(of: "digest", in: $0) }
    guard named.flatMap({ tree.visibleText($0) }) == nil else { return nil }
    let digest = try digest(of: base)
    guard pins else {
      throw Failure(
        .refused, "It extends \(descent.base) without saying which content.",
        help: "Let --pin write “digest: \(digest)” under `extends`, or write it yourself.")
    }
    return digest
  }

  private func tree(of source: SourceFile) throws(Failure) -> DocumentTree {
    var sources = SourceMap()
    var bag = DiagnosticBag()
    guard let tree = DocumentTree(source, sources.add(source), into: &bag) else {
      throw Failure(.badData, "\(source.path) cannot be read.", diagnostics: bag)
    }
    return tree
  }

  private func edited(_ source: SourceFile, _ tree: DocumentTree, pinned: Digest?) -> [UInt8] {
    var edit = ReleaseEdit(source, tree)
    edit.set("status", to: Framework.Status.released.rawValue)
    if let pinned { edit.setInBase("digest", to: pinned.description) }
    return edit.bytes
  }

  /// What the edited text says, so that nothing is written that could not be read again.
  private func reread(_ bytes: [UInt8], _ path: String) throws(Failure) -> ResolvedFramework {
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let file = sources.add(SourceFile(path: path, bytes: bytes))
    let resolved = FrameworkReader.read(file, in: &sources, bases: bases(of: path), into: &bag)
    guard let resolved, resolved.framework.status == .released else {
      throw Failure(
        .badData, "`status: released` could not be set in \(path) without breaking it.",
        help: "Set it yourself and run the command with --record.", diagnostics: bag)
    }
    return resolved
  }
}

// MARK: - What forbids a release

extension ReleasePlanner {
  private func alreadyReleased(_ resolved: ResolvedFramework, _ path: String) throws(Failure) -> Failure {
    var (sources, bag) = (SourceMap(), DiagnosticBag())
    let release = try ReleaseFile.read(beside: path, in: &sources, into: &bag)
    let name = FrameworkIdentity(of: resolved)
    guard let release else {
      return Failure(
        .refused, "\(name) is released already, and nobody recorded its content.",
        help: "Record it with: waymark framework release --record \(path)")
    }
    if try digest(of: resolved) == release.digest?.value {
      return Failure(
        .refused, "\(name) is released already\(release.date.map { ", since \($0)" } ?? "").",
        help: "To change it, give it a new version and `status: draft`.")
    }
    return Failure(
      .refused, "\(name) is released, and its content changed since.",
      help: "Take the change back, or give it a new version and `status: draft`.")
  }

  /// Another content may stand under the same version: beside the file, or in another folder of the library.
  private func refuseOtherContent(
    under name: FrameworkIdentity, _ digest: Digest, at path: String
  ) throws(Failure) {
    var (sources, bag) = (SourceMap(), DiagnosticBag())
    if let release = try ReleaseFile.read(beside: path, in: &sources, into: &bag),
      release.id.value == name.id, release.version.value == name.version, release.digest?.value != digest
    {
      throw Failure(
        .refused, "\(name) was released with another content\(release.date.map { " on \($0)" } ?? "").",
        help: "Give this content a new version.")
    }
    for folder in bases(of: path).folders {
      let other = "\(folder)/\(name.id)/\(name.version)/framework.yaml"
      guard try FileReading.kind(other) == .file, !Self.isSame(other, path) else { continue }
      let history = LibraryHistory(FrameworkLibrary(folders: [folder] + library.folders))
      guard let found = history.framework(name), found.framework.status == .released else { continue }
      if try self.digest(of: found) != digest {
        throw Failure(
          .refused, "\(name) is released already with another content: \(other).",
          help: "Give this content a new version.")
      }
    }
  }

  private static func isSame(_ path: String, _ other: String) -> Bool {
    func real(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
    return real(path) == real(other)
  }

  /// The newest version that was released before one, and what changed since. What is only on the way to a version
  /// (2.0.0-draft.1) promises nothing and does not count.
  private func history(
    of resolved: ResolvedFramework, at path: String
  ) throws(Failure) -> (SemanticVersion?, FrameworkDiff?) {
    let name = FrameworkIdentity(of: resolved)
    let history = LibraryHistory(bases(of: path))
    let earlier = history.versions(of: name.id).filter { $0 < name.version && $0.preRelease.isEmpty }
    for version in earlier.sorted(by: >) {
      guard let previous = history.framework(FrameworkIdentity(id: name.id, version: version)) else {
        throw Failure(
          .badData, "\(name.id)@\(version) has mistakes, so that nothing can be held against it.",
          help: "See them with: waymark framework check")
      }
      guard previous.framework.status == .released else { continue }
      return (version, FrameworkDiff(from: previous, to: resolved, history: history))
    }
    return (nil, nil)
  }

  private func refuseSmallStep(
    _ diff: FrameworkDiff, after previous: SemanticVersion, to name: FrameworkIdentity
  ) throws(Failure) {
    let reasons = diff.changes.filter { !$0.step.isTaken(from: previous, to: name.version) }
    guard let step = diff.step, !reasons.isEmpty else { return }
    let shown = reasons.prefix(20).map { "  \($0.step): \($0.sentence) (\($0.reason))" }
    let more = reasons.count > 20 ? ["  … and \(reasons.count - 20) more"] : []
    throw Failure(
      .refused,
      (["\(name.version) is too small a step from \(previous):"] + shown + more).joined(separator: "\n"),
      help:
        "It should be \(step.next(after: previous)), a \(step) step: set `version:` and rename its folder, or take these changes back."
    )
  }
}
