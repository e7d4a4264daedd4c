import Diagnostics
import Sealing

/// Publishes how many subjects stand at each point, small counts withheld and the others rounded (DISCLOSURE
/// section 3, families 1 and 2): what statistical offices do with counts of thousands.
struct Rounded: DisclosureMethod {
  static let technique = Technique.rounded
  static let meaning = "the count at each point, small ones withheld and the others rounded"
  static let parameters = [
    TechniqueParameter(
      key: "below", kind: .whole(2...1_000),
      summary: "`rounded` withholds the count of every point at which fewer stand, also where nobody does.",
      example: "8"),
    TechniqueParameter(
      key: "nearest", kind: .whole(1...1_000),
      summary: "What `rounded` rounds the counts to that it shows; halves go up.", example: "5"),
    TechniqueParameter(
      key: "complementary", kind: .flag,
      summary:
        "Whether `rounded` withholds the smallest count shown as well where only one is withheld, which could "
        + "otherwise be worked out from the number judged.", example: "true"),
  ]
  /// A section has no counts by point.
  static let fitsSections = false
  static let figures: (any FigureContent.Type)? = RoundedFigure.self

  let below: Int
  let nearest: Int
  let complementary: Bool

  init(below: Int, nearest: Int, complementary: Bool) {
    (self.below, self.nearest, self.complementary) = (below, nearest, complementary)
  }

  init?(_ size: SizeClass) {
    guard let below = size.below, let nearest = size.nearest, let complementary = size.complementary else {
      return nil
    }
    (self.below, self.nearest, self.complementary) = (below, nearest, complementary)
  }

  func problems(in size: SizeClass) -> [String] {
    var problems: [String] = []
    if nearest > 2 * below {
      problems.append("Rounding to \(nearest) would show a count of \(below) as 0.")
    }
    if let to = size.to, below > to {
      problems.append(
        "Counts under \(below) are withheld, but the class ends at \(to): no count would ever be shown.")
    }
    return problems
  }

  func mechanism(points: [Int], criteria: Int) -> Mechanism {
    guard criteria == 1, points.count > 1 else { return .nothing }
    // -1 stands for a count that is withheld.
    return .function { counts in shown(counts).map { $0 ?? -1 } }
  }

  /// What is shown of each count; `nil` where it is withheld.
  func shown(_ counts: [Int]) -> [Int?] {
    var shown: [Int?] = counts.map { count -> Int? in
      guard count >= below else { return nil }
      return (2 * count + nearest) / (2 * nearest) * nearest
    }
    guard complementary, shown.count(where: { $0 == nil }) == 1 else { return shown }
    // By the true counts, the lowest point first where two are equal.
    let kept = counts.indices.filter { shown[$0] != nil }
    if let smallest = kept.min(by: { (counts[$0], $0) < (counts[$1], $1) }) { shown[smallest] = nil }
    return shown
  }

  func publish(_ exact: ExactSum, using generator: inout some RandomNumberGenerator) -> (any FigureContent)? {
    guard exact.criteria == 1, exact.points.count > 1 else { return nil }
    return RoundedFigure(
      self, cells: zip(exact.points, shown(exact.counts)).map { RoundedFigure.Cell(value: $0, count: $1) })
  }

  func excesses(over least: Rounded) -> [PolicyExcess] {
    var excesses: [PolicyExcess] = []
    if below < least.below {
      excesses.append(
        .init(rule: .technique, words: "counts from \(below) on, but only from \(least.below) on is allowed"))
    }
    if nearest < least.nearest {
      excesses.append(
        .init(rule: .technique, words: "rounding to \(nearest), but at least \(least.nearest) is asked for"))
    }
    if !complementary, least.complementary {
      excesses.append(.init(rule: .technique, words: "single withheld counts that can be worked out"))
    }
    return excesses
  }

  static let page = TechniqueText(
    title: "Rounded counts",
    publishes: """
      For each point of the scale how many subjects stand there, rounded; counts under a limit are withheld, those of
      nobody among them. With `complementary: true` a second count is withheld where there would be only one: the number
      judged is public, so a single gap could be filled in. All of it follows from the judgements; nothing is random.
      """,
    protects: """
      Little, at the sizes of partnerships. With a limit of 8 and rounding to 5 next to nothing is shown below 12
      subjects, and where nothing is shown nothing is given away: 0.4 of 100 judgements at 8 schools for somebody who
      knows all the others, and the same for everybody else.
      """,
    givesAway: """
      As soon as counts are shown, certainty. With the limit of 8 and rounding to 5, somebody who knows every other
      school's judgement is sure of 3 judgements in 100 at 10 schools, 8 at 12, 14 at 16 and 20 at 40; a limit of 3 and rounding
      to 3 gives away 44 at 8 schools, and the second withheld count does not help there. A school that joins where the
      others keep their judgements is revealed in up to 18 of 100 cases, in up to 40 with the lower limit. With a low
      limit unanimity is the worst case: one count shown, and everybody is known to stand there, even to an outsider.

      It tells little in return. At 12 schools a count is shown on 17 of 100 criteria only. A mean worked out from the
      rounded counts is off by 0.2 to 0.3 points at 12 to 24 schools; regions made of partnerships of 8 can be worked out
      in 3 of 100 cases, and with the lower limit they keep an error of 0.14 however many partnerships add up.
      """)
}

/// What rounded counts publish.
public struct RoundedFigure: FigureContent {
  static let technique = Technique.rounded
  static let keys = ["below", "nearest", "complementary", "cells"]

  /// Counts under this are withheld.
  public let below: Int
  /// What the others are rounded to.
  public let nearest: Int
  /// Whether a second count is withheld where there would be one gap only.
  public let complementary: Bool
  /// By point, the lowest first.
  public let cells: [Cell]

  public struct Cell: Sendable, Equatable {
    /// The point's value.
    public let value: Int
    /// `nil` where it is withheld.
    public let count: Int?
  }

  init(_ method: Rounded, cells: [Cell]) {
    (below, nearest, complementary) = (method.below, method.nearest, method.complementary)
    self.cells = cells
  }

  init(_ object: StrictObject, _ frame: FigureFrame, at place: String) throws(Failure) {
    below = try object.whole("below")
    nearest = try object.whole("nearest")
    complementary = try object.flag("complementary")
    var cells: [Cell] = []
    for (index, element) in try object.list("cells").enumerated() {
      let cell = try StrictObject(element, at: "\(place).cells[\(index)]", keys: ["value", "count"])
      cells.append(Cell(value: try cell.whole("value"), count: try cell.wholeOrNull("count")))
    }
    self.cells = cells
    if let fault = fault(frame) { throw SheetFailures.impossible("\(place): \(fault)") }
  }

  /// Why no cohort can have these counts; `nil` where one can.
  private func fault(_ frame: FigureFrame) -> String? {
    guard (2...1_000).contains(below), (1...1_000).contains(nearest), nearest <= 2 * below else {
      return "nobody rounds to \(nearest) and withholds what is under \(below)"
    }
    let values = cells.map(\.value)
    guard frame.criteria == 1, cells.count > 1, values == Array(Set(values)).sorted(),
      values.first == frame.points.lowerBound, values.last == frame.points.upperBound
    else { return "its points are not those of one scale, in order" }
    let withheld = cells.count { $0.count == nil }
    if complementary, withheld == 1 { return "one count alone is withheld, which could be worked out" }
    // The fewest and the most that can stand at the points, given what is shown.
    var (fewest, most) = (0, 0)
    for cell in cells {
      guard let count = cell.count else {
        most += complementary && withheld == 2 ? frame.n : below - 1
        continue
      }
      guard let range = range(of: count) else { return "\(count) is no count that rounding gives" }
      (fewest, most) = (fewest + range.lowerBound, most + range.upperBound)
    }
    return fewest <= frame.n && frame.n <= most ? nil : "its counts do not add up to \(frame.n)"
  }

  /// The counts that are shown as one.
  func range(of shown: Int) -> ClosedRange<Int>? {
    guard (1...2_000_000).contains(shown), shown.isMultiple(of: nearest) else { return nil }
    // Halves go up: 2 c + nearest reaches 2 shown first, and 2 shown + 2 nearest no more.
    let (low, high) = ((2 * shown - nearest + 1) / 2, (2 * shown + nearest - 1) / 2)
    return max(low, below) <= high ? max(low, below)...high : nil
  }

  var members: [JSONValue.Member] {
    [
      .init("below", .int(Int64(below))), .init("nearest", .int(Int64(nearest))),
      .init("complementary", .bool(complementary)),
      .init(
        "cells",
        .array(
          cells.map { ["value": .int(Int64($0.value)), "count": $0.count.map { .int(Int64($0)) } ?? .null] })),
    ]
  }

  var span: (mean: Double, interval: ClosedRange<Double>)? { nil }

  var method: any DisclosureMethod {
    Rounded(below: below, nearest: nearest, complementary: complementary)
  }

  var protection: String {
    "Counts under \(below) are withheld, also those of nobody"
      + (complementary ? ", and a second one where one could be worked out" : "")
      + ". The others are rounded to the nearest \(nearest). Nothing random was added."
  }

  static let notices = [
    "Rounded counts carry no noise. Somebody who knows the other schools' judgements can be certain of the last one "
      + "wherever rounding does not hide it: with counts from 8 on, rounded to 5, for about 8 judgements in 100 at 12 "
      + "schools and 20 in 100 at 40.",
    "A school that joins or leaves between two sheets may be given away by the difference, where the others kept their "
      + "judgements: in up to 18 cases of 100.",
    "A mean worked out from rounded counts is off by 0.2 to 0.3 points for 12 to 24 schools.",
  ]
}

extension SheetFigure {
  /// The figure's rounded counts; `nil` where another technique made it.
  public var rounded: RoundedFigure? { content as? RoundedFigure }
}

extension SizeClass {
  /// Under which count `rounded` withholds.
  public var below: Int? {
    get { self[whole: "below"] }
    set { self[whole: "below"] = newValue }
  }

  /// What `rounded` rounds to.
  public var nearest: Int? {
    get { self[whole: "nearest"] }
    set { self[whole: "nearest"] = newValue }
  }

  /// Whether `rounded` withholds a second count where there would be one gap only.
  public var complementary: Bool? {
    get { self[flag: "complementary"] }
    set { self[flag: "complementary"] = newValue }
  }
}
