import Diagnostics
import Sealing

/// The free text of watch lists, as the workspace keeps it: canonical JSON (RFC 8785).
enum WatchContent {
  static func bytes(_ value: JSONValue) throws(Failure) -> [UInt8] {
    do {
      return try value.canonicalBytes()
    } catch {
      throw Failure(.badData, "This text has no canonical form. \(error)")
    }
  }

  static func read(_ text: String?, _ name: String) throws -> JSONValue? {
    guard let text else { return nil }
    guard let value = try? JSONValue(parsing: Array(text.utf8)) else {
      throw Damage(what: "\(name) cannot be read")
    }
    return value
  }

  /// A person's name, without the space around it.
  static func name(_ text: String, _ what: String) throws(Failure) -> String {
    let name = text.trimmed
    if name.isEmpty { throw Failure(.badData, "\(what) has no name.", help: "Name the person.") }
    if name.count > 200 { throw Failure(.badData, "\(what) has a name of more than 200 characters.") }
    if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      throw Failure(.badData, "\(what) has a name with line breaks or control characters in it.")
    }
    return name
  }

  /// Something that a person writes, without the space around it; `nil` where nothing is left.
  static func text(_ text: String?, _ what: String) throws(Failure) -> String? {
    guard let text = text?.trimmed, !text.isEmpty else { return nil }
    if text.utf8.count > 20_000 {
      throw Failure(
        .badData, "\(what) is longer than 20,000 bytes.", help: "Keep to the point, or file it elsewhere.")
    }
    return text
  }
}

extension WatchOpening {
  init?(_ json: JSONValue?) {
    guard let owner = json?["owner"]?.asString, let role = json?["role"]?.asString else { return nil }
    self.init(owner: owner, role: role, reason: json?["reason"]?.asString)
  }

  var json: JSONValue {
    ["owner": .string(owner), "role": .string(role), "reason": reason.map { .string($0) } ?? .null]
  }
}

extension WatchReport.Content {
  init?(_ json: JSONValue?) {
    guard let by = json?["by"]?.asString, let text = json?["text"]?.asString else { return nil }
    self.init(
      by: by, text: text, progress: json?["progress"]?.asString.flatMap { WatchReport.Progress(rawValue: $0) }
    )
  }

  var json: JSONValue {
    ["by": .string(by), "text": .string(text), "progress": progress.map { .string($0.rawValue) } ?? .null]
  }
}
