import Diagnostics
import Frameworks
import Interchange
import Sealing

/// A sheet as a page to fill in without a network, to save as one file, and to print.
public enum PaperPageHTML {
  /// One self-contained HTML page. Its script is the only one that may run on it, and nothing may be loaded or sent.
  ///
  /// - Parameters:
  ///   - framework: whose sheet it is.
  ///   - command: what reads the page when it is filled in: "waymark review import".
  /// - Throws: `unavailable` where this build's templates are broken.
  public static func page(
    _ sheet: PaperSheet, of framework: ResolvedFramework, command: String
  ) throws(Failure) -> String {
    let script = String(decoding: PackageResources.paper_js, as: UTF8.self)
    var fields = PaperFields()
    let body = PaperView(
      parts: sheet.parts.map { fields.part($0) }, count: sheet.questionCount,
      fileName: PageText(sheet.fileName), origin: PageText(sheet.origin), command: PageText(command),
      policy: PageText(policy(script)), answers: PageMarkup(answers(sheet)), script: PageMarkup(script))
    var page = Page(title: PageText(sheet.title), styles: [.paper], body: body)
    page.setLanguage(of: framework)
    page.eyebrow = PageText(sheet.eyebrow)
    page.summary = sheet.about.map { PageText($0) }
    return try Templates.page("paper", page)
  }

  /// What the saved page begins with: what it is, and of which framework.
  private static func answers(_ sheet: PaperSheet) -> String {
    // Inside a script element, nothing but this sign could end it.
    JSONValue.object(sheet.head).prettyText().replacing("<", with: "\\u003c")
  }

  /// Content Security Policy Level 3: no source of anything, but for this page's own script, by its digest, and its
  /// style sheet, which without sources can load nothing either.
  private static func policy(_ script: String) -> String {
    let digest = Base64.encode(Digest(ofText: script).bytes)
    return "default-src 'none'; script-src 'sha256-\(digest)'; style-src 'unsafe-inline'; base-uri 'none'; "
      + "form-action 'none'"
  }
}
