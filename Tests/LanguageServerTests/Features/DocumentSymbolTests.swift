import Sealing
import Testing

@testable import LanguageServer

@Suite struct DocumentSymbolTests {
  @Test func declarationsStandInsideOneAnother() throws {
    let editor = Editor(MadeUp.framework)
    let found = editor.documents.reading(editor.uri)
    let reading = try #require(found)
    let tree = DocumentSymbols(reading, .utf16, uri: editor.uri, isTree: true).json.asArray ?? []
    let groups = tree.compactMap { $0["name"]?.asString }
    #expect(
      groups == [
        "source", "levels", "scales", "stems", "criteria", "team", "process", "forms", "measures", "rules",
      ])
    let criteria = try #require(tree.first { $0["name"]?.asString == "criteria" })
    let names = (criteria["children"]?.asArray ?? []).compactMap { $0["name"]?.asString }
    #expect(names == ["Our work", "Our people"])
    let flat = DocumentSymbols(reading, .utf16, uri: editor.uri, isTree: false).json.asArray ?? []
    #expect(
      flat.contains { $0["name"]?.asString == "do we plan?" && $0["containerName"]?.asString == "Our work" })
    try contained(tree)
  }

  /// The protocol wants the name's place inside the whole, and clients refuse others.
  private func contained(_ symbols: [JSONValue]) throws {
    for symbol in symbols {
      let whole = try #require(TextSpan(symbol["range"])),
        place = try #require(TextSpan(symbol["selectionRange"]))
      #expect(whole.start <= place.start && place.end <= whole.end, "\(symbol["name"] ?? .null)")
      try contained(symbol["children"]?.asArray ?? [])
    }
  }

  @Test func otherDocumentsShowTheirKeys() throws {
    let editor = Editor(MadeUp.review, at: "/made-up/review.yaml")
    let found = editor.documents.reading(editor.uri)
    let reading = try #require(found)
    let tree = DocumentSymbols(reading, .utf16, uri: editor.uri, isTree: true).json.asArray ?? []
    let names = tree.compactMap { $0["name"]?.asString }
    #expect(names.contains("judgements"))
    try contained(tree)
  }
}
