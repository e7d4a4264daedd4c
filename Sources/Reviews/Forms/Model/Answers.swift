import Diagnostics
import Documents
import Frameworks

/// What was written into the fields of a form, or of one row or part of it.
public struct Answers: Sendable, Equatable {
  /// By the fields' ids, in the order of the form. Fields without an answer are left out.
  public private(set) var entries: [Keyed<Located<Answer>>] = []
  public var range = SourceRange.nowhere

  public init() {}

  /// The answer to a field, with its place.
  public subscript(field: String) -> Located<Answer>? {
    get { entries.first { $0.key.value == field }?.value }
    set {
      let place = entries.firstIndex { $0.key.value == field }
      switch (place, newValue) {
      case (let place?, let value?): entries[place].value = value
      case (let place?, nil): entries.remove(at: place)
      case (nil, let value?): entries.append(Keyed(key: Located(field, at: value.range), value: value))
      case (nil, nil): break
      }
    }
  }

  public var isEmpty: Bool { entries.isEmpty }

  /// Places and order do not count.
  public static func == (left: Self, right: Self) -> Bool {
    left.entries.count == right.entries.count
      && left.entries.allSatisfy { right[$0.key.value] == $0.value }
  }

  /// Without the answers to private fields, at any depth.
  func withoutPrivate(_ fields: [FormField]) -> Answers {
    var kept = Answers()
    kept.range = range
    for field in fields where !field.isPrivate {
      guard var answer = self[field.id.value] else { continue }
      if case .rows(let rows) = answer.value {
        answer.value = .rows(rows.map { $0.withoutPrivate(field.fields) }.filter { !$0.isEmpty })
      }
      kept[field.id.value] = answer
    }
    return kept
  }
}
