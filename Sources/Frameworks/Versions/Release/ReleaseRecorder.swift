import Diagnostics
import Documents

/// Keeps the content of frameworks that were released before there were records.
public struct ReleaseRecorder: Sendable {
  private let planner: ReleasePlanner
  private let replaces: Bool

  /// - Parameter replaces: whether a record of another content gives way.
  public init(_ planner: ReleasePlanner, replaces: Bool) {
    (self.planner, self.replaces) = (planner, replaces)
  }

  public enum Outcome: CaseIterable, Sendable {
    case recorded, replaced, kept, draft, refused

    public var words: String {
      switch self {
      case .recorded: "recorded"
      case .replaced: "recorded anew"
      case .kept: "recorded before"
      case .draft: "not released"
      case .refused: "changed since the record"
      }
    }
  }

  /// - Parameter writes: whether the record is written.
  /// - Throws: `badData`, `noInput` or `cannotWrite`.
  public func record(
    _ framework: ResolvedFramework, at path: String, writes: Bool = true
  ) throws(Failure) -> Outcome {
    guard framework.framework.status == .released else { return .draft }
    let new = try planner.record(of: framework, at: path)
    var (sources, bag) = (SourceMap(), DiagnosticBag())
    let old = try ReleaseFile.read(beside: path, in: &sources, into: &bag)
    let isSame =
      old.map { $0.id == new.id && $0.version == new.version && $0.digest == new.digest } ?? false
    if isSame { return .kept }
    let isThere = old != nil || bag.hasErrors
    if isThere, !replaces { return .refused }
    if writes { try FileWriting.write(ReleaseFile.text(new).utf8, to: ReleaseFile.path(beside: path)) }
    return isThere ? .replaced : .recorded
  }
}
