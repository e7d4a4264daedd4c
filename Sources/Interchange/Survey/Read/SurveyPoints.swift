import Diagnostics
import Documents
import Frameworks
import Reviews

/// What the answers of one column stand for.
struct SurveyPoints {
  /// The words that stand in a point's place.
  static let instead = [Judgement.notApplicable, Judgement.notReviewed]

  let scale: Scale
  /// By the answers' common spelling; the column's own before those of the survey.
  private var declared: [String: String] = [:]

  init(_ scale: Scale, column: [Keyed<Located<String>>] = [], survey: [Keyed<Located<String>>] = []) {
    self.scale = scale
    for answer in survey + column {
      declared[SurveyHeader.normalized(answer.key.value)] = answer.value.value
    }
  }

  enum Reading: Equatable {
    /// A point's id, `not-applicable` or `not-reviewed`.
    case point(String)
    case unknown
    /// A number and a label that are not of the same point.
    case disagreeing
  }

  func reading(of answer: String) -> Reading {
    let text = SurveyHeader.normalized(answer)
    if let name = declared[text] { return named(name).map { .point($0) } ?? .unknown }
    if let point = single(text) { return .point(point) }
    guard let parts = Self.parts(of: text), let number = numbered(parts.number) else { return .unknown }
    guard let label = labelled(parts.label) else { return .unknown }
    return number == label ? .point(number) : .disagreeing
  }

  private func named(_ name: String) -> String? {
    Self.instead.contains(name) ? name : scale.point(named: name)?.id.value
  }

  private func single(_ text: String) -> String? {
    switch text {
    case "n/a", "not applicable": return Judgement.notApplicable
    case "not reviewed": return Judgement.notReviewed
    default: break
    }
    if let label = labelled(text) { return label }
    return named(CellValues.slugged(text))
  }

  private func labelled(_ text: String) -> String? {
    scale.points.first { SurveyHeader.normalized($0.label ?? $0.id.value) == text }?.id.value
  }

  private func numbered(_ text: String) -> String? {
    Int(text).flatMap { number in scale.points.first { $0.value == number }?.id.value }
  }

  /// A number and a label together, as people write options: `3 - Secure`, `3. Secure`, `Secure (3)`.
  static func parts(of text: String) -> (number: String, label: String)? {
    func trimmed(_ part: Substring) -> String {
      var part = part
      while let first = part.first, !first.isLetter, !first.isNumber { part.removeFirst() }
      while let last = part.last, !last.isLetter, !last.isNumber { part.removeLast() }
      return String(part)
    }
    let head = text.prefix(while: \.isNumber)
    if !head.isEmpty {
      let label = trimmed(text.dropFirst(head.count))
      return label.isEmpty ? nil : (String(head), label)
    }
    let end = text.hasSuffix(")") ? text.dropLast() : text[...]
    let tail = end.reversed().prefix(while: \.isNumber).reversed()
    let label = trimmed(end.dropLast(tail.count))
    return tail.isEmpty || label.isEmpty ? nil : (String(tail), label)
  }

  /// What may stand in a cell, for people.
  var choices: String {
    scale.pointChoices.joined(separator: ", ") + "; or “not applicable”, “not reviewed”"
  }
}
