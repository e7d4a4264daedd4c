import Sealing

/// A place in a text as editors count it, from 0; what a character is depends on the ``PositionEncoding``.
struct TextPosition: Hashable, Sendable, Comparable {
  var line: Int
  var character: Int

  static func < (left: Self, right: Self) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }

  var json: JSONValue { ["line": .int(Int64(line)), "character": .int(Int64(character))] }
}

extension TextPosition {
  /// `nil` where there are no two numbers; numbers below 0 count as 0.
  init?(_ json: JSONValue?) {
    guard let line = json?["line"]?.asInt, let character = json?["character"]?.asInt else { return nil }
    let most = Int64(Int32.max)
    self.init(line: Int(min(max(0, line), most)), character: Int(min(max(0, character), most)))
  }
}

/// A stretch of a text; the end is the place after its last character.
struct TextSpan: Hashable, Sendable {
  var start: TextPosition
  var end: TextPosition

  var json: JSONValue { ["start": start.json, "end": end.json] }
}

extension TextSpan {
  /// `nil` where there are no two places.
  init?(_ json: JSONValue?) {
    guard let start = TextPosition(json?["start"]), let end = TextPosition(json?["end"]) else { return nil }
    self.init(start: min(start, end), end: max(start, end))
  }
}
