import Diagnostics
import Documents
import Frameworks

/// A measure holds what its kind asks for: a number within its bounds, a point of its scale, `true` or `false`, or
/// how many stand at each point.
public enum MeasureValues: ReviewCheck {
  public static let codes = [otherKind, outside, unknownPoint, noCount]

  public static func check(_ review: Review, against context: ReviewContext, into bag: inout DiagnosticBag) {
    for entry in review.measures {
      guard
        let measure = context.framework.framework.measures.first(where: { $0.id.value == entry.key.value })
      else { continue }
      let scale = measure.scale.flatMap { context.framework.scaleIndex($0.value) }.map(
        context.framework.scale)
      switch entry.value {
      case .single(let value): check(value, measure, scale, &bag)
      case .counts(let counts) where measure.kind == .counts: check(counts, measure, scale, &bag)
      case .counts: reportKind(measure, "numbers for several points", at: entry.key, &bag)
      }
    }
  }

  private static func check(
    _ value: PlainValue, _ measure: Measure, _ scale: Scale?, _ bag: inout DiagnosticBag
  ) {
    let written = Located("“\(value.text.onALine)”", at: value.range)
    switch measure.kind {
    case .counts: reportKind(measure, written.value, at: written, &bag)
    case .yesNo: if value.boolean == nil { reportKind(measure, written.value, at: written, &bag) }
    case .point:
      guard let scale, scale.point(named: value.text) == nil else { return }
      reportPoint(value.text, scale, at: value.range, &bag)
    case .number:
      guard let number = value.number else { return reportKind(measure, written.value, at: written, &bag) }
      let isBelow = measure.atLeast.map { number < $0 } ?? false
      guard isBelow || measure.atMost.map({ number > $0 }) ?? false else { return }
      bag.report(
        outside, "“\(measure.title)” is \(value.text), but should be \(measure.bounds).", at: value.range)
    }
  }

  private static func check(
    _ counts: [Keyed<PlainValue>], _ measure: Measure, _ scale: Scale?, _ bag: inout DiagnosticBag
  ) {
    for entry in counts {
      if let scale, scale.point(named: entry.key.value) == nil {
        reportPoint(entry.key.value, scale, at: entry.key.range, &bag)
      }
      if entry.value.count == nil {
        bag.report(
          noCount,
          "“\(entry.value.text.onALine)” is no number of \(measure.unit ?? "units") for “\(measure.title)”.",
          at: entry.value.range)
      }
    }
  }

  private static func reportKind(
    _ measure: Measure, _ found: String, at place: Located<String>, _ bag: inout DiagnosticBag
  ) {
    let wanted =
      switch measure.kind {
      case .number: "a number"
      case .yesNo: "true or false"
      case .point: "a point of its scale"
      case .counts: "how many stand at each point of its scale"
      }
    bag.report(otherKind, "“\(measure.title)” wants \(wanted), not \(found).", at: place.range)
  }

  private static func reportPoint(
    _ name: String, _ scale: Scale, at range: SourceRange, _ bag: inout DiagnosticBag
  ) {
    let words = name.allSatisfy(\.isNumber) ? [] : scale.points.map(\.id.value)
    let guess = NearestName.of(name, among: words).map { "Did you mean “\($0)”? " } ?? ""
    bag.report(
      unknownPoint, "“\(name.onALine)” is no point of the measure's scale.",
      help: guess + "It may be: \(scale.pointChoices.joined(separator: ", ")).", at: range)
  }

  static let otherKind = DiagnosticCode(
    "review-measure-kind", "A measure holds another kind of value than its framework asks for.",
    advice: "Write a number, a point, `true` or `false`, or a number for each point, as the measure wants.")
  static let outside = DiagnosticCode(
    "review-measure-range", "A measure's number lies outside what makes sense for it.",
    advice: "Correct the number; the framework states its bounds.")
  static let unknownPoint = DiagnosticCode(
    "review-measure-point", "A measure names a point that its scale does not have.",
    advice: "Use a point's id or its number.")
  static let noCount = DiagnosticCode(
    "review-measure-count", "A count is not a whole number, or is below 0.",
    advice: "Write how many there are: 0, 1, 2 and so on.")
}

extension Measure {
  /// For people: "from 0 to 100", "at least 0".
  var bounds: String {
    switch (atLeast?.plain, atMost?.plain) {
    case (let low?, let high?): "from \(low) to \(high)"
    case (let low?, nil): "at least \(low)"
    case (nil, let high?): "at most \(high)"
    case (nil, nil): "a number"
    }
  }
}

extension Double {
  /// Without a point where it is whole, and never with an exponent.
  var plain: String {
    if self == rounded(), abs(self) < 1e15 { return String(Int64(self)) }
    let text = String(self)
    guard let e = text.firstIndex(of: "e"), let power = Int(text[text.index(after: e)...]), power < 0 else {
      return text
    }
    let digits = text[..<e].filter { $0 != "." && $0 != "-" }
    return (self < 0 ? "-0." : "0.") + String(repeating: "0", count: -power - 1) + digits
  }
}
