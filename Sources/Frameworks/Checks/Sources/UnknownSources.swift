import Diagnostics

/// `source: {ref: …}` leads a reader to a document under `source`, so that document must be listed.
enum UnknownSources: FrameworkCheck {
  static let unknownSource = DiagnosticCode(
    "unknown-source", "A source is named that does not stand under the framework's `source`.",
    advice: "Correct the name, or list the document under `source` at the top.")
  static let codes = [unknownSource]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    var names = KnownNames(resolved.framework.sources.map(\.id.value), unknownSource, message)
    CitationWalk(resolved.framework).forEach { names.check($1.ref, into: &bag) }
  }

  private static func message(_ ref: String) -> String { "No source document is called “\(ref)”." }
}
