import Diagnostics
import Sealing

/// Files and messages of pools: canonical JSON (RFC 8785) and a line break, signed as notes (C2SP
/// signed-note). The schema is part of what is signed, so that no message passes for another.
public enum PoolNote {
  /// The most bytes of a file or message.
  public static let byteLimit = 12 << 20

  /// - Throws: `badData` where the content has no canonical form or the key cannot sign.
  public static func signed(_ json: JSONValue, by key: SigningKey) throws(Failure) -> [UInt8] {
    do {
      return try SignedNote(text: text(of: json)).signed(by: key).bytes
    } catch {
      throw Failure(.badData, "This cannot be signed: \(error).")
    }
  }

  static func text(of json: JSONValue) throws(Failure) -> String {
    String(decoding: try canonical(json), as: UTF8.self) + "\n"
  }

  static func canonical(_ json: JSONValue) throws(Failure) -> [UInt8] {
    do { return try json.canonicalBytes() } catch {
      throw Failure(.badData, "This cannot be written: \(error).")
    }
  }

  /// Reads a note without believing it: which content, and who is said to have signed.
  ///
  /// - Throws: `badData` unless it is a note whose text is one line of canonical JSON with the schema.
  public static func read(
    _ bytes: [UInt8], schema: String, noun: String
  ) throws(Failure) -> (SignedNote, JSONValue) {
    try read(bytes, schemas: [schema], noun: noun)
  }

  /// The same, for any of some schemas.
  public static func read(
    _ bytes: [UInt8], schemas: [String], noun: String
  ) throws(Failure) -> (SignedNote, JSONValue) {
    let note: SignedNote
    let json: JSONValue
    do {
      note = try SignedNote(parsing: bytes)
      json = try JSONValue(
        parsing: Array(note.text.utf8), limits: JSONLimits(bytes: byteLimit, depth: 8, values: 400_000))
    } catch {
      throw Failure(
        .badData, "This is no \(noun). \(error)", help: "Ask its sender for the file as it was signed.")
    }
    guard let schema = json["schema"]?.asString, schemas.contains(schema) else {
      throw Failure(
        .badData,
        "This is no \(noun): its schema is “\((json["schema"]?.asString ?? "").prefix(60))”, but "
          + "\(schemas.sorted().map { "“\($0)”" }.joined(separator: " or ")) is wanted.",
        help:
          "Check that this is the right file, and that this Waymark is not older than the one that wrote it.")
    }
    guard note.bytes == bytes, try text(of: json).utf8.elementsEqual(note.text.utf8) else {
      throw Failure(
        .badData, "The \(noun) is not in its canonical form, so its bytes are not those that were signed.",
        help: "Ask its sender for the file as it was signed.")
    }
    return (note, json)
  }

  /// Checks that exactly these have signed, in this order and nobody else: a further line would make other bytes of
  /// the same content.
  ///
  /// - Throws: `refused` by the rule “not-signed”.
  public static func check(_ note: SignedNote, signedBy keys: [VerifyingKey], noun: String) throws(Failure) {
    let signers: [VerifyingKey]
    do {
      signers = try note.verified(by: keys)
    } catch {
      throw PoolRule.notSigned.refusal(
        "The \(noun)'s signature does not hold. \(error)",
        help: "Ask its sender for the file as it was signed.")
    }
    guard signers == keys, note.signatures.count == keys.count else {
      throw PoolRule.notSigned.refusal(
        "The \(noun) should be signed by \(keys.map { "“\($0.name)”" }.joined(separator: " and ")), and by nobody else.",
        help: "Ask its sender for the file as it was signed.")
    }
  }
}
