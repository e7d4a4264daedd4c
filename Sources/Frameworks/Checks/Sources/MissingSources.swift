import Diagnostics

/// A released framework that names the documents it was made from lets a reader check every criterion against
/// them.
enum MissingSources: FrameworkCheck {
  static let sourceMissing = DiagnosticCode(
    "source-missing", "A criterion of a released framework does not say where it comes from.",
    severity: .warning,
    advice: "Add `source: {ref: …, at: …}`, so that a reader can compare it with the document.")
  static let codes = [sourceMissing]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    guard resolved.framework.status == .released, !resolved.framework.sources.isEmpty else { return }
    for index in resolved.criteria.indices where resolved.criteria[index].criterion.source == nil {
      bag.report(
        sourceMissing, message(resolved.criteria[index].path), at: resolved.criteria[index].criterion.place)
    }
  }

  private static func message(_ path: String) -> String { "“\(path)” does not say where it comes from." }
}
