import Diagnostics
import Testing

@testable import Documents

@Suite struct TreeLimitTests {
  private func nested(_ depth: Int, around inner: String = "") -> String {
    String(repeating: "[", count: depth) + inner + String(repeating: "]", count: depth)
  }

  @Test func `as deep as allowed, and one deeper`() {
    #expect(TreeReading(nested(64)).codes == [])
    #expect(TreeReading(nested(64, around: "word")).codes == [])
    #expect(TreeReading(nested(65)).codes == ["nesting-too-deep"])
    #expect(TreeReading(nested(100_000)).codes == ["nesting-too-deep"])
    #expect(TreeReading(String(repeating: "{a: ", count: 65)).codes == ["nesting-too-deep"])
    #expect(TreeReading(String(repeating: "- ", count: 65) + "x").codes == ["nesting-too-deep"])
  }

  @Test func `the depth of what aliases name counts`() {
    // The outer list is level 1; the anchored lists go down to 33.
    let anchored = "- &a \(nested(32))\n"
    #expect(TreeReading(anchored + "- \(nested(31, around: "*a"))\n").codes == [])
    #expect(TreeReading(anchored + "- \(nested(32, around: "*a"))\n").codes == ["nesting-too-deep"])
    // A word adds no level, named or written out.
    #expect(TreeReading("- &w word\n- \(nested(63, around: "*w"))\n").codes == [])
    // An alias within what another alias names.
    let twice = anchored + "- &b \(nested(20, around: "*a"))\n"
    #expect(TreeReading(twice + "- \(nested(11, around: "*b"))\n").codes == [])
    #expect(TreeReading(twice + "- \(nested(12, around: "*b"))\n").codes == ["nesting-too-deep"])
  }

  @Test func `a bomb of aliases is stopped before it is lit`() {
    var bomb = "- &a [x, x, x, x, x, x, x, x, x, x]\n"
    for (from, to) in zip("abcdefgh", "bcdefghi") {
      bomb += "- &\(to) [\(Array(repeating: "*\(from)", count: 10).joined(separator: ", "))]\n"
    }
    #expect(TreeReading(bomb).codes == ["alias-expansion"])
  }

  @Test func `a bomb of long texts is stopped as well`() {
    let text = String(repeating: "x", count: 1_000_000)
    let aliases = Array(repeating: "*a", count: 100).joined(separator: ", ")
    #expect(TreeReading("- &a \(text)\n- [\(aliases)]\n").codes == ["alias-expansion"])
    let few = Array(repeating: "*a", count: 10).joined(separator: ", ")
    #expect(TreeReading("- &a \(text)\n- &b [\(few)]\n").codes == [])
    #expect(TreeReading("- &a \(text)\n- &b [\(few)]\n- *b\n").codes == ["alias-expansion"])
  }

  @Test func `a few aliases are welcome`() {
    #expect(TreeReading("- &a [1, 2]\n- *a\n- *a\n").codes == [])
    var limits = Limits()
    limits.aliasedNodes = 3
    #expect(TreeReading("- &a [1, 2]\n- *a\n", limits: limits).codes == [])
    #expect(TreeReading("- &a [1, 2]\n- *a\n- *a\n", limits: limits).codes == ["alias-expansion"])
  }

  @Test func `an alias cannot stand within what it names`() {
    #expect(TreeReading("&a [1, *a]").codes == ["unknown-alias"])
  }

  @Test func `an anchor may be used again for another value`() throws {
    let tree = try #require(TreeReading("- &a 1\n- *a\n- &a 2\n- *a\n").tree)
    #expect(tree.children(tree.root).map { tree.string($0) } == ["1", "1", "2", "2"])
  }

  @Test func `the size of the file`() {
    var limits = Limits()
    limits.bytes = 10
    #expect(TreeReading("a: 3456789", limits: limits).codes == [])
    #expect(TreeReading("a: 34567890", limits: limits).codes == ["file-too-large"])
  }

  @Test func `the limits of the codes' texts`() {
    #expect(Limits().bytes == 16 << 20)
    #expect(Limits().depth == 64)
  }
}
