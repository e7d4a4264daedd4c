import Sealing
import Testing

@Suite struct SignedNoteTests {
  // The example of C2SP signed-note, "Verifier keys".
  static let exampleKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
  static let example = """
    This is an example message.

    — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

    """

  let key: SigningKey

  init() throws { key = try SigningKey(name: "example.org/one", seed: [UInt8](repeating: 1, count: 32)) }

  @Test func `the specification's example holds`() throws {
    let key = try VerifyingKey(text: Self.exampleKey)
    let note = try SignedNote(parsing: Array(Self.example.utf8))
    #expect(note.text == "This is an example message.\n")
    #expect(try note.verified(by: [key]) == [key])
    #expect(note.bytes == Array(Self.example.utf8))
  }

  @Test(arguments: ["a\n", "\n", "\n\n", "a\n\nb\n", "a\n\n\n", "— not a signature\n", "é\u{301} \u{2028}\n"])
  func `a note there and back`(text: String) throws {
    let note = try SignedNote(text: text).signed(by: key)
    let again = try SignedNote(parsing: note.bytes)
    #expect(again == note)
    #expect(again.text.utf8.elementsEqual(text.utf8))
    #expect(try again.verified(by: [key.verifyingKey]) == [key.verifyingKey])
  }

  @Test func `several signers, known and unknown`() throws {
    let other = try SigningKey(name: "example.org/two")
    let sameName = try SigningKey(name: key.name)
    let note = try SignedNote(text: "a\n").signed(by: other).signed(by: key).signed(by: sameName)
      .signed(by: key)
    #expect(try note.verified(by: [key.verifyingKey]) == [key.verifyingKey])
    #expect(
      try note.verified(by: [key.verifyingKey, other.verifyingKey]) == [other.verifyingKey, key.verifyingKey])
    #expect(throws: SealingError.noKnownSigner) { try note.verified(by: []) }
    #expect(throws: SealingError.noKnownSigner) {
      try note.verified(by: [try SigningKey(name: "example.org/three").verifyingKey])
    }
  }

  @Test func `one wrong signature of a known key spoils the note`() throws {
    let other = try SigningKey(name: "example.org/two")
    let good = try SignedNote(text: "a\n").signed(by: other).signed(by: key)
    let foreign = try SignedNote(text: "b\n").signed(by: key)
    let line = String(decoding: foreign.bytes, as: UTF8.self).split(separator: "\n")[1] + "\n"
    let mixed = try SignedNote(parsing: good.bytes + Array(line.utf8))
    #expect(throws: SealingError.badSignature(name: key.name)) { try mixed.verified(by: [key.verifyingKey]) }
    #expect(try mixed.verified(by: [other.verifyingKey]) == [other.verifyingKey])
  }

  @Test func `another spelling of a name is another name`() throws {
    let composed = try SigningKey(name: "caf\u{e9}", seed: [UInt8](repeating: 2, count: 32))
    let apart = try SigningKey(name: "cafe\u{301}", seed: [UInt8](repeating: 2, count: 32))
    #expect(composed.verifyingKey != apart.verifyingKey)
    let note = try SignedNote(text: "a\n").signed(by: composed)
    #expect(throws: SealingError.noKnownSigner) { try note.verified(by: [apart.verifyingKey]) }
  }

  @Test func `malformed notes are refused with the reason`() throws {
    let signature = String(
      decoding: try SignedNote(text: "a\n").signed(by: key).bytes.dropFirst(3), as: UTF8.self)
    let base64 = try #require(signature.dropLast().split(separator: " ").last)
    func refused(_ text: String, _ reason: SealingError, _ location: SourceLocation = #_sourceLocation) {
      #expect(throws: reason, sourceLocation: location) { try SignedNote(parsing: Array(text.utf8)) }
    }
    refused("", .noteEnding)
    refused("a", .noteEnding)
    refused("a\n", .noteWithoutSignatures)
    refused("a\n\n", .noteWithoutSignatures)
    refused("\n\(signature)", .noteWithoutSignatures)
    refused("a\n\(signature)", .noteWithoutSignatures)
    refused("a\n\n\(signature.dropLast())", .noteEnding)
    refused("a\n\n\(signature)\n", .noteWithoutSignatures)
    refused("a\n\n\(signature)x\n", .noteSignatureLine(2))
    refused("a\r\n\n\(signature)", .noteControlCharacter)
    refused("a\t\n\n\(signature)", .noteControlCharacter)
    refused("a\0\n\n\(signature)", .noteControlCharacter)
    refused("a\n\n- example.org/one \(base64)\n", .noteSignatureLine(1))
    refused("a\n\n—  \(base64)\n", .noteSignatureLine(1))
    refused("a\n\n— a+b \(base64)\n", .noteSignatureLine(1))
    refused("a\n\n— a\u{a0}b \(base64)\n", .noteSignatureLine(1))
    refused("a\n\n— a b \(base64)\n", .noteSignatureLine(1))
    refused("a\n\n— a \(base64) \n", .noteSignatureLine(1))
    refused("a\n\n— a \(base64.dropLast())\n", .noteSignatureLine(1))
    refused("a\n\n— a AAAAAA==\n", .noteSignatureLine(1))
    #expect(throws: SealingError.noteNotText) { try SignedNote(parsing: [0xff, 0x0a]) }
    #expect(throws: SealingError.noteEnding) { try SignedNote(text: "a") }
    #expect(throws: SealingError.noteControlCharacter) { try SignedNote(text: "a\u{1}\n") }
  }

  @Test func `a hundred signatures and no more`() throws {
    let line = "— a \(Base64.encode([1, 2, 3, 4, 5]))\n"
    func note(_ count: Int) -> [UInt8] { Array(("a\n\n" + String(repeating: line, count: count)).utf8) }
    let full = try SignedNote(parsing: note(SignedNote.maximumSignatures))
    #expect(full.signatures.count == 100)
    #expect(full.bytes == note(100))
    #expect(throws: SealingError.noteTooManySignatures(limit: 100)) { try full.signed(by: key) }
    #expect(throws: SealingError.noteTooManySignatures(limit: 100)) { try SignedNote(parsing: note(101)) }
  }
}
