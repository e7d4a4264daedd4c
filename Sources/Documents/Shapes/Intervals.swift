import Diagnostics
import Sealing

/// A distance between two days, as ISO 8601 writes it: P90D, P2W, P6M, P1Y.
public struct Interval: Hashable, Sendable, CustomStringConvertible {
  public let count: Int
  public let unit: Unit

  public enum Unit: Character, Sendable {
    case days = "D"
    case weeks = "W"
    case months = "M"
    case years = "Y"
  }

  /// - Parameter count: 0 to 9999.
  public init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// `nil` where the text is no interval of one unit.
  public init?(_ text: some StringProtocol) {
    guard text.first == "P", let last = text.last, let unit = Unit(rawValue: last) else { return nil }
    let digits = text.dropFirst().dropLast()
    guard (1...4).contains(digits.count), digits.allSatisfy(\.isASCIIDigit), let count = Int(digits) else {
      return nil
    }
    self.init(count, unit)
  }

  public var description: String { "P\(count)\(unit.rawValue)" }

  /// As people say it: "2 weeks".
  public var words: String {
    let noun =
      switch unit {
      case .days: "day"
      case .weeks: "week"
      case .months: "month"
      case .years: "year"
      }
    return count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  /// For putting bounds in order: a month counts as 30.4 days.
  var roughDays: Double {
    switch unit {
    case .days: Double(count)
    case .weeks: Double(count) * 7
    case .months: Double(count) * 30.4
    case .years: Double(count) * 365.25
    }
  }
}

/// Between two distances; either end may be open.
public struct Span: Hashable, Sendable, CustomStringConvertible {
  /// The least distance.
  public var from: Interval?
  /// The greatest distance.
  public var to: Interval?

  public init(from: Interval? = nil, to: Interval? = nil) {
    self.from = from
    self.to = to
  }

  /// From `P1W..P2W`, `..P2W`, `P2W..` or `P90D`; `nil` where it is none, or its ends are the wrong way round.
  public init?(_ text: String) {
    guard let dots = text.range(of: "..") else {
      guard let interval = Interval(text) else { return nil }
      self.init(from: interval, to: interval)
      return
    }
    let (first, second) = (text[..<dots.lowerBound], text[dots.upperBound...])
    let (from, to) = (Interval(first), Interval(second))
    guard first.isEmpty || from != nil, second.isEmpty || to != nil, from != nil || to != nil else {
      return nil
    }
    if let from, let to, from.roughDays > to.roughDays { return nil }
    self.init(from: from, to: to)
  }

  public var description: String {
    if let from, from == to { return from.description }
    return "\(from?.description ?? "")..\(to?.description ?? "")"
  }

  /// As people say it: "1 week to 2 weeks", "at most 2 weeks".
  public var words: String {
    switch (from, to) {
    case (let from?, let to?): from == to ? from.words : "\(from.words) to \(to.words)"
    case (let from?, nil): "at least \(from.words)"
    case (nil, let to?): "at most \(to.words)"
    case (nil, nil): "any time"
    }
  }
}

extension String {
  fileprivate func range(of needle: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(needle) { return start..<index(start, offsetBy: needle.count) }
      start = index(after: start)
    }
    return nil
  }
}

extension Shape where Value == Interval {
  public static let interval = Shape.scalar(
    ScalarSpec(
      "interval", "days, weeks, months or years: `P90D`, `P2W`",
      schema: [("type", "string"), ("pattern", "^P[0-9]{1,4}[DWMY]$")]),
    parse: { text, node, reader in
      guard let interval = Interval(text) else {
        reader.report(ShapeCodes.notAnInterval, "“\(text.shortened)” is no interval.", at: node)
        return nil
      }
      return interval
    },
    write: { .string($0.description) })
}

extension Shape where Value == Located<Span> {
  public static let span = Shape.scalar(
    ScalarSpec(
      "span", "`P1W..P2W`, `..P2W`, `P2W..` or `P90D`",
      schema: [("type", "string"), ("pattern", "^(P[0-9]{1,4}[DWMY])?(\\.\\.)?(P[0-9]{1,4}[DWMY])?$")]),
    parse: { text, node, reader in
      guard let span = Span(text) else {
        reader.report(ShapeCodes.notAnInterval, "“\(text.shortened)” is no span of time.", at: node)
        return nil
      }
      return Located(span, at: reader.tree.range(node))
    },
    write: { .string($0.value.description) })
}

extension Shape where Value == Located<String> {
  /// A day of any year: `09-01`.
  public static let monthDay = Shape.located(
    ScalarSpec(
      "month and day", "such as `09-01`",
      schema: [("type", "string"), ("pattern", "^[0-9]{2}-[0-9]{2}$")]),
    code: ShapeCodes.notAMonthDay, what: "a month and a day such as 09-01",
    isValid: { Day("2000-" + String(decoding: $0, as: UTF8.self)) != nil })
}
