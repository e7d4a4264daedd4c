import Diagnostics
import Foundation
import Registries
import Sealing
import StoreContract
import Testing

@Suite struct PublicationFileTests {
  private func publication(_ payload: [UInt8] = Array("payload".utf8)) throws -> Publication {
    try PublicationMaker.make(
      kind: .framework, publisher: MadeUpPublisher("apple").key,
      at: PublisherPosition(origin: RegistryFixture.origin), issued: RegistryFixture.issued, payload: payload,
      salt: Array(repeating: 7, count: 32))
  }

  @Test func aFileComesBackAsItWas() throws {
    for payload: [UInt8] in [[], [0, 255, 10], Array(repeating: 0x41, count: 70_000)] {
      let publication = try publication(payload)
      #expect(try PublicationFile.decode(PublicationFile.encode(publication)) == publication)
    }
  }

  @Test func theFileIsReadable() throws {
    let text = String(decoding: try PublicationFile.encode(publication()), as: UTF8.self)
    #expect(
      text.hasPrefix(
        "{\n  \"schema\": \"waymark.publication/1\",\n  \"kind\": \"framework\",\n  \"leaf\": \"waymark"))
    #expect(text.hasSuffix("\n  \"payload\": \"cGF5bG9hZA==\"\n}\n"))
  }

  @Test(arguments: [
    ("\"schema\": \"waymark.publication/1\"", "\"schema\": \"waymark.publication/2\"", "schema"),
    ("\"schema\": \"waymark.publication/1\",", "", "“schema”"),
    ("\"kind\": \"framework\"", "\"kind\": \"sheet\"", "kind"),
    ("\"kind\": \"framework\"", "\"kind\": 3", "“kind” should be a text"),
    ("\"kind\"", "\"extra\": 1, \"kind\"", "“extra”"),
    ("\"kind\"", "\"kind\": \"framework\", \"kind\"", "stands twice"),
    ("cGF5bG9hZA==", "cGF5bG9hZA", "payload is not Base 64"),
    ("BwcHBwcH", "", "32 bytes"),
    ("waymark leaf v1", "another leaf v1", "leaf cannot be read"),
  ])
  func whatIsNotExactlyAFileIsRefused(from: String, to: String, reason: String) throws {
    let text = String(decoding: try PublicationFile.encode(publication()), as: UTF8.self)
    let broken = text.replacingOccurrences(of: from, with: to)
    #expect(broken != text)
    let failure = #expect(throws: Failure.self) { try PublicationFile.decode(Array(broken.utf8)) }
    #expect(failure?.status == .badData)
    #expect(failure?.message.contains(reason) == true, "\(failure?.message ?? "")")
  }

  @Test func whatIsNoJSONIsRefused() {
    for text in ["", "null", "[]", "{", "\u{0}", "schema: waymark.publication/1"] {
      let failure = #expect(throws: Failure.self) { try PublicationFile.decode(Array(text.utf8)) }
      #expect(failure?.status == .badData)
    }
  }

  @Test func openingChecksSignatureAndPayload() throws {
    let key = try MadeUpPublisher("apple").key.verifyingKey
    let publication = try publication()
    #expect(try publication.opened(with: key).payload == publication.payload)
    let others = [
      Publication(note: publication.note, salt: publication.salt, payload: Array("Payload".utf8)),
      Publication(note: publication.note, salt: Array(repeating: 8, count: 32), payload: publication.payload),
      Publication(
        note: publication.note.dropLast() + [0x41, 0x0a], salt: publication.salt, payload: publication.payload
      ),
    ]
    for other in others {
      #expect(throws: Failure.self) { try other.opened(with: key) }
    }
    // Salt and payload are one text to the hash; their lengths keep them apart.
    let shifted = Publication(
      note: publication.note, salt: publication.salt + publication.payload.prefix(1),
      payload: Array(publication.payload.dropFirst()))
    #expect(throws: Failure.self) { try shifted.opened(with: key) }
    let stranger = try MadeUpPublisher("apple", seed: 9).key.verifyingKey
    #expect(throws: Failure.self) { try publication.opened(with: stranger) }
  }

  @Test func tooMuchIsRefused() throws {
    let failure = #expect(throws: Failure.self) {
      try publication(Array(repeating: 0, count: (16 << 20) + 1))
    }
    #expect(failure?.status == .refused)
  }
}
