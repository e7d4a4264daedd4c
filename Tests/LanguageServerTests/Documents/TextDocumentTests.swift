import Diagnostics
import Foundation
import Sealing
import TestSupport
import Testing

@testable import LanguageServer

@Suite struct TextDocumentTests {
  static let nasty = "a\r\nü😀b\rc\n\n\u{2028}d 👩‍👧\r\n\té"

  @Test(arguments: PositionEncoding.allCases) func everyPlaceLeadsBack(encoding: PositionEncoding) {
    let lines = TextLines(SourceFile(path: "", bytes: Array(Self.nasty.utf8)))
    for offset in 0...lines.bytes.count {
      // Places within a character, or between the two halves of a line end, are nobody's.
      if offset < lines.bytes.count, lines.bytes[offset] & 0xC0 == 0x80 { continue }
      if offset > 0, offset < lines.bytes.count, lines.bytes[offset - 1] == 0x0D, lines.bytes[offset] == 0x0A
      {
        continue
      }
      #expect(lines.offset(of: lines.position(of: offset, encoding), encoding) == offset)
    }
  }

  @Test func charactersAreCountedAsAgreed() {
    let lines = TextLines(SourceFile(path: "", bytes: Array("ü😀b".utf8)))
    #expect(lines.position(of: 6, .utf8).character == 6)
    #expect(lines.position(of: 6, .utf16).character == 3)
    #expect(lines.position(of: 6, .utf32).character == 2)
    // In the middle of a pair of surrogates: the start of the character.
    #expect(lines.offset(of: TextPosition(line: 0, character: 2), .utf16) == 2)
  }

  @Test func placesOutsideAreTheNearestInside() {
    let lines = TextLines(SourceFile(path: "", bytes: Array("ab\r\ncd".utf8)))
    #expect(lines.offset(of: TextPosition(line: 0, character: 99), .utf16) == 2)
    #expect(lines.offset(of: TextPosition(line: 99, character: 0), .utf16) == 6)
    #expect(
      TextPosition(["line": -5, "character": 9_000_000_000_000_000])
        == TextPosition(line: 0, character: Int(Int32.max)))
  }

  @Test func encodingIsNegotiated() {
    #expect(PositionEncoding(offeredBy: nil) == .utf16)
    #expect(PositionEncoding(offeredBy: ["general": ["positionEncodings": ["utf-32", "utf-8"]]]) == .utf8)
    #expect(PositionEncoding(offeredBy: ["general": ["positionEncodings": ["other"]]]) == .utf16)
  }

  /// The server's text is the client's, whatever is typed where.
  @Test func randomEditsKeepTheTextsEqual() {
    let pieces = ["x", "😀", "\r\n", "\n", "\r", "ü", "key: value\n", "👩‍👧", "", "\u{FEFF}", "  - id: a\n"]
    for seed in 0..<40 {
      var random = SeededGenerator(seed: UInt64(seed))
      var client = Self.nasty
      var server = TextDocument(uri: "untitled:1", version: 0, text: client)
      for _ in 0..<60 {
        let lines = TextLines(SourceFile(path: "", bytes: Array(client.utf8)))
        let scalars = client.unicodeScalars
        var ends: [Int] = []
        for _ in 0..<2 {
          var index = scalars.index(
            scalars.startIndex, offsetBy: Int.random(in: 0...scalars.count, using: &random))
          // No editor puts the cursor between the two halves of a line end.
          if index > scalars.startIndex, index < scalars.endIndex, scalars[index] == "\n",
            scalars[scalars.index(before: index)] == "\r"
          {
            index = scalars.index(before: index)
          }
          ends.append(client.utf8.distance(from: client.startIndex, to: index))
        }
        let range = ends.min()!..<ends.max()!
        let text = pieces.randomElement(using: &random)!
        let span = TextSpan(
          start: lines.position(of: range.lowerBound, .utf16),
          end: lines.position(of: range.upperBound, .utf16))
        let change: JSONValue = ["range": span.json, "text": .string(text)]
        client = Edits.apply([["range": span.json, "newText": .string(text)]], to: client)
        let isApplied = server.apply(change, .utf16)
        #expect(isApplied)
        #expect(String(decoding: server.source.bytes, as: UTF8.self) == client)
      }
    }
  }

  @Test func changesThatCannotBeUnderstoodChangeNothing() {
    var document = TextDocument(uri: "untitled:1", version: 0, text: "ab")
    let changes: [JSONValue] = [
      ["text": 7], ["range": ["start": 3], "text": "x"], ["range": .null, "text": "new"],
    ]
    let applied = changes.map { document.apply($0, .utf16) }
    #expect(applied == [false, false, true])
    #expect(document.source.bytes == Array("new".utf8))
  }

  @Test(arguments: ["/a/b c/ü😀.yaml", "/a%b/#?.yaml", "/"]) func pathsLeadBack(path: String) {
    #expect(DocumentURI.path(DocumentURI.uri(path)) == path)
  }

  @Test func otherURIsAreNoFiles() {
    #expect(DocumentURI.path("untitled:Untitled-1") == nil)
    #expect(DocumentURI.path("file://other-machine/a") == nil)
    #expect(DocumentURI.path("file:///c%3A/a%zz%00") == nil)
    #expect(DocumentURI.path("file://localhost/a%2Fb") == "/a/b")
  }
}
