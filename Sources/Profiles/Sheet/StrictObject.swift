import Diagnostics
import Sealing

/// An object of a payload with exactly the keys that are expected, read key by key.
///
/// What a publisher signed may come from anybody: a key more, a key less or a value of another type is
/// refused.
struct StrictObject {
  private let json: JSONValue
  private let place: String

  /// - Throws: `badData` where it is no object or has other keys.
  init(
    _ json: JSONValue, at place: String, keys: [String], optional: [String] = []
  ) throws(Failure) {
    guard let members = json.asObject else { throw Self.failure("\(place) should be an object") }
    for member in members where !keys.contains(member.key) && !optional.contains(member.key) {
      throw Self.failure("\(place) has a key “\(member.key.prefix(40))” that nobody knows")
    }
    for key in keys where json[key] == nil { throw Self.failure("\(place) has no “\(key)”") }
    (self.json, self.place) = (json, place)
  }

  func text(_ key: String) throws(Failure) -> String {
    try take(key, "a text", json[key]?.asString)
  }

  /// A whole number, written without point or exponent.
  func whole(_ key: String) throws(Failure) -> Int {
    guard case .int(let value)? = json[key], let whole = Int(exactly: value) else {
      throw Self.failure("\(place).\(key) should be a whole number")
    }
    return whole
  }

  /// A whole number, or `null` for none.
  func wholeOrNull(_ key: String) throws(Failure) -> Int? {
    if case .null? = json[key] { return nil }
    return try whole(key)
  }

  func flag(_ key: String) throws(Failure) -> Bool { try take(key, "true or false", json[key]?.asBool) }

  func number(_ key: String) throws(Failure) -> Double {
    try take(key, "a number", json[key]?.asDouble)
  }

  func list(_ key: String) throws(Failure) -> [JSONValue] {
    try take(key, "a list", json[key]?.asArray)
  }

  func object(_ key: String, keys: [String]) throws(Failure) -> StrictObject {
    try StrictObject(json[key] ?? .null, at: "\(place).\(key)", keys: keys)
  }

  /// A text that stands for a value.
  func exact<Value>(_ key: String, _ parse: (String) -> Value?) throws(Failure) -> Value {
    let text = try text(key)
    guard let value = parse(text) else {
      throw Self.failure("\(place).\(key) cannot be “\(text.prefix(40))”")
    }
    return value
  }

  private func take<Value>(_ key: String, _ what: String, _ value: Value?) throws(Failure) -> Value {
    guard let value else { throw Self.failure("\(place).\(key) should be \(what)") }
    return value
  }

  private static func failure(_ what: String) -> Failure {
    Failure(
      .badData, "The sheet is not as it should be: \(what).",
      help: "Ask its sender for the file as it was signed.")
  }
}
