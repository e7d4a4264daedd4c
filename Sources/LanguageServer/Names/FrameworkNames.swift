import Diagnostics
import Documents
import Frameworks

/// One version of a framework as other documents see it: what it declares, together with what it inherits.
struct FrameworkNames: Sendable {
  let source: SourceFile
  let table: NameTable
  /// Its content, where it was read already.
  var resolved: Framework?
  /// Whether other files went into it.
  var isVariant: Bool { table.sources.files.count > 1 }

  /// Its content, with its checks passed over: for what expressions and forms may say.
  var content: Framework? { resolved ?? table.tree.flatMap(FrameworkReading.content) }

  static let none = FrameworkNames(source: SourceFile(path: "", bytes: []), table: NameTable())
}
