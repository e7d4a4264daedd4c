import Diagnostics
import Documents
import Frameworks

/// Where the readers of frameworks are called: alone or as a variant.
enum FrameworkReading {
  /// What a file of this kind may be: a framework that stands alone, or a variant.
  static let spec = FrameworkDocument.shape.spec

  static func isVariant(_ tree: DocumentTree) -> Bool { tree.value(of: "extends", in: tree.root) != nil }

  /// Reads and checks as `waymark framework check` does.
  static func check(
    _ source: SourceFile, _ frameworks: KnownFrameworks, _ sources: inout SourceMap,
    into bag: inout DiagnosticBag
  ) -> ResolvedFramework? {
    FrameworkReader.read(sources.add(source), in: &sources, bases: frameworks, into: &bag)
  }

  /// A variant with all that it inherits; `nil` where its base or its changes cannot be read.
  static func resolved(_ source: SourceFile, _ frameworks: KnownFrameworks) -> FrameworkNames? {
    var sources = SourceMap()
    var bag = DiagnosticBag()
    guard let resolved = check(source, frameworks, &sources, into: &bag), let tree = resolved.tree else {
      return nil
    }
    return FrameworkNames(
      source: source, table: NameWalk.table(of: tree, Framework.shape.spec, declares: true, sources: sources),
      resolved: resolved.framework)
  }

  /// What of a framework's content can be read, mistakes or not.
  static func content(of tree: DocumentTree) -> Framework? {
    var bag = DiagnosticBag()
    return Document.read(tree, kind: .framework, as: Framework.shape, into: &bag)
  }

  /// The names of a framework that another document names.
  static func names(of source: SourceFile, _ frameworks: KnownFrameworks) -> FrameworkNames {
    var sources = SourceMap()
    let file = sources.add(source)
    guard let tree = RecoveredTree(TextLines(source), file, suspect: nil)?.tree, tree.nodeCount > 0 else {
      return FrameworkNames(source: source, table: NameTable())
    }
    if isVariant(tree), let names = resolved(source, frameworks) { return names }
    return FrameworkNames(
      source: source, table: NameWalk.table(of: tree, spec, declares: true, sources: sources))
  }
}
