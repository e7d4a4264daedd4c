import Diagnostics
import Documents
import Frameworks

/// One version of a framework as other documents see it: what it declares, together with what it inherits.
struct FrameworkNames: Sendable {
  let source: SourceFile
  let table: NameTable
  /// With its checks passed over: for what expressions may say.
  let framework: Framework?
  /// Whether other files went into it.
  var isVariant: Bool { table.sources.files.count > 1 }

  static let none = FrameworkNames(source: SourceFile(path: "", bytes: []), table: NameTable(), framework: nil)
}
