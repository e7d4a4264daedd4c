import Diagnostics
import Documents

/// Makes the reference page of all diagnostics, in Markdown: one heading a code, so that a link can lead to
/// it.
public enum DiagnosticPage {
  /// - Parameter extra: the codes of other kinds of document, each group under its title.
  public static func markdown(extra: [(title: String, codes: [DiagnosticCode])] = []) -> String {
    let groups: [(title: String, codes: [DiagnosticCode])] =
      [
        ("The text", TreeCodes.all), ("The form", ShapeCodes.all),
        ("The meaning of a framework", DiagnosticCatalogue.meaning),
        ("Variants and versions", DiagnosticCatalogue.descent),
      ] + extra
    return """
      # Diagnostics

      <!-- Made by `make docs` from the declarations; do not edit. -->

      What Waymark may say about a file, and what to do about it. A code never changes its meaning, so that scripts can
      rely on it. An **error** means that the file cannot be used; a **warning** means that it can, but may not say what
      its author thinks.

      \(groups.map { contents($0.title, $0.codes) }.joined(separator: "\n"))

      \(groups.map { section($0.title, $0.codes) }.joined(separator: "\n\n"))

      """
  }

  private static func contents(_ title: String, _ codes: [DiagnosticCode]) -> String {
    "- [\(title)](#\(anchor(title))): " + codes.map { "[`\($0.id)`](#\($0.id))" }.joined(separator: ", ")
  }

  private static func section(_ title: String, _ codes: [DiagnosticCode]) -> String {
    "## \(title)\n\n" + codes.map(entry).joined(separator: "\n\n")
  }

  private static func entry(_ code: DiagnosticCode) -> String {
    """
    ### \(code.id)

    *\(code.severity.rawValue)*: \(code.summary)

    \(code.advice)
    """
  }

  /// As code hosts make them of headings.
  private static func anchor(_ title: String) -> String {
    title.lowercased().split(separator: " ").joined(separator: "-")
  }
}
