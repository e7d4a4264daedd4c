import Documents

/// The days in a survey's cells; what follows the day, such as the time, is passed over.
enum SurveyDay {
  /// - Returns: `nil` where it is none, or none in that order.
  static func read(_ text: String, _ order: SurveyDate.Order) -> Day? {
    guard let parts = parts(of: text) else { return nil }
    if parts.isYearFirst {
      return Day(year: parts.numbers[0], month: parts.numbers[1], day: parts.numbers[2])
    }
    let year = parts.numbers[2] < 100 ? 2000 + parts.numbers[2] : parts.numbers[2]
    return order == .dayFirst
      ? Day(year: year, month: parts.numbers[1], day: parts.numbers[0])
      : Day(year: year, month: parts.numbers[0], day: parts.numbers[1])
  }

  /// The order in which all of some days can be read; `nil` where both will do or neither.
  static func order(of texts: [String]) -> SurveyDate.Order? {
    let fitting = SurveyDate.Order.allCases.filter { order in texts.allSatisfy { read($0, order) != nil } }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// Whether a text begins with a day in some order.
  static func isDay(_ text: String) -> Bool {
    SurveyDate.Order.allCases.contains { read(text, $0) != nil }
  }

  static func isYearFirst(_ text: String) -> Bool { parts(of: text)?.isYearFirst ?? false }

  private static func parts(of text: String) -> (numbers: [Int], isYearFirst: Bool)? {
    let day = text.prefix { $0.isNumber || "/.-".contains($0) }
    let parts = day.split { "/.-".contains($0) }
    let numbers = parts.compactMap { $0.count <= 4 ? Int($0) : nil }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    return (numbers, parts[0].count == 4)
  }
}
