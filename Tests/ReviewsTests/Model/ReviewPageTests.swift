import Foundation
import Reviews
import Sealing
import TestSupport
import Testing

@Suite struct ReviewPageTests {
  @Test func `the reference page is up to date`() throws {
    let file = Repository.root.appending(path: "docs/reference/review.md")
    #expect(ReviewPage.markdown == (try Fixtures.expected(file, recording: ReviewPage.markdown)))
  }

  @Test func `the schema is JSON that names every key`() throws {
    let text = ReviewPage.schema.prettyText()
    _ = try JSONValue(parsing: Array(text.utf8))
    for key in ["judgements", "statements", "challenge", "digest", "subject", "team"] {
      #expect(text.contains("\"\(key)\""))
    }
  }
}
