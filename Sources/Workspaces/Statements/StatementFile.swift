import Diagnostics
import Documents
import Reviews
import Sealing

/// The file of a statement: canonical JSON (RFC 8785) on one line under a signed note (C2SP signed-note).
public enum StatementFile {
  /// The largest file that is read, in bytes.
  public static let byteLimit = 16 << 20

  static func encode(_ statement: LedgerStatement, by key: SigningKey) throws -> [UInt8] {
    let text = String(decoding: try statement.json.canonicalBytes(), as: UTF8.self)
    return try SignedNote(text: text + "\n").signed(by: key).bytes
  }

  /// Reads a statement strictly: exactly these keys, written as Waymark writes them, under the signature of the key
  /// that it names.
  ///
  /// - Parameter name: what the person calls the file.
  /// - Throws: `badData` where it is something else or was changed.
  public static func decode(_ bytes: [UInt8], name: String? = nil) throws(Failure) -> LedgerStatement {
    do throws(Failure) {
      return try read(bytes)
    } catch {
      guard let name else { throw error }
      throw Failure(
        error.status, error.message.replacing("This is", with: "\(name) is", maxReplacements: 1),
        help: error.help)
    }
  }

  private static func read(_ bytes: [UInt8]) throws(Failure) -> LedgerStatement {
    if bytes.isEmpty { throw failure("it is empty") }
    if bytes.count > byteLimit { throw failure("it is too long") }
    let statement: LedgerStatement
    do {
      guard let note = try? SignedNote(parsing: bytes) else { throw failure("it is no signed text") }
      let json = try JSONValue(parsing: Array(note.text.utf8.dropLast()))
      statement = try StatementReading.statement(json)
      guard try statement.json.canonicalBytes() + [0x0A] == Array(note.text.utf8) else {
        throw failure("it is not written as Waymark writes it")
      }
      guard (try? note.verified(by: [VerifyingKey(text: statement.key)])) != nil else {
        throw failure("its text and its signature do not fit; one of them was changed")
      }
      guard note.signatures.count == 1 else { throw failure("it has more than one signature") }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw failure("\(error)")
    }
    return statement
  }

  static func failure(_ what: String) -> Failure {
    Failure(
      .badData, "This is no statement of a ledger: \(what.hasSuffix(".") ? String(what.dropLast()) : what).",
      help: "Ask the old partnership for the file that `waymark workspace statement` wrote.")
  }
}

/// The parts of a statement, key by key.
private enum StatementReading {
  static func statement(_ json: JSONValue) throws(Failure) -> LedgerStatement {
    try checkKeys(
      json,
      ["schema", "workspace", "partnership", "subject", "day", "key", "unsettledSince", "links", "entries"])
    guard try text(json, "schema") == LedgerStatement.schema else {
      throw StatementFile.failure("its schema is not “\(LedgerStatement.schema)”")
    }
    return LedgerStatement(
      workspace: try exact(json, "workspace", where: LedgerStatement.isWorkspace),
      partnership: try exact(json, "partnership", where: { SlugRule.isSlug($0) }),
      subject: try exact(json, "subject", where: { SubjectRule.isSubject($0) }),
      day: try parsed(json, "day") { Day($0) },
      key: try text(json, "key"), unsettledSince: try optional(json, "unsettledSince") { Day($0) },
      links: try list(json, "links").map { (json) throws(Failure) in try link(json) },
      entries: try list(json, "entries").map { (json) throws(Failure) in try entry(json) })
  }

  private static func link(_ json: JSONValue) throws(Failure) -> LedgerStatement.Link {
    try checkKeys(json, ["successor", "predecessor"])
    return LedgerStatement.Link(
      successor: try exact(json, "successor", where: LedgerStatement.isEverywhere),
      predecessor: try exact(json, "predecessor", where: LedgerStatement.isEverywhere))
  }

  private static func entry(_ json: JSONValue) throws(Failure) -> LedgerStatement.Entry {
    try checkKeys(
      json,
      [
        "workspace", "number", "subject", "framework", "criterion", "use", "period", "day", "epsilon",
        "judgedOn",
      ])
    guard case .int(let number)? = json["number"], number > 0 else {
      throw StatementFile.failure("a line has no number")
    }
    let workspace = try exact(json, "workspace", where: LedgerStatement.isWorkspace)
    let spend = LedgerSpend(
      subject: try exact(json, "subject", where: LedgerStatement.isEverywhere),
      framework: try exact(json, "framework", where: { SlugRule.isSlug($0) }),
      criterion: try exact(json, "criterion", where: { $0 == LedgerSpend.every || SlugRule.isPath($0) }),
      use: try parsed(json, "use") { LedgerSpend.Use(rawValue: $0) },
      period: try parsed(json, "period") { Period($0) }, day: try parsed(json, "day") { Day($0) },
      epsilon: try optional(json, "epsilon") { Epsilon($0) },
      judgedOn: try optional(json, "judgedOn") { Day($0) },
      source: .brought(workspace: workspace, number: number))
    return LedgerStatement.Entry(workspace: workspace, number: number, spend: spend)
  }

  private static func checkKeys(_ json: JSONValue, _ keys: Set<String>) throws(Failure) {
    guard let found = json.asObject?.map(\.key), Set(found) == keys, found.count == keys.count else {
      throw StatementFile.failure("parts of it are missing, or it holds more than a statement has")
    }
  }

  private static func text(_ json: JSONValue, _ key: String) throws(Failure) -> String {
    guard let text = json[key]?.asString else { throw StatementFile.failure("“\(key)” should be a text") }
    return text
  }

  private static func list(_ json: JSONValue, _ key: String) throws(Failure) -> [JSONValue] {
    guard let list = json[key]?.asArray else { throw StatementFile.failure("“\(key)” should be a list") }
    return list
  }

  private static func parsed<Value>(
    _ json: JSONValue, _ key: String, _ parse: (String) -> Value?
  ) throws(Failure) -> Value {
    let text = try text(json, key)
    guard let value = parse(text) else {
      throw StatementFile.failure("“\(key)” cannot be “\(text.prefix(40))”")
    }
    return value
  }

  private static func optional<Value>(
    _ json: JSONValue, _ key: String, _ parse: (String) -> Value?
  ) throws(Failure) -> Value? {
    json[key]?.isNull == true ? nil : try parsed(json, key, parse)
  }

  private static func exact(
    _ json: JSONValue, _ key: String, where isOne: (String) -> Bool
  ) throws(Failure) -> String {
    try parsed(json, key) { isOne($0) ? $0 : nil }
  }
}
