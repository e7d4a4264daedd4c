import Diagnostics
import Documents

/// Where the frameworks are that lie between two that are compared: bases, and earlier versions.
public protocol FrameworkHistory {
  /// `nil` where it is not to be found, has mistakes, or has another content than the digest asked for.
  func framework(_ identity: FrameworkIdentity) -> ResolvedFramework?

  /// The versions of a framework, in any order.
  func versions(of id: String) -> [SemanticVersion]
}

/// A history of what a library holds.
public struct LibraryHistory: FrameworkHistory, Sendable {
  private let bases: any FrameworkBases

  public init(_ bases: any FrameworkBases) { self.bases = bases }

  public func framework(_ identity: FrameworkIdentity) -> ResolvedFramework? {
    guard let source = try? bases.source(id: identity.id, version: identity.version) else { return nil }
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let file = sources.add(source)
    guard let resolved = FrameworkReader.read(file, in: &sources, bases: bases, into: &bag),
      resolved.framework.id.value == identity.id, resolved.framework.version.value == identity.version
    else { return nil }
    if let digest = identity.digest, (try? resolved.framework.contentDigest()) != digest { return nil }
    return resolved
  }

  public func versions(of id: String) -> [SemanticVersion] { bases.versions(id: id) }
}

/// For two frameworks that stand alone, or one of which is the other's base.
public struct NoHistory: FrameworkHistory, Sendable {
  public init() {}
  public func framework(_ identity: FrameworkIdentity) -> ResolvedFramework? { nil }
  public func versions(of id: String) -> [SemanticVersion] { [] }
}

extension FrameworkIdentity {
  /// Of a framework in memory, as people name it: without its digest.
  init(of resolved: ResolvedFramework) {
    self.init(id: resolved.framework.id.value, version: resolved.framework.version.value)
  }
}
