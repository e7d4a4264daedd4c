import Diagnostics
import Documents
import Frameworks

/// When, how often and by whom, in plain words.
struct ProcessWords {
  private let framework: Framework

  init(_ framework: Framework) { self.framework = framework }

  // MARK: - Who

  /// "Lead reviewer and Reviewer".
  func roles(_ ids: [Located<String>]) -> String { English.list(ids.map { role($0.value) }) }

  func role(_ id: String) -> String { framework.team.roles.first { $0.id.value == id }?.title ?? id }

  /// "Exactly one a review", "At least two a review"; `nil` where any number may be.
  static func number(_ role: Role) -> String? {
    amount(role.atLeast, role.atMost).map { $0.firstCapital + " for each review" }
  }

  /// A number without needless decimals.
  static func figure(_ number: Double) -> String {
    let rounded = (number * 1000).rounded() / 1000
    let text = rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
    return rounded < 0 ? "−" + text.dropFirst() : text
  }

  /// "exactly one", "two to four", "at least one", "at most three".
  static func amount(_ atLeast: Int?, _ atMost: Int?) -> String? {
    switch (atLeast, atMost) {
    case (let low?, let high?) where low == high: "exactly \(English.number(low))"
    case (let low?, let high?): "\(English.number(low)) to \(English.number(high))"
    case (let low?, nil): low == 0 ? nil : "at least \(English.number(low))"
    case (nil, let high?): "at most \(English.number(high))"
    case (nil, nil): nil
    }
  }

  // MARK: - When

  /// "1 to 2 weeks after the review, ideally 10 days".
  func window(_ window: Window) -> String {
    let side = window.before == nil ? "after" : "before"
    let anchor = anchor(window.anchor?.value ?? "")
    let aim = window.aim.map { ", ideally \($0.words)" } ?? ""
    let span = window.span.value
    switch (span.from, span.to) {
    case (let from?, let to?) where from == to:
      return from.count == 0 ? "straight \(side) \(anchor)" : "\(from.words) \(side) \(anchor)"
    case (let from?, let to?) where from.count > 0:
      let low = from.unit == to.unit ? "\(from.count)" : from.words
      return "\(low) to \(to.words) \(side) \(anchor)\(aim)"
    case (_, let to?): return "at most \(to.words) \(side) \(anchor)\(aim)"
    case (let from?, nil) where from.count > 0: return "at least \(from.words) \(side) \(anchor)\(aim)"
    case (_, nil): return "\(side) \(anchor)\(aim)"
    }
  }

  /// A step inside a sentence: "the review" where its title names an occasion, else the title in quotation marks.
  private func anchor(_ id: String) -> String {
    let title = framework.process.stages.flatMap(\.steps).first { $0.id.value == id }?.title ?? id
    let words = title.lowercased().split(separator: " ").map(String.init)
    let isOccasion =
      (Self.occasions.contains(words.first ?? "") && !words.contains("before") && !words.contains("after"))
      || (Self.occasions.contains(words.last ?? "") && !words.contains("the"))
    return isOccasion ? "the " + English.inSentence(title) : "“\(title)”"
  }

  private static let occasions: Set<String> = [
    "review", "self-review", "meeting", "workshop", "visit", "check-in", "conversation", "day", "board",
    "feedback",
  ]

  /// "Half a day to 2 days".
  static func lasts(_ lasting: Lasting) -> String? {
    switch (lasting.atLeast, lasting.atMost) {
    case (let low?, let high?) where low == high: days(low)
    case (let low?, let high?): (low < 1 ? days(low) : figure(low)) + " to " + days(high)
    case (let low?, nil): "at least \(days(low))"
    case (nil, let high?): "at most \(days(high))"
    case (nil, nil): nil
    }
  }

  private static func days(_ number: Double) -> String {
    if number == 0.5 { return "half a day" }
    return number == 1 ? "1 day" : "\(figure(number)) days"
  }

  // MARK: - How often

  /// "Twice a term", "every month".
  static func often(_ cadence: Cadence) -> String {
    let unit =
      switch cadence.per {
      case .year: "school year"
      case .term: "term"
      case .halfTerm: "half-term"
      case .month: "month"
      case .fortnight: "fortnight"
      case .week: "week"
      }
    switch cadence.times {
    case 1: return "once a \(unit)"
    case 2: return "twice a \(unit)"
    default: return "\(English.number(cadence.times)) times a \(unit)"
    }
  }

  /// "One review in five, and at least one of them, drawn by lot".
  static func sample(_ sample: QualitySample) -> String {
    let parts = 1 / max(sample.share, 0.001)
    let share: String
    if sample.share >= 1 {
      share = "Every review"
    } else if abs(parts - parts.rounded()) < 0.001 {
      share = "One review in \(English.number(Int(parts.rounded())))"
    } else {
      share = "\(figure((sample.share * 1000).rounded() / 10)) % of the reviews"
    }
    return sample.share >= 1
      ? share : "\(share), and at least \(English.number(sample.atLeast)), drawn by lot"
  }

  /// "1 September", from the month and day of an occasion.
  static func day(_ monthDay: String) -> String {
    let parts = monthDay.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2, months.indices.contains(parts[0] - 1) else { return monthDay }
    return "\(parts[1]) \(months[parts[0] - 1])"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]

  /// What waits for an agreement: "before figures are written down".
  func waits(_ agreement: Agreement) -> String {
    agreement.before.value == Agreement.measures
      ? "before figures are written down" : "before \(anchor(agreement.before.value))"
  }
}

extension String {
  /// As a sentence begins.
  var firstCapital: String { prefix(1).uppercased() + dropFirst() }
}
