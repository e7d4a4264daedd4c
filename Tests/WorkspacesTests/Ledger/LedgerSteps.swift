import Diagnostics
import Documents
import Foundation
import Profiles
import Reviews
import Rubrics
import Sealing

@testable import Workspaces

extension LedgerWorld {
  static let steps: [(name: String, run: @Sendable (LedgerWorld) throws -> Void)] = [
    ("publish", { try $0.publish(at: $0.anyPlace) }), ("publish", { try $0.publish(at: $0.anyPlace) }),
    ("publish", { try $0.publish(at: $0.anyPlace) }), ("years", { try $0.publishYearly(at: $0.anyPlace) }),
    ("correct", { try $0.correct() }), ("join", { try $0.join($0.anyPlace, settle: $0.chance(60)) }),
    ("leave", { try $0.leave() }), ("move", { try $0.move(from: $0.anyPlace) }),
    ("move", { try $0.moveBetweenReleases() }), ("merge", { try $0.merge() }),
    ("split", { try $0.split() }), ("rename", { try $0.rename() }), ("region", { try $0.moveRegion() }),
    ("copy", { try $0.copy() }), ("lose", { try $0.lose() }),
  ]

  var anyPlace: Int { Int.random(in: 0..<places.count, using: &random) }

  func step() throws {
    clock.advance(Int.random(in: 0...170, using: &random))
    if let step = pick(Self.steps) { try step.run(self) }
  }

  // MARK: - Reviews and releases

  func review(_ id: String, at place: Int, period: Period, on day: Day) throws {
    let points = ["p1", "p2", "p3", "p4"]
    let text = """
      schema: waymark.review/1
      framework: {id: made-up, version: 1.0.0}
      kind: self
      subject: {id: \(id)}
      status: agreed
      date: \(day)
      period: \(period)
      judgements:
        a: {point: \(pick(points) ?? "p1"), evidence: seen}
        b: {point: \(chance(80) ? pick(points) ?? "p1" : "not-reviewed"), evidence: seen}

      """
    _ = try places[place].workspace.add(reviews: [try Fixtures.read(text, path: "r/\(id)")])
    let before = places[place].judged[period]?[id]
    if before.map({ $0 <= day }) ?? true { places[place].judged[period, default: [:]][id] = day }
  }

  func publish(at place: Int) throws {
    let period = today.period
    for id in places[place].schools.keys.sorted() where places[place].judged[period]?[id] == nil {
      // Now and then last year's judgement is handed in again.
      if chance(12), let old = places[place].judged[Period(startYear: period.startYear - 1)]?[id] {
        try review(id, at: place, period: period, on: old)
      } else if chance(90) {
        try review(id, at: place, period: period, on: today)
      }
    }
    try attempt { try preview(place) }
    if chance(50) { try attempt { try contribute(place) } }
  }

  /// Every year, as partnerships do.
  func publishYearly(at place: Int) throws {
    for _ in 0..<Int.random(in: 2...4, using: &random) {
      clock.advance(365)
      try publish(at: place)
    }
  }

  func preview(_ place: Int) throws {
    let period = today.period
    let partnership = places[place].workspace.partnership
    let policy = policy
    let rubric = rubric
    let release = try places[place].workspace.preview(
      rubric, period: period, kind: .own, under: ReleaseTerms(policy), on: today
    ) { (table) throws(Failure) in
      let request = SheetRequest(
        partnership: partnership.slug, region: partnership.region, rubric: rubric, period: period, kind: .own,
        cohort: table, policy: policy)
      let payload = try SheetMaker.make(request, using: &random).payload()
      enter(table, place, period, "sheet")
      releases += 1
      return payload
    }
    if let before = places[place].payloads[period], before != release.payload {
      violations.append("two releases of \(period)")
    }
    if places[place].payloads.updateValue(release.payload, forKey: period) == nil {
      places[place].published.append(
        try PublishedSheet(
          payload: release.payload, issued: today, publication: Digest(of: release.payload)))
    }
  }

  func contribute(_ place: Int) throws {
    let period = today.period
    _ = try places[place].workspace.contribute(
      to: Digest(ofText: "\(place) \(period)"), rubric, period: period, kind: .own,
      epsilon: policy.pool.epsilon,
      on: today
    ) { (table) throws(Failure) in
      enter(table, place, period, "pool")
      contributions += 1
      return [1]
    }
  }

  func correct() throws {
    let place = anyPlace
    guard let id = pick(places[place].schools.keys.sorted()) else { return }
    let day = places[place].judged[today.period]?[id] ?? today
    try review(id, at: place, period: today.period, on: chance(50) ? day : today)
    if places[place].payloads[today.period] != nil { try attempt { try preview(place) } }
  }

  // MARK: - Schools

  func join(_ place: Int, settle: Bool) throws {
    numbers += 1
    let id = newID()
    try add(id, at: place)
    places[place].schools[id] = School(numbers)
    if settle { _ = try places[place].workspace.settleAsFirst(id, on: today) }
  }

  func leave() throws {
    let place = anyPlace
    guard let id = pick(places[place].schools.keys.sorted()) else { return }
    _ = try places[place].workspace.removeMember(id, on: today)
    let school = places[place].schools.removeValue(forKey: id)
    // It may come back at once, or in the same year; what its lead says of the time before is not always true.
    if chance(40) {
      try add(id, at: place)
      places[place].schools[id] = school
      if chance(70) { try attempt { _ = try places[place].workspace.settleAsFirst(id, on: today) } }
    }
  }

  /// To the other partnership, with a statement or without, and with this year's review.
  func move(from old: Int) throws {
    let new = (old + 1) % places.count
    guard let id = pick(places[old].schools.keys.sorted()), let school = places[old].schools[id],
      places[new].schools[id] == nil
    else { return }
    var statement: [UInt8]?
    if chance(75) {
      try attempt { statement = try places[old].workspace.statement(of: id, signedBy: key, on: today) }
    }
    if chance(80) {
      _ = try places[old].workspace.removeMember(id, on: today)
    } else if statement == nil {
      return
    }
    // One that stays a member of both is part of releases in the new one only.
    places[old].schools[id] = nil
    try attempt {
      try add(id, at: new, from: places[old].workspace.partnership.slug)
      places[new].schools[id] = school
      if let day = places[old].judged[today.period]?[id], chance(60) {
        try review(id, at: new, period: today.period, on: day)
      }
      if let statement { _ = try places[new].workspace.settle(id, with: statement, on: today) }
    }
  }

  /// Both partnerships publish, and a school that is part of the one release comes to the other with the same review.
  func moveBetweenReleases() throws {
    let old = anyPlace
    let new = (old + 1) % places.count
    try publish(at: old)
    let before = places[new].schools.keys
    try move(from: old)
    // It may go on under another id there, which is no way around what was told of it.
    if chance(40), let id = places[new].schools.keys.first(where: { !before.contains($0) }) {
      try rename(id, at: new)
    }
    try publish(at: new)
  }

  func rename() throws {
    let place = anyPlace
    if let id = pick(places[place].schools.keys.sorted()) { try rename(id, at: place) }
  }

  func rename(_ id: String, at place: Int) throws {
    guard let school = places[place].schools[id] else { return }
    let new = newID()
    _ = try places[place].workspace.rename(id, to: new, on: today)
    places[place].schools[id] = nil
    places[place].schools[new] = school
    if let day = places[place].judged[today.period]?[id], chance(70) {
      try review(new, at: place, period: today.period, on: day)
    }
  }

  func merge() throws {
    let place = anyPlace
    let pair = places[place].schools.keys.sorted().shuffled(using: &random).prefix(2)
    guard pair.count == 2 else { return }
    if chance(40) { return try takeIn(pair[0], into: pair[1], at: place) }
    let new = newID()
    _ = try places[place].workspace.merge(Array(pair), into: new, on: today)
    numbers += 1
    places[place].schools[new] = School(numbers, past(pair.compactMap { places[place].schools[$0] }))
    for id in pair { places[place].schools[id] = nil }
  }

  /// A school goes on as one that is there already, which keeps its own past.
  func takeIn(_ id: String, into other: String, at place: Int) throws {
    guard let school = places[place].schools[id], let taker = places[place].schools[other] else { return }
    if chance(50) {
      _ = try places[place].workspace.merge([id, other], into: other, on: today)
    } else {
      _ = try places[place].workspace.rename(id, to: other, on: today)
    }
    places[place].schools[id] = nil
    places[place].schools[other] = School(taker.number, taker.before + past([school]))
  }

  func split() throws {
    let place = anyPlace
    guard let id = pick(places[place].schools.keys.sorted()), let school = places[place].schools[id] else {
      return
    }
    let new = [newID(), newID()]
    _ = try places[place].workspace.split(id, into: new, on: today)
    places[place].schools[id] = nil
    for id in new {
      numbers += 1
      places[place].schools[id] = School(numbers, past([school]))
    }
  }

  func moveRegion() throws {
    let place = anyPlace
    guard let id = pick(places[place].schools.keys.sorted()) else { return }
    try add(id, at: place, region: chance(50) ? "E12000001" : "E12000004")
  }
}
