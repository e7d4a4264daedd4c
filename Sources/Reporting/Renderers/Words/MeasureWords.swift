import Frameworks
import Reviews

/// What is counted, which way it moves and what follows, in plain words.
struct MeasureWords {
  private let resolved: ResolvedFramework

  init(_ resolved: ResolvedFramework) { self.resolved = resolved }

  /// "A number: per cent, 0 to 100", "Yes or no".
  func answer(_ measure: Measure) -> String {
    switch measure.kind {
    case .yesNo: return "Yes or no"
    case .number:
      let unit = measure.unit.map { ": \($0)" } ?? ""
      return "A number\(unit)\(limits(measure))"
    case .counts:
      let unit = measure.unit ?? "of them"
      return "How many \(unit) at each of: \(points(measure).joined(separator: ", "))"
    case .point: return "One of: \(points(measure).joined(separator: ", "))"
    }
  }

  /// "English: 55 per cent", "New head: yes"; `nil` where the review does not say.
  func found(_ measure: Measure, in review: Review) -> String? {
    guard let value = review.value(of: measure, in: resolved) else { return nil }
    let unit = measure.unit.map { " \($0)" } ?? ""
    let scale = measure.scale.flatMap { resolved.scaleIndex($0.value) }.map(resolved.scale)
    switch value {
    case .number(let number): return "\(measure.title): \(ProcessWords.figure(number))\(unit)"
    case .yesNo(let answer): return "\(measure.title): \(answer ? "yes" : "no")"
    case .point(let id):
      return "\(measure.title): \(scale?.points.first { $0.id.value == id }?.name ?? id)"
    case .counts(let counts):
      let parts = scale?.points.map { "\(counts[$0.id.value] ?? 0) × \($0.name)" } ?? []
      return "\(measure.title): \(parts.joined(separator: ", "))"
    }
  }

  private func limits(_ measure: Measure) -> String {
    switch (measure.atLeast, measure.atMost) {
    case (let low?, let high?): ", \(ProcessWords.figure(low)) to \(ProcessWords.figure(high))"
    case (let low?, nil): ", \(ProcessWords.figure(low)) or more"
    case (nil, let high?): ", \(ProcessWords.figure(high)) or less"
    case (nil, nil): ""
    }
  }

  private func points(_ measure: Measure) -> [String] {
    let scale = measure.scale.flatMap { resolved.scaleIndex($0.value) }.map(resolved.scale)
    return scale?.points.map { $0.label ?? FrameworkWords.point($0) } ?? []
  }

  /// "Declining where it falls by more than 2; stable; rising where it rises by 2 or more".
  static func categories(_ trend: Trend) -> String {
    let ends = trend.categories.dropFirst().map(\.from) + [nil]
    let parts = zip(trend.categories, ends).map { category, end in
      switch (category.from, end) {
      case (nil, let end?): "\(category.title): a change below \(signed(end))"
      case (let from?, nil): "\(category.title): \(signed(from)) or more"
      case (let from?, let end?): "\(category.title): from \(signed(from)) to below \(signed(end))"
      case (nil, nil): category.title
      }
    }
    return parts.joined(separator: "; ")
  }

  private static func signed(_ number: Double) -> String {
    (number > 0 ? "+" : "") + ProcessWords.figure(number)
  }

  /// "Yes or no", "one of: Year 3, Year 4".
  static func answer(_ fact: Fact) -> String {
    switch fact.kind {
    case .yesNo: "yes or no"
    case .choice: "one of: \(fact.choices.map(\.title).joined(separator: ", "))"
    case .number: "a number"
    case .text: "a few words"
    case .date: "a day"
    }
  }

  /// Who must agree before a subject leaves a list: "the group and the school both say that it is enough".
  static func closing(_ list: WatchList) -> String {
    let sides = list.closedBy.map(\.title)
    let verb = sides.count == 2 ? "both say" : sides.count > 2 ? "all say" : "say"
    return "\(English.list(sides)) \(verb) that it is enough"
  }
}
