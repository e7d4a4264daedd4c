import Diagnostics
import Documents
import Frameworks

/// The frameworks that a registry holds, as they were published.
struct RegistryHistory: FrameworkHistory {
  let store: any RegistryReading

  func framework(_ identity: FrameworkIdentity) -> ResolvedFramework? {
    guard let held = try? store.framework(id: identity.id, version: identity.version),
      identity.digest == nil || identity.digest == held.digest
    else { return nil }
    return framework(held)
  }

  func versions(of id: String) -> [SemanticVersion] {
    ((try? store.frameworks(id: id)) ?? []).map(\.version)
  }

  /// `nil` where its payload was erased.
  func framework(_ held: HeldFramework) -> ResolvedFramework? {
    guard let payload = try? store.publication(of: held.entry)?.payload else { return nil }
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let source = SourceFile(path: held.reference, bytes: payload)
    return FrameworkReader.read(source, sources.add(source), into: &bag)
  }
}
