import Diagnostics
import Documents
import Profiles
import Rubrics

/// What a sample should hold. The same request gives the same bytes, on every machine.
public struct SampleRequest: Sendable {
  public var seed: UInt64
  public var partnerships: Int
  /// In each partnership; `nil` for a mix of sizes as in the study on disclosure.
  public var schools: Int?
  /// How many school years, the last being `lastPeriod`.
  public var years: Int
  public var lastPeriod: Period
  /// Each is reviewed in every kind of review that marks anything.
  public var frameworks: [Rubric]
  /// Partnerships are spread over these in turn.
  public var regions: [Region]

  public init(
    seed: UInt64, partnerships: Int, schools: Int?, years: Int, lastPeriod: Period = Period(startYear: 2025),
    frameworks: [Rubric], regions: [Region]
  ) {
    (self.seed, self.partnerships, self.schools, self.years) = (seed, partnerships, schools, years)
    (self.lastPeriod, self.frameworks, self.regions) = (lastPeriod, frameworks, regions)
  }

  /// Whether a framework reviews what samples are made of: schools, or the alliances that they lead.
  public static func suits(_ rubric: Rubric) -> Bool {
    switch rubric.framework.framework.subject {
    case .school, .alliance: true
    case .partnership, .yearGroup: false
    }
  }

  /// The earliest first.
  public var periods: [Period] { (0..<years).reversed().map { Period(startYear: lastPeriod.startYear - $0) } }

  func check() throws(Failure) {
    try check(partnerships, in: 1...999, "partnerships")
    if let schools { try check(schools, in: 2...500, "schools in a partnership") }
    try check(years, in: 1...20, "years")
    if frameworks.isEmpty || regions.isEmpty {
      throw Failure(.usage, "A sample needs at least one framework and one region.")
    }
    if let other = frameworks.first(where: { !Self.suits($0) }) {
      throw Failure(
        .usage,
        "A sample is made of schools; \(other.reference) reviews a \(other.framework.framework.subject.rawValue).",
        help: "Name a framework that reviews schools or alliances.")
    }
    let twice = Dictionary(grouping: frameworks, by: \.id).first { $0.value.count > 1 }
    if let twice {
      throw Failure(.usage, "“\(twice.key)” is named twice; a sample takes one version of a framework.")
    }
  }

  private func check(_ number: Int, in range: ClosedRange<Int>, _ what: String) throws(Failure) {
    guard range.contains(number) else {
      throw Failure(
        .usage, "\(number) \(what) cannot be made; it should be \(range.lowerBound) to \(range.upperBound).")
    }
  }
}

/// What was written.
public struct SampleCount: Sendable, Equatable {
  public var partnerships = 0
  public var schools = 0
  public var reviews = 0
}
