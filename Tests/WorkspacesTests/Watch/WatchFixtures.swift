import Diagnostics
import Documents
import Frameworks
import Reviews
import Rubrics
import Testing

@testable import Workspaces

/// A made-up framework with two watch lists, and reviews against it.
enum WatchFixtures {
  static func rubric() throws -> Rubric {
    let text = """
      schema: waymark.framework/1
      id: made-up-watch
      version: 1.0.0
      status: released
      title: Made up for tests
      subject: school
      source: [{id: nobody, title: Made up}]
      levels: [{id: area, title: Area}]
      scales: {rag: {kind: ordinal, points: [{id: red, value: 1}, {id: amber, value: 2}, {id: green, value: 3}]}}
      judging: {self: {level: area, scale: rag, optional: true}, peer: {level: area, scale: rag}}
      criteria: [{id: results, title: Results}]
      overall: none
      team: {roles: [{id: lead, title: Lead}, {id: head, title: Head}]}
      process: {cadences: [{id: meeting, title: Meeting, times: 2, per: term}, {id: monthly, title: Talk, times: 1, per: month}]}
      occasions: [{id: autumn, title: Autumn, from: 09-01}, {id: spring, title: Spring, from: 01-01}, {id: summer, title: Summer, from: 04-10}]
      measures: [{id: english, title: English}, {id: asked, title: Asked for help, kind: yes-no}]
      trends:
        - id: direction
          title: Direction
          of: measures.english
          categories: [{id: declining, title: Declining}, {id: stable, title: Stable, from: -2}, {id: rising, title: Rising, from: 2}]
      signals:
        - {id: declining, title: Results decline, when: trends.direction == "declining"}
        - {id: asked, title: The school asked, when: measures.asked}
        - {id: red-twice, title: Red twice, when: 'j["results"].point == "red" && previous(j["results"].point == "red")'}
      triggers:
        - {id: help, title: Help wanted, when: signals.declining || signals.asked, opens: list, text: Talk soon.}
        - {id: stays-red, title: Stays red, when: signals.red_twice, opens: list}
        - {id: talk, title: Talk only, when: signals.asked}
      watch:
        - id: list
          title: The list
          owner: lead
          report: meeting
          closedBy: [{id: group, title: the group}, {id: school, title: the school}]
        - id: until-green
          title: Until green
          text: A school stays while results are not green.
          owner: lead
          report: monthly
          closedBy: [{id: group, title: the group}]
          closesWhen: j["results"].point == "green"
      """
    var bag = DiagnosticBag()
    var map = SourceMap()
    let source = SourceFile(path: "framework.yaml", bytes: Array(text.utf8))
    let framework = FrameworkReader.read(source, map.add(source), into: &bag)
    return try Rubric(#require(framework, "\(bag.items.map(\.message))"))
  }

  static func list(_ id: String = "list") throws -> DeclaredWatchList {
    try #require(DeclaredWatchList.all(of: rubric()).first { $0.list.id.value == id })
  }

  static func review(
    _ number: Int, _ date: String? = nil, occasion: String? = nil, period: String? = nil, english: Int = 60,
    asked: Bool = false, results: String = "amber", kind: String = "peer", status: String = "agreed"
  ) throws -> IncomingReview {
    let text = """
      schema: waymark.review/1
      framework: {id: made-up-watch, version: 1.0.0}
      kind: \(kind)
      subject: {id: \(100_000 + number)}
      status: \(status)
      \(date.map { "date: \($0)" } ?? "note: made up")
      \(occasion.map { "occasion: \($0)" } ?? "# no occasion")
      \(period.map { "period: \($0)" } ?? "# no period")
      measures: {english: \(english), asked: \(asked)}
      judgements: {results: {point: \(results), evidence: seen}}
      """
    return try Fixtures.read(text + "\n", path: "reviews/\(number).yaml")
  }
}

/// What a person does with a list, on ``Fixtures/today``.
extension Bench {
  init(watching members: Int) throws {
    try self.init()
    _ = try workspace.add(members: (1...members).map { Fixtures.member($0) })
  }

  func status(_ list: String = "list", on day: Day = Fixtures.today) throws -> WatchStatus {
    try #require(try workspace.watchLists(WatchFixtures.rubric(), list: list, on: day).first)
  }

  @discardableResult
  func open(
    _ number: Int, _ list: String = "list", owner: String = "Jo Bell (made up)", since: String = "2025-10-05"
  )
    throws -> Workspaces.Change?
  {
    try workspace.openWatch(
      String(100_000 + number), on: WatchFixtures.list(list),
      WatchOpening(owner: owner, role: "lead", reason: "made up"), since: Fixtures.day(since),
      today: Fixtures.today)
  }

  @discardableResult
  func report(_ number: Int, _ list: String = "list", on day: String = "2025-12-01") throws -> Workspaces
    .Change?
  {
    try workspace.reportWatch(
      String(100_000 + number), on: WatchFixtures.list(list),
      .init(by: "Jo Bell (made up)", text: "Two visits.", progress: .better), on: Fixtures.day(day),
      today: Fixtures.today)
  }

  @discardableResult
  func agree(_ number: Int, _ side: String, _ list: String = "list", on day: String = "2026-02-01") throws
    -> WatchClosing
  {
    try workspace.agreeToClose(
      String(100_000 + number), on: WatchFixtures.list(list), side: side, by: "Sam Reed (made up)",
      on: Fixtures.day(day), today: Fixtures.today)
  }

  @discardableResult
  func withdraw(_ number: Int, _ side: String, _ list: String = "list") throws -> Workspaces.Change? {
    try workspace.withdrawFromClosing(
      String(100_000 + number), on: WatchFixtures.list(list), side: side, by: "Sam Reed (made up)",
      on: Fixtures.day("2026-02-02"), today: Fixtures.today)
  }

  /// Runs `body`, which must fail and leave the file as it is, byte for byte.
  @discardableResult
  func expectUntouched(
    _ status: Diagnostics.ExitStatus, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> Void
  ) throws -> Failure {
    let before = try folder.bytes("valley.waymark")
    let failure = try expectFailure(status, sourceLocation: sourceLocation, body)
    #expect(try folder.bytes("valley.waymark") == before, sourceLocation: sourceLocation)
    return failure
  }
}
