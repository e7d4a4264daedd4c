import Testing

@testable import Documents

@Suite struct VersionTests {
  /// The order that semver.org gives in item 11, and a few more.
  @Test func `precedence`() throws {
    let ordered = try [
      "0.0.1", "0.9.10", "1.0.0-1", "1.0.0-2", "1.0.0-10", "1.0.0--1", "1.0.0-alpha", "1.0.0-alpha.1",
      "1.0.0-alpha.beta", "1.0.0-beta",
      "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.2.0", "1.10.0", "2.0.0", "2.1.0", "2.1.1",
    ].map { try #require(SemanticVersion($0)) }
    for (index, lower) in ordered.enumerated() {
      #expect(!(lower < lower))
      for higher in ordered[(index + 1)...] {
        #expect(lower < higher, "\(lower) \(higher)")
        #expect(!(higher < lower), "\(lower) \(higher)")
      }
    }
  }

  @Test(arguments: [
    "0.0.0", "1.2.3", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-x-y-z.--", "999999.0.0", "1.0.0-0A.is.legal",
    "1.0.0-0",
  ])
  func `versions`(text: String) { #expect(SemanticVersion(text)?.description == text) }

  @Test(arguments: [
    "", "1", "1.2", "1.2.3.4", "01.2.3", "1.02.3", "1.2.03", "-1.2.3", "1.2.-3", "a.b.c", "1.2.3-",
    "1.2.3-01", "1.2.3-a.",
    "1.2.3-é", "1.2.3+x", "1.2.3-a+x", " 1.2.3", "1.2.3 ", "1000000.0.0", "１.0.0", "1.2.3-a_b",
  ])
  func `no versions`(text: String) { #expect(SemanticVersion(text) == nil) }
}
