import Diagnostics
import TestSupport
import Testing

@testable import Documents

/// Random values in every style, through libyaml: what ``ScalarDecoding`` makes of them is the same, and every
/// character that can be seen stands where it says.
@Suite struct ScalarPlacesPropertyTests {
  enum Style: String, CaseIterable, Sendable { case plain, single, double, literal, folded }

  @Test(arguments: Style.allCases) func `every character is found again`(style: Style) throws {
    var maker = Maker(random: SeededGenerator(seed: 21))
    var read = 0
    var characters = 0
    for _ in 0..<4_000 {
      let text = maker.document(style)
      let reading = TreeReading(text)
      guard let tree = reading.tree, reading.codes.allSatisfy({ $0 == "byte-order-mark" }),
        let node = Self.value(tree)
      else { continue }
      read += 1
      characters += expectPlaces(of: tree.string(node), at: tree.range(node), in: Array(text.utf8))
    }
    #expect(read > 1_500 && characters > 5_000, "\(read) values, \(characters) characters")
  }

  /// How many characters were looked at.
  private func expectPlaces(of value: String, at range: SourceRange, in bytes: [UInt8]) -> Int {
    let places = ScalarPlaces(of: Located(value, at: range), in: SourceFile(path: "t.yaml", bytes: bytes))
    var count = 0
    var offset = 0
    var last: UInt32 = range.start
    for scalar in value.unicodeScalars {
      let width = Unicode.UTF8.width(scalar)
      defer { offset += width }
      guard !scalar.properties.isWhitespace else { continue }
      let place = places.range(ofDecoded: offset..<offset + width)
      let written = String(decoding: bytes[Int(place.start)..<Int(place.end)], as: UTF8.self)
      let isRight =
        written == String(scalar) || (written == "''" && scalar == "'")
        || (written.hasPrefix("\\") && TreeReading("\"\(written)\"").root == String(scalar))
      #expect(isRight, "\(scalar) at “\(written)” in “\(String(decoding: bytes, as: UTF8.self))”")
      #expect(place.start >= last)
      last = place.end
      count += 1
    }
    return count
  }

  /// The last value of the document's innermost container.
  private static func value(_ tree: DocumentTree) -> DocumentTree.NodeID? {
    var node = tree.root
    while tree.kind(node) != .scalar {
      guard let last = tree.children(node).reversed().first else { return nil }
      node = last
    }
    return node
  }
}

extension TreeReading {
  /// The text of a document that is one scalar.
  fileprivate var root: String? { tree.map { $0.string($0.root) } }
}

/// Writes documents whose last value is random.
private struct Maker {
  var random: SeededGenerator

  mutating func document(_ style: ScalarPlacesPropertyTests.Style) -> String {
    let lineEnd = pick(["\n", "\n", "\r\n", "\r"])
    let depth = Int.random(in: 0...2, using: &random)
    let indentation = depth * 2
    let name = (0..<depth).map { String(repeating: " ", count: $0 * 2) + "é\($0):\n" }.joined()
    let anchor = pick(["", "", "", "&x ", "&x\n" + String(repeating: " ", count: indentation + 1)])
    var text = pick(["", "", "", "\u{FEFF}"]) + name + String(repeating: " ", count: indentation)
    text += "k: " + (style == .literal || style == .folded ? "" : anchor)
    switch style {
    case .plain:
      text += lines(indentation + 1, ["a", "b ", "é", "😀", "x'y", "\"", "#", ":", " ", "-", "\\n"])
    case .single:
      text += "'" + lines(indentation + 1, ["a", "b ", "é", "''", "\"", "\\", "#", " ", ": "]) + "'"
    case .double:
      let escapes = [
        "\\n", "\\\"", "\\\\", "\\x41", "\\u20AC", "\\U0001F600", "\\ ", "\\/", "\\N", "\\_", "\\L", "\\e",
        "\\\n ", "\\\n\n", "\\\t",
      ]
      text += "\"" + lines(indentation + 1, ["a", "b ", "é", "'", "#", " ", "\t"] + escapes) + "\""
    case .literal, .folded:
      let written = Int.random(in: 1...3, using: &random)
      let isWritten = Bool.random(using: &random)
      text += style == .literal ? "|" : ">"
      text += pick([isWritten ? "\(written)" : ""]) + pick(["", "-", "+", "  # why"]) + "\n"
      let start = indentation + (isWritten ? written : Int.random(in: 1...3, using: &random))
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        text += pick(["", "", String(repeating: " ", count: start)])
        text +=
          String(repeating: " ", count: start) + lines(start, ["a", "é b", " ", "😀", "\t", "#", "'", ": "])
        text += pick(["\n", "\n", "\n\n", "\n \n"])
      }
    }
    text += pick(["", "\n", "\n\n# end\n"])
    return text.replacing("\n", with: lineEnd)
  }

  /// Pieces with now and then a line end and indentation between them.
  private mutating func lines(_ indentation: Int, _ pieces: [String]) -> String {
    var text = pick(pieces.filter { $0.first?.isLetter == true })
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      if Int.random(in: 0..<5, using: &random) == 0 {
        text += pick(["\n", " \n", "\n\n", "\n\n\n", "\u{85}", "\u{2028}"])
        text += String(repeating: " ", count: indentation + Int.random(in: 0...1, using: &random))
      }
      text += pick(pieces)
    }
    return text
  }

  mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
}
