import Sealing
import TestSupport
import Testing

@testable import Extensions

/// Whatever a program writes: it is taken for what it is or refused, and nothing of it can paint over the screen.
@Suite struct ProtocolFuzzTests {
  private static let lines = [
    #"{"jsonrpc":"2.0","id":7,"result":{"files":[{"name":"a.txt"}],"lost":[{"what":"x\u001b[2Jy"}]}}"#,
    #"{"jsonrpc":"2.0","id":7,"error":{"code":-32602,"message":"no","data":{"mistakes":[{"message":"A1: \u009b31m"}]}}}"#,
    #"{"jsonrpc":"2.0","method":"$/log","params":{"level":"info","message":"\u202egnp.exe\u0007"}}"#,
    #"{"jsonrpc":"2.0","method":"$/progress","params":{"id":7,"done":3,"of":10,"message":"halfway"}}"#,
    #"{"jsonrpc":"2.0","id":7,"result":{"figures":[1,2.5,null,-3e2],"texts":["é","\ud83d\ude00",null,""]}}"#,
  ].map { Array($0.utf8) }

  private static let pieces: [[UInt8]] =
    [
      "{", "}", "[", "]", "\"", ":", ",", "null", "true", "1e999", "-0", "\\u001b", "\\ud800", "\u{1b}[2J",
      "\u{9b}",
      "\u{202e}", "\u{feff}", "\"id\":8", "\"method\":\"x\"", "\"jsonrpc\":\"2.0\",",
    ].map { Array($0.utf8) } + [[0xff], [0xc0, 0x80], [0x00], [0x0d]]

  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func anyLineIsTakenOrRefused(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var taken = 0
    for _ in 0..<6_000 {
      var line = Self.lines.randomElement(using: &generator) ?? []
      for _ in 0...Int.random(in: 0..<3, using: &generator) { Self.mutate(&line, &generator) }
      guard let reply = try? PluginReply(line: line, limit: 1 << 20) else { continue }
      taken += 1
      for text in Self.texts(of: reply) {
        #expect(
          Self.isHarmless(text), "\(Array(text.unicodeScalars)) of \(String(decoding: line, as: UTF8.self))")
      }
    }
    // Most mutants are no protocol; some still are, or this would show nothing.
    #expect(taken > 100 && taken < 6_000)
  }

  @Test(arguments: [5, 6] as [UInt64]) func cleanTextStaysAsItIs(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<4_000 {
      let scalars = (0..<Int.random(in: 0..<24, using: &generator)).compactMap { _ in
        Unicode.Scalar(
          Bool.random(using: &generator)
            ? UInt32.random(in: 0..<0x120, using: &generator)
            : UInt32.random(in: 0x1f00..<0x2100, using: &generator))
      }
      let text = String(String.UnicodeScalarView(scalars))
      let clean = PluginText.clean(text)
      #expect(Self.isHarmless(clean) && !clean.contains("\n"))
      #expect(PluginText.clean(clean) == clean)
      #expect(PlainName.isPlain(PlainName.plain(text)))
    }
  }

  private static func mutate(_ line: inout [UInt8], _ generator: inout SeededGenerator) {
    guard !line.isEmpty else { return }
    let place = Int.random(in: 0..<line.count, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: line[place] = UInt8.random(in: 0...255, using: &generator)
    case 1: line.remove(at: place)
    case 2: line.insert(contentsOf: pieces.randomElement(using: &generator) ?? [], at: place)
    default: line.removeSubrange(place..<min(line.count, place + Int.random(in: 1...12, using: &generator)))
    }
  }

  private static func texts(of reply: PluginReply) -> [String] {
    switch reply {
    case .result(_, let value): texts(of: value)
    case .error(_, let error): [error.message] + error.mistakes.flatMap(texts)
    case .message(.log(_, let text), _), .message(.standardError(let text), _): [text]
    case .message(.progress(_, _, let message), _): [message].compactMap(\.self)
    case .unknown: []
    }
  }

  private static func texts(of value: JSONValue) -> [String] {
    switch value {
    case .string(let text): [text]
    case .array(let elements): elements.flatMap(texts)
    case .object(let members): members.flatMap { [$0.key] + texts(of: $0.value) }
    default: []
    }
  }

  /// No control character but line breaks and tabs, and nothing that turns the direction of writing.
  private static func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x09, 0x0a, 0x0d: true
      case ..<0x20, 0x7f..<0xa0, 0x202a...0x202e, 0x2066...0x2069: false
      default: true
      }
    }
  }
}
