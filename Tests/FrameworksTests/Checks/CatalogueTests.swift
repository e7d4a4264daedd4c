import Diagnostics
import Foundation
import Frameworks
import Testing

@Suite struct CatalogueTests {
  @Test func `codes are unique, slugs, and say something`() {
    let ids = DiagnosticCatalogue.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.count >= 40)
    for code in DiagnosticCatalogue.all {
      #expect(code.id.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
      #expect(code.summary.hasSuffix(".") && code.advice.hasSuffix("."), "\(code.id)")
    }
  }

  @Test func `the page names every code and its anchor`() {
    let page = DiagnosticPage.markdown(extra: [
      ("The meaning of a test", [DiagnosticCode("made-up", "Nothing.", advice: "Nothing to do.")])
    ])
    for code in DiagnosticCatalogue.all.map(\.id) + ["made-up"] {
      #expect(page.contains("\n### \(code)\n") && page.contains("(#\(code))"))
    }
  }

  @Test func `every check has codes of its own`() {
    for check in FrameworkChecks.all { #expect(!check.codes.isEmpty) }
  }
}
