/// Values as the language writes them, for messages and explanations.
public enum ValueText {
  /// A value as it is written: `"text"`, `1u`, `[1, 2]`. After about `most` code points the rest is “…”.
  public static func text(_ value: Value, most: Int = 400) -> String {
    var writer = Writer(left: most)
    writer.write(value)
    return writer.text
  }

  /// About 40 code points of a value.
  static func short(_ value: Value) -> String { text(value, most: 40) }

  private struct Writer {
    var text = ""
    /// How many code points may still follow.
    var left: Int

    init(left: Int) { self.left = left }

    mutating func write(_ value: Value) {
      switch value {
      case .null: add("null")
      case .bool(let truth): add(truth ? "true" : "false")
      case .int(let number): add(String(number))
      case .uint(let number): add("\(number)u")
      case .double(let number): add(number.isFinite ? number.description : NumberText.text(of: number))
      case .string(let text): write(text)
      case .bytes(let bytes): add("\(bytes.count) bytes")
      case .list(let list):
        add("[")
        for (place, element) in list.enumerated() where separate(place) { write(element) }
        add("]")
      case .map(let map):
        add("{")
        for (place, entry) in map.entries.enumerated() where separate(place) {
          write(entry.key)
          add(": ")
          write(entry.value)
        }
        add("}")
      case .timestamp(let moment): add(TimestampText.text(of: moment))
      case .duration(let span): add(DurationText.text(of: span))
      case .type(let name): add(name.name)
      case .record(let record):
        add("{")
        for (place, field) in record.type.fields.enumerated() where separate(place) {
          add(field.name + ": ")
          write(record.slots[place])
        }
        add("}")
      case .failure(let failure):
        switch failure.cause {
        case .error(_, let message): add("error: " + message)
        case .notEvaluable: add("not evaluable")
        }
      }
    }

    private mutating func add(_ part: String) {
      text += part
      left -= part.unicodeScalars.count
    }

    /// A comma before all but the first; false once there is no room, after one last “…”.
    private mutating func separate(_ place: Int) -> Bool {
      guard left > 0 else {
        if left > .min / 2 { text += place == 0 ? "…" : ", …" }
        left = .min / 2
        return false
      }
      if place > 0 { add(", ") }
      return true
    }

    private mutating func write(_ string: String) {
      text += "\""
      for scalar in string.unicodeScalars {
        guard left > 0 else {
          text += "…"
          break
        }
        left -= 1
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        case "\r": text += "\\r"
        case "\t": text += "\\t"
        default: text.unicodeScalars.append(scalar)
        }
      }
      text += "\""
    }
  }
}
