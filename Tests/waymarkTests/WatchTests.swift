import Foundation
import TestSupport
import Testing

/// The life of an entry of a watch list through the real binary.
@Suite struct WatchTests {
  private let folder: TemporaryFolder
  private let workspace: String

  init() throws {
    folder = try TemporaryFolder()
    workspace = folder.path("ours.waymark")
    try run([
      "workspace", "init", "--partnership", "made-up", "--name", "Made up", "--region", "E12000004",
    ])
    let members = "school,name,region\nhill,Hill (made up),E12000004\nvale,Vale (made up),E12000004\n"
    let files = [
      try folder.write(members, "members.csv"), try review("2025-10-01", "autumn-1", 60),
      try review("2025-11-10", "autumn-2", 55),
    ]
    try run(["workspace", "add"] + files)
  }

  private func review(_ date: String, _ occasion: String, _ english: Int) throws -> String {
    try folder.write(
      """
      schema: waymark.review/1
      framework: {id: early-warning, version: 1.0.0}
      kind: peer
      subject: {id: hill}
      date: \(date)
      occasion: \(occasion)
      status: agreed
      agreements: [{id: data-sharing, signed: 2025-08-01}, {id: memorandum, signed: 2025-08-01}]
      measures: {english: \(english), mathematics: \(english), new-head: true}
      judgements: {results: {point: amber, evidence: made up}, local-knowledge: {point: green, evidence: made up}}

      """, "\(occasion).yaml")
  }

  /// Runs a command on the workspace; it must end with `status`.
  @discardableResult
  private func run(
    _ arguments: [String], status: Int32 = 0, today: String = "2025-11-20",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Program.Outcome {
    let outcome = try Program.run(arguments + ["--workspace", workspace], today: today)
    #expect(outcome.status == status, "\(outcome.output)\(outcome.errors)", sourceLocation: sourceLocation)
    return outcome
  }

  @Test func lifeOfAnEntry() throws {
    let list = ["--list", "watch-list"]
    let proposed = try run(["watch", "list"]).output
    for words in [
      "Proposed: 1", "Hill (made up) (hill)", "Weak results together with change or deprivation",
      "why: Results are declining; There is a new head", "autumn-2", "Declining (−5)",
    ] {
      #expect(proposed.contains(words), "\(words)\n\(proposed)")
    }
    try run(["watch", "open", "hill", "--owner", "Jo Bell (made up)", "--reason", "Results"] + list)
    let early = try run(["watch", "list", "--due"])
    #expect(early.output.contains("No report is due on 2025-11-20."))
    let late = try run(["watch", "list", "--due"], today: "2026-02-20")
    #expect(late.output.contains("OVERDUE: a report was due by 2026-02-19."), "\(late.output)")
    try run(
      [
        "watch", "report", "hill", "--by", "Jo Bell (made up)", "--text", "Two visits", "--progress",
        "better",
      ]
        + list, today: "2026-02-20")
    try run(["watch", "close", "hill", "--side", "school", "--by", "Head"] + list, today: "2026-03-01")
    try run(
      ["watch", "close", "hill", "--side", "school", "--by", "Head", "--withdraw"] + list, today: "2026-03-02"
    )
    let one = try run(
      ["watch", "close", "hill", "--side", "group", "--by", "Chair"] + list, today: "2026-03-03")
    #expect(one.output.contains("Still to say so: the school."))
    let two = try run(
      ["watch", "close", "hill", "--side", "school", "--by", "Head"] + list, today: "2026-03-04")
    #expect(two.output.contains("Hill (made up) (hill) left “Watch list” of early-warning on 2026-03-04"))
    let json = try run(["watch", "list", "--format", "json"], today: "2026-03-05").output
    let document = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let lists = try #require(document["lists"] as? [[String: Any]])
    let left = try #require(lists.first?["left"] as? [[String: Any]])
    #expect(
      left.first?["until"] as? String == "2026-03-04"
        && left.first?["owner"] as? String == "Jo Bell (made up)")
    #expect((lists.first?["proposed"] as? [Any])?.isEmpty == true)
    #expect(try run(["workspace", "undo"]).output.contains("Took back"))
    try run(["watch", "close", "hill", "--side", "school", "--by", "Head"] + list, today: "2026-03-06")
    try run(["workspace", "verify"])
  }

  @Test func mistakesAreExplainedAndWriteNothing() throws {
    try run(["watch", "open", "hill", "--list", "watch-list", "--owner", "Jo Bell (made up)"])
    let before = try Data(contentsOf: URL(fileURLWithPath: workspace))
    func refused(_ status: Int32, _ words: String, _ arguments: [String]) throws {
      let outcome = try run(["watch"] + arguments, status: status)
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
    try refused(65, "Did you mean Vale", ["open", "vael", "--list", "watch-list", "--owner", "Jo"])
    try refused(65, "Did you mean “watch-list”?", ["open", "vale", "--list", "wach-list", "--owner", "Jo"])
    try refused(64, "--owner", ["open", "vale", "--list", "watch-list"])
    try refused(
      65, "named-lead",
      ["open", "vale", "--list", "watch-list", "--owner", "Jo", "--owner-role", "named-led"])
    try refused(77, "already", ["open", "hill", "--list", "watch-list", "--owner", "Jo"])
    try refused(77, "is not on", ["report", "vale", "--list", "watch-list", "--by", "Jo", "--text", "x"])
    try refused(
      65, "Did you mean “school”?",
      ["close", "hill", "--list", "watch-list", "--side", "schol", "--by", "Jo"])
    try refused(65, "declares no watch list", ["list", "--framework", "emtss@1.0.0"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: workspace)) == before)
  }
}
