/// Types in plain words, for messages.
enum TypeWords {
  /// One value of a type: "a whole number", "text".
  static func one(_ type: ValueType) -> String {
    switch type {
    case .dyn, .parameter, .error: "something of any type"
    case .null: "null"
    case .bool: "true or false"
    case .int: "a whole number"
    case .uint: "a whole number without a sign"
    case .double: "a number with a fraction"
    case .string: "text"
    case .bytes: "bytes"
    case .timestamp: "a date"
    case .duration: "a length of time"
    case .list(let element, _): isKnown(element) ? "a list of \(many(element))" : "a list"
    case .map, .keyed: "a map"
    case .type: "a type"
    case .record(let type): "a record (\(type.name))"
    case .refined(let refinement): article(refinement.name)
    }
  }

  private static func many(_ type: ValueType) -> String {
    switch type {
    case .bool: "true and false"
    case .null: "null"
    case .int: "whole numbers"
    case .uint: "whole numbers without a sign"
    case .double: "numbers with fractions"
    case .string: "texts"
    case .timestamp: "dates"
    case .duration: "lengths of time"
    case .list: "lists"
    case .map, .keyed: "maps"
    case .record: "records"
    case .type: "types"
    case .refined(let refinement): many(refinement.baseType)
    case .dyn, .parameter, .error, .bytes: "values"
    }
  }

  private static func isKnown(_ type: ValueType) -> Bool {
    switch type {
    case .dyn, .parameter, .error: false
    default: true
    }
  }

  /// A noun with its article.
  static func article(_ noun: String) -> String {
    guard let first = noun.first else { return noun }
    return ("aeiou".contains(first.lowercased()) ? "an " : "a ") + noun
  }

  /// "text, bytes or a list".
  static func anyOf(_ words: [String]) -> String {
    var seen: [String] = []
    for word in words where !seen.contains(word) { seen.append(word) }
    guard seen.count > 1, let last = seen.popLast() else { return seen.first ?? "" }
    return seen.joined(separator: ", ") + " or " + last
  }
}
