import Diagnostics
import Documents
import TestSupport
import Testing

@testable import LanguageServer

@Suite struct RecoveredTreeTests {
  private func recover(_ text: String, suspect: Int? = nil) -> RecoveredTree? {
    RecoveredTree(
      TextLines(SourceFile(path: "", bytes: Array(text.utf8))), FileID(index: 0), suspect: suspect)
  }

  @Test func whatCanBeReadIsReadAsItIs() throws { #expect(try #require(recover(MadeUp.framework)).isWhole) }

  /// One line is half written; everything else is still there, at its place.
  @Test(arguments: [
    "  sc", "      - id: [", "  title: \"open", "  at: {ref: no", "\tx: y", "  : : :", "- x", "  *nobody",
  ])
  func aHalfWrittenLineIsLeftOut(line: String) throws {
    var lines = MadeUp.framework.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let at = try #require(lines.firstIndex { $0.contains("id: our-people") })
    lines.insert(line, at: at)
    for suspect in [at, nil] {
      let text = lines.joined(separator: "\n")
      let recovered = try #require(recover(text, suspect: suspect), "\(line)")
      let criteria = try #require(recovered.tree.value(of: "criteria", in: recovered.tree.root))
      let ids = recovered.tree.children(criteria).compactMap { recovered.tree.scalar("id", in: $0) }
      #expect(ids.contains("our-work"), "\(line) \(ids)")
      if suspect != nil { #expect(ids == ["our-work", "our-people"], "\(line) \(ids)") }
    }
  }

  @Test func placesStayWhereTheyAre() throws {
    let text = "a: [\nb: c\n"
    let tree = try #require(recover(text, suspect: 0)).tree
    let value = try #require(tree.value(of: "b", in: tree.root))
    #expect(tree.range(value).start == 8)
  }

  @Test func nothingAtAllIsNothing() {
    #expect(recover("") == nil)
  }
}
