import Diagnostics
import Documents
import Frameworks
import GRDB
import Reviews
import Sealing

/// Reading values out of rows, strictly: what Waymark would not have written is damage.
extension Row {
  func text(_ column: String) throws -> String { try value(column) { String.fromDatabaseValue($0) } }

  func optionalText(_ column: String) throws -> String? {
    try optional(column) { String.fromDatabaseValue($0) }
  }

  func number(_ column: String) throws -> Int64 { try value(column) { Int64.fromDatabaseValue($0) } }

  func optionalNumber(_ column: String) throws -> Int64? {
    try optional(column) { Int64.fromDatabaseValue($0) }
  }

  func flag(_ column: String) throws -> Bool { try number(column) != 0 }

  func bytes(_ column: String) throws -> [UInt8] { try value(column) { Blob.bytes($0) } }

  func optionalBytes(_ column: String) throws -> [UInt8]? { try optional(column) { Blob.bytes($0) } }

  func day(_ column: String) throws -> Day { try parsed(column) { Day($0) } }

  /// Empty text stands for no day where rows are sorted by it.
  func optionalDay(_ column: String) throws -> Day? {
    guard let text = try optionalText(column), !text.isEmpty else { return nil }
    return try day(column)
  }

  func period(_ column: String) throws -> Period { try parsed(column) { Period($0) } }

  func digest(_ column: String) throws -> Digest { try parsed(column) { Digest(text: $0) } }

  func optionalDigest(_ column: String) throws -> Digest? {
    try optionalText(column) == nil ? nil : try digest(column)
  }

  func version(_ column: String) throws -> SemanticVersion { try parsed(column) { SemanticVersion($0) } }

  /// One of the words of a choice.
  func word<Word: RawRepresentable>(_ column: String, as: Word.Type = Word.self) throws -> Word
  where Word.RawValue == String {
    try parsed(column) { Word(rawValue: $0) }
  }

  private func parsed<Value>(_ column: String, _ parse: (String) -> Value?) throws -> Value {
    let text = try text(column)
    guard let value = parse(text) else { throw Damage(what: "“\(text)” stands for “\(column)”") }
    return value
  }

  private func optional<Value>(_ column: String, _ convert: (DatabaseValue) -> Value?) throws -> Value? {
    guard let stored: DatabaseValue = self[column] else { throw Damage(what: "“\(column)” is missing") }
    return stored.isNull ? nil : try value(column, convert)
  }

  private func value<Value>(_ column: String, _ convert: (DatabaseValue) -> Value?) throws -> Value {
    guard let stored: DatabaseValue = self[column], let value = convert(stored) else {
      throw Damage(what: "“\(column)” is missing or of the wrong kind")
    }
    return value
  }
}
