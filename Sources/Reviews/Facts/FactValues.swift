import Documents
import Frameworks

/// What somebody said of a fact, as its kind reads it.
public enum FactValue: Sendable, Equatable {
  case yesNo(Bool)
  /// One of the fact's choices, by id.
  case choice(String)
  case number(Double)
  case text(String)
  case date(Day)
}

extension Fact {
  /// The value that a text stands for; `nil` where it is of another kind, or no choice.
  public func value(of plain: PlainValue) -> FactValue? {
    switch kind {
    case .yesNo: plain.boolean.map { .yesNo($0) }
    case .choice: choices.contains { $0.id.value == plain.text } ? .choice(plain.text) : nil
    case .number: plain.number.map { .number($0) }
    case .text: .text(plain.text)
    case .date: plain.day.map { .date($0) }
    }
  }

  /// What somebody's facts say of this one; `nil` where they say nothing that fits it.
  public func value(in facts: [Keyed<PlainValue>]) -> FactValue? {
    facts.first { $0.key.value == id.value }.flatMap { value(of: $0.value) }
  }

  /// How it is answered, for people.
  var answers: String {
    switch kind {
    case .yesNo: "true or false"
    case .choice: choices.map { "\($0.id.value) (\($0.title))" }.joined(separator: ", ")
    case .number: "a number"
    case .text: "a text"
    case .date: "a day, like 2026-01-31"
    }
  }
}

extension Field {
  /// The key `facts` of a subject or a person.
  static func facts(
    _ name: String, _ property: WritableKeyPath<Root, [Keyed<PlainValue>]> & Sendable
  ) -> Field {
    .defaulted(
      name, property, .map(keys: .slug, of: PlainValue.shape), default: [],
      "What the framework's rules need to know, each under its fact's id.")
  }
}
