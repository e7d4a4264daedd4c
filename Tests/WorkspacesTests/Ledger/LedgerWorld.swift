import Diagnostics
import Documents
import Foundation
import Frameworks
import Profiles
import Rubrics
import Sealing
import Synchronization
import Testing

@testable import Workspaces

/// A few made-up partnerships over some years, and books of its own on what was told of whom.
final class LedgerWorld {
  final class School {
    let number: Int
    let before: [Past]
    init(_ number: Int, _ before: [Past] = []) { (self.number, self.before) = (number, before) }
  }

  /// A school that went on as another, and how much had been told of anybody when it did.
  struct Past {
    let school: School
    let from: Int
  }

  struct Place {
    var workspace: Workspace
    /// Which school an id stands for.
    var schools: [String: School] = [:]
    var copy: (bytes: Data, schools: [String: School])?
    var published: [PublishedSheet] = []
    var payloads: [Period: [UInt8]] = [:]
    /// The day of the review that counts, by school year and id.
    var judged: [Period: [String: Day]] = [:]
    var isLost = false
  }

  struct Told {
    let school: Int
    let criterion: Int
    let day: Day
    let epsilon: Double
  }

  var random: SeededGenerator
  let folder: TemporaryFolder
  let clock: MadeUpClock
  let rubric: Rubric
  let policy: Policy
  let key: SigningKey
  var places: [Place] = []
  var told: [Told] = []
  var used: [String: Set<String>] = ["sheet": [], "pool": []]
  var violations: [String] = []
  var releases = 0
  var contributions = 0
  var numbers = 0
  var ids = 100_000

  /// Two partnerships of four schools each, before anything happened.
  init() throws {
    random = SeededGenerator(seed: 0)
    folder = try TemporaryFolder(isInMemory: true)
    clock = MadeUpClock(Fixtures.today)
    rubric = try Fixtures.rubric(criteria: ["a", "b"])
    policy = try Self.policy()
    key = try SigningKey(name: "made.up/key")
    for number in 0..<2 {
      let workspace = try Workspace.create(
        folder.path("w\(number)"),
        for: NewPartnership(slug: "made-up-\(number)", name: "Made-up \(number)", region: "E12000004"),
        by: "Lead (made up)", clock: clock.clock)
      places.append(Place(workspace: workspace))
      for _ in 0..<4 { try join(number, settle: false) }
    }
  }

  /// The same start, with years of its own.
  init(_ start: LedgerWorld, seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    folder = try TemporaryFolder(isInMemory: true)
    clock = MadeUpClock(Fixtures.today)
    (rubric, policy, key) = (start.rubric, start.policy, start.key)
    (numbers, ids) = (start.numbers, start.ids)
    for (number, place) in start.places.enumerated() {
      for ending in ["", ".ledger"] {
        try FileManager.default.copyItem(
          atPath: place.workspace.path + ending, toPath: folder.path("w\(number)\(ending)"))
      }
      let workspace = try Workspace.open(
        folder.path("w\(number)"), by: "Lead (made up)", clock: clock.clock)
      places.append(Place(workspace: workspace, schools: place.schools))
    }
  }

  /// The shipped rules for smaller numbers, so that a few schools are enough.
  static func policy() throws -> Policy {
    var policy = try Fixtures.policy()
    for (index, range) in [(1, 2), (3, 3), (4, 5), (6, nil as Int?)].enumerated() {
      policy.criteria[index].from = range.0
      policy.criteria[index].to = range.1
    }
    return policy
  }

  /// What a figure of so many schools tells, as the study's table says.
  func epsilon(_ n: Int) -> Double? {
    switch n {
    case ..<3: nil
    case 3: 2
    case 4...5: 1.5
    default: 1.2
    }
  }

  var today: Day { clock.day }
  func pick<Item>(_ items: [Item]) -> Item? { items.randomElement(using: &random) }
  func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  /// A refusal is an answer; anything else is a mistake.
  func attempt(_ body: () throws -> Void) throws {
    do { try body() } catch let failure as Failure where failure.status == .refused {}
  }

  func newID() -> String {
    ids += 1
    return String(ids)
  }

  func add(_ id: String, at place: Int, from origin: String? = nil, region: String = "E12000004") throws {
    _ = try places[place].workspace.add(members: [
      Member(id: id, name: "Made-up \(id)", region: region, movedFrom: origin)
    ])
    for purpose in [Consent.Purpose.sheet, .pool] {
      _ = try places[place].workspace.giveConsent([id], to: purpose, from: today, on: today)
    }
  }

  // MARK: - The books

  /// Own epsilon of a school in the five years before a day, along the line of descent of which most was told: an earlier
  /// judgement was one of one school, and what was told of a school before another joined it says nothing of that one.
  func sum(_ school: School, _ criterion: Int, _ day: Day) -> Double {
    func own(from: Int) -> Double {
      told[from...].filter {
        $0.school == school.number && $0.criterion == criterion && day < Self.fiveYears(after: $0.day)
      }
      .map(\.epsilon).reduce(0, +)
    }
    return school.before.reduce(own(from: 0)) { max($0, sum($1.school, criterion, day) + own(from: $1.from)) }
  }

  /// The same day five years on; of a 29 February, the 28th.
  private static func fiveYears(after day: Day) -> Day {
    Day(year: day.year + 5, month: day.month, day: day.day) ?? Day(year: day.year + 5, month: 2, day: 28)
      ?? day
  }

  func past(_ schools: [School]) -> [Past] { schools.map { Past(school: $0, from: told.count) } }

  func enter(_ table: JudgementTable, _ place: Int, _ period: Period, _ use: String) {
    if places[place].isLost { violations.append("a publication without a ledger") }
    for column in 0..<table.columnCount {
      let rows = (0..<table.rowCount).filter { table[$0, column] < Mark.firstReserved }
      let epsilon = use == "sheet" ? epsilon(rows.count) : 0
      guard let epsilon else { continue }
      for row in rows {
        let id = table.subjects[row]
        guard let school = places[place].schools[id], let day = places[place].judged[period]?[id] else {
          violations.append("a school that nobody knows: \(id)")
          continue
        }
        if day.period != period { violations.append("a judgement of another school year") }
        let judgement = "\(school.number) \(column) \(day)"
        if used[use]?.insert(judgement).inserted == false {
          violations.append("a judgement in two \(use)s: \(judgement)")
        }
        if use == "sheet" {
          told.append(Told(school: school.number, criterion: column, day: today, epsilon: epsilon))
          let sum = sum(school, column, today)
          if sum > 6.000_001 { violations.append("\(sum) told of school \(school.number)") }
        }
      }
    }
  }
}

/// A day that a test moves on.
final class MadeUpClock: Sendable {
  private let state: Mutex<Day>

  init(_ day: Day) { state = Mutex(day) }

  var day: Day { state.withLock { $0 } }
  func advance(_ days: Int) { state.withLock { $0 = $0.adding(days: days) } }

  var clock: Clock {
    Clock { [self] in Date(timeIntervalSince1970: Double(day.daysSinceEpoch) * 86_400 + 43_200) }
  }
}

/// SplitMix64, for repeatable tests.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
