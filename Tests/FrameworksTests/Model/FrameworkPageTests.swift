import Foundation
import Frameworks
import Sealing
import TestSupport
import Testing

@Suite struct FrameworkPageTests {
  /// With `WAYMARK_RECORD=1` the page is written instead of compared.
  @Test func `the reference page is up to date`() throws {
    let file = Repository.root.appending(path: "docs/reference/framework.md")
    if Repository.isRecording {
      try Data(FrameworkPage.markdown.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == FrameworkPage.markdown)
  }

  @Test func `the schema is JSON that names every key`() throws {
    let text = FrameworkPage.schema.prettyText()
    _ = try JSONValue(parsing: Array(text.utf8))
    for key in ["criteria", "statements", "judging", "overall", "coverage", "sections", "forms"] {
      #expect(text.contains("\"\(key)\""))
    }
  }
}
