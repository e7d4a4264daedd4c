import Sealing
import TestSupport
import Testing

/// Changed bytes may be refused in any way, but never crash; what is still taken has to come out as it went
/// in.
@Suite struct MutationTests {
  static let rounds = 20_000

  @Test func `mutated notes`() throws {
    let key = try SigningKey(name: "example.org/lea", seed: [UInt8](repeating: 3, count: 32))
    let leaf = try Leaf(
      kind: "sheet", audience: "public", publisher: key.name, origin: "o", sequence: 1, previous: nil,
      issued: "2026-11-22T10:00:00Z", commitment: Digest(ofText: "made up"))
    let original = try leaf.signed(by: key).noteBytes
    var random = SeededGenerator(seed: 1)
    for _ in 0..<Self.rounds {
      let mutant = mutated(original, &random)
      if let note = try? SignedNote(parsing: mutant) {
        #expect(note.bytes == mutant)
        _ = try? Leaf(text: note.text)
      }
      let opened = try? SealedLeaf.open(noteBytes: mutant, keys: [key.verifyingKey])
      #expect(opened == nil || mutant == original)
      let text = String(decoding: mutant, as: UTF8.self)
      _ = try? VerifyingKey(text: text)
      _ = try? SigningKey(secretText: "PRIVATE+KEY+" + text)
    }
  }

  @Test func `mutated JSON`() throws {
    let original = Array(
      #"""
      {"a": [1, -2.5e-3, 1e30, "x\u20ac\ud83d\ude00\n"], "é": {"b": null, "c": true, "": [[], {}]}, "t": "€😀"}
      """#.utf8)
    var random = SeededGenerator(seed: 2)
    var taken = 0
    for _ in 0..<Self.rounds {
      let mutant = mutated(original, &random)
      guard let value = try? JSONValue(parsing: mutant, limits: JSONLimits(bytes: 1 << 16)) else { continue }
      taken += 1
      #expect(try JSONValue(parsing: Array(value.prettyText().utf8)).prettyText() == value.prettyText())
      guard let canonical = try? value.canonicalBytes() else { continue }
      #expect(try JSONValue(parsing: canonical).canonicalBytes() == canonical)
    }
    #expect(taken > 0)
  }

  /// A few bytes changed, cut, repeated, or put in from what the formats are made of.
  private func mutated(_ original: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    let tokens = Array("{}[]\",:\\\n —+-.eE0u=\u{0}\u{7f}\u{301}d8".utf8)
    var bytes = original
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      guard !bytes.isEmpty else { break }
      let place = Int.random(in: bytes.indices, using: &random)
      let end = min(bytes.count, place + Int.random(in: 1...20, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 2: bytes.removeSubrange(place..<end)
      case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 4: bytes.insert(tokens.randomElement(using: &random) ?? 0, at: place)
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes
  }
}
