import Diagnostics
import Sealing

/// The file form of a publication: `waymark.publication/1`, JSON with `schema`, `kind`, `leaf` (the signed
/// note as text), `salt` and `payload` (Base 64).
public enum PublicationFile {
  public static let schema = "waymark.publication/1"
  /// The most bytes of a file: the largest payload in Base 64, and room for the rest.
  public static let byteLimit = 24 << 20

  private static let keys = ["schema", "kind", "leaf", "salt", "payload"]

  /// The file's bytes, with a line break at the end.
  ///
  /// - Throws: `badData` where the publication has no leaf.
  public static func encode(_ publication: Publication) throws(Failure) -> [UInt8] {
    let json: JSONValue = [
      "schema": .string(schema),
      "kind": .string(try publication.claimedLeaf().kind),
      "leaf": .string(String(decoding: publication.note, as: UTF8.self)),
      "salt": .string(Base64.encode(publication.salt)),
      "payload": .string(Base64.encode(publication.payload)),
    ]
    return Array((json.prettyText() + "\n").utf8)
  }

  /// Reads a file strictly: exactly these keys, of these types, and a kind that is the leaf's. Nothing in
  /// it is checked against a key yet.
  ///
  /// - Throws: `badData` in words that name the place.
  public static func decode(_ bytes: [UInt8]) throws(Failure) -> Publication {
    let json: JSONValue
    do {
      json = try JSONValue(parsing: bytes, limits: JSONLimits(bytes: byteLimit, depth: 2, values: 16))
    } catch {
      throw failure("it cannot be read. \(error)")
    }
    guard let members = json.asObject else { throw failure("it should be a JSON object.") }
    for member in members where !keys.contains(member.key) {
      throw failure("it has a key “\(member.key.prefix(40))” that nobody knows.")
    }
    guard try text("schema", json) == schema else {
      throw failure(
        "its schema is “\(try text("schema", json).prefix(60))”, but “\(schema)” is wanted.",
        help:
          "Check that this is the right file, and that this Waymark is not older than the one that wrote it.")
    }
    guard let salt = Base64.decode(try text("salt", json)), salt.count == Leaf.saltLength else {
      throw failure("its salt is not \(Leaf.saltLength) bytes in Base 64.")
    }
    guard let payload = Base64.decode(try text("payload", json)) else {
      throw failure("its payload is not Base 64.")
    }
    let note = Array(try text("leaf", json).utf8)
    guard note.count <= Leaf.maximumBytes else { throw failure("its leaf is too long.") }
    let publication = Publication(note: note, salt: salt, payload: payload)
    guard try publication.claimedLeaf().kind == text("kind", json) else {
      throw failure("its kind is not the one that its leaf names.")
    }
    return publication
  }

  private static func text(_ key: String, _ json: JSONValue) throws(Failure) -> String {
    guard let value = json[key] else { throw failure("it has no “\(key)”.") }
    guard let text = value.asString else { throw failure("its “\(key)” should be a text.") }
    return text
  }

  private static func failure(
    _ what: String, help: String = "Ask its sender for the file as it was signed."
  ) -> Failure {
    Failure(.badData, "This is no publication: \(what)", help: help)
  }
}
