import Expressions
import Foundation

/// One case of the public conformance vectors: `cel/core.json` in the folder that `WAYMARK_VECTORS` names.
struct ConformanceCase {
  enum Expectation {
    case value(Value)
    case error(String)
  }

  let name: String
  let text: String
  let isChecked: Bool
  let container: String
  let variables: [Environment.Variable]
  let bindings: [String: Value]
  let expectation: Expectation

  /// The folder of vectors, if there is one.
  static let folder = ProcessInfo.processInfo.environment["WAYMARK_VECTORS"]

  struct Malformed: Error { let what: String }

  static func all() throws -> [ConformanceCase] {
    guard let folder else { return [] }
    let data = try Data(contentsOf: URL(fileURLWithPath: folder).appending(path: "cel/core.json"))
    guard let file = try JSONSerialization.jsonObject(with: data) as? [String: Any],
      let tests = file["tests"] as? [[String: Any]]
    else { throw Malformed(what: "core.json") }
    return try tests.map(ConformanceCase.init)
  }

  private init(_ json: [String: Any]) throws {
    guard let text = json["expr"] as? String, let expect = json["expect"] as? [String: Any] else {
      throw Malformed(what: "\(json)")
    }
    name = ["file", "section", "name"].compactMap { json[$0] as? String }.joined(separator: "/")
    self.text = text
    isChecked = json["disable_check"] as? Bool != true
    container = json["container"] as? String ?? ""
    let bound = try (json["bindings"] as? [String: Any] ?? [:]).mapValues(Self.value)
    bindings = bound
    let declared = (json["type_env"] as? [[String: Any]] ?? []).compactMap { entry -> Environment.Variable? in
      guard let name = entry["ident"] as? String, let type = entry["type"] as? String else { return nil }
      return Environment.Variable(name, Self.type(type))
    }
    let others = bound.keys.filter { name in !declared.contains { $0.name == name } }.sorted()
    variables = declared + others.map { Environment.Variable($0, .dyn) }
    if let errors = expect["error"] as? [String] {
      expectation = .error(errors.first ?? "")
    } else {
      expectation = .value(try Self.value(expect["value"] as Any))
    }
  }

  static func value(_ json: Any) throws -> Value {
    guard let object = json as? [String: Any], let (kind, content) = object.first else {
      throw Malformed(what: "\(json)")
    }
    switch (kind, content) {
    case ("null", _): return .null
    case ("bool", let truth as Bool): return .bool(truth)
    case ("int64", let digits as String): if let number = Int64(digits) { return .int(number) }
    case ("uint64", let digits as String): if let number = UInt64(digits) { return .uint(number) }
    case ("double", let digits as String): if let number = Double(digits) { return .double(number) }
    case ("string", let text as String): return .string(text)
    case ("bytes", let text as String): if let data = Data(base64Encoded: text) { return .bytes(Array(data)) }
    case ("list", let list as [Any]): return .list(try list.map(value))
    case ("map", let pairs as [[Any]]):
      return .map(try ValueMap(try pairs.map { (try value($0[0]), try value($0[1])) }))
    case ("type", let name as String): return .type(TypeName(name))
    case ("timestamp", let parts as [String: Any]):
      if let (seconds, nanos) = time(parts),
        let moment = Timestamp(seconds: seconds, nanoseconds: Int32(nanos))
      {
        return .timestamp(moment)
      }
    case ("duration", let parts as [String: Any]):
      if let (seconds, nanos) = time(parts), let span = TimeSpan(seconds: seconds, nanoseconds: nanos) {
        return .duration(span)
      }
    default: break
    }
    throw Malformed(what: "\(json)")
  }

  private static func time(_ parts: [String: Any]) -> (Int64, Int64)? {
    guard let text = parts["seconds"] as? String, let seconds = Int64(text) else { return nil }
    return (seconds, (parts["nanos"] as? NSNumber)?.int64Value ?? 0)
  }

  /// `int`, `list(int)`, `map(string, int)`.
  static func type(_ text: String) -> ValueType {
    guard let opening = text.firstIndex(of: "("), text.hasSuffix(")") else {
      return TypeName.denotations.first { $0.name.name == text || "\($0.type)" == text }?.type ?? .dyn
    }
    let inner = text[text.index(after: opening)...].dropLast()
    var depth = 0
    var parts: [String] = [""]
    for character in inner {
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      if character == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    let types = parts.map { type($0.trimmingCharacters(in: .whitespaces)) }
    switch text[..<opening] {
    case "list": return .list(types[0])
    case "map" where types.count == 2: return .map(types[0], types[1])
    default: return .dyn
    }
  }
}
