import Foundation
import Testing

@testable import Diagnostics

@Suite struct JSONPrinterTests {
  @Test func `items as other programs read them`() throws {
    let marked = Marked("é: ⟦wrong\nstill⟧ \"\n", path: "a/b.yaml")
    let data = Data(try JSONPrinter.print(marked.bag, marked.sources).utf8)
    let items = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    try #require(items.count == 1)
    #expect(
      Set(items[0].keys) == [
        "code", "severity", "message", "help", "file", "line", "column", "endLine", "endColumn",
      ])
    let placed = try JSONDecoder().decode([PlacedDiagnostic].self, from: data)[0]
    #expect(placed.code == "made-up" && placed.severity == .error && placed.message == "This is wrong.")
    #expect(placed.help == "Nothing is to be done." && placed.file == "a/b.yaml")
    #expect(placed.line == 1 && placed.column == 4 && placed.endLine == 2 && placed.endColumn == 6)
  }

  @Test func `no mistakes are an empty list`() throws {
    let text = try JSONPrinter.print(DiagnosticBag(), SourceMap())
    #expect(try JSONDecoder().decode([PlacedDiagnostic].self, from: Data(text.utf8)) == [])
    #expect(text.hasSuffix("\n"))
  }

  @Test func `a mistake of a whole file is at its start`() throws {
    var bag = DiagnosticBag()
    bag.report(Diagnostic(Marked.warning, "m", at: nil, path: "p.yaml"))
    let placed = try JSONDecoder().decode(
      [PlacedDiagnostic].self, from: Data(JSONPrinter.print(bag, SourceMap()).utf8))
    #expect(
      placed.map(\.file) == ["p.yaml"] && placed.map(\.line) == [1] && placed.map(\.severity) == [.warning])
  }
}
