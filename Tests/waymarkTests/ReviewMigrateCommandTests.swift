import Foundation
import TestSupport
import Testing

/// Taking reviews over to another version, with the real binary.
@Suite struct ReviewMigrateCommandTests {
  private static let frameworks =
    Repository.tests.appending(path: "ReviewsTests/Fixtures/migrations/frameworks").path()

  private static func review(_ school: String, status: String = "draft") -> String {
    """
    schema: waymark.review/1
    framework: {id: made-up-meadow, version: 1.1.0}
    kind: self
    subject: {id: \(school)}
    status: \(status)
    date: 2026-02-01
    judgements:
      soil/digging: {point: shoot, evidence: We dug.}
      water/hose: {point: seed}
      people/visitors: {point: bloom}

    """
  }

  private func migrate(_ arguments: String..., to: String = "made-up-meadow@2.0.0") throws -> Program.Outcome
  {
    try Program.run(
      ["review", "migrate"] + arguments + ["--to", to, "--frameworks", Self.frameworks])
  }

  @Test func `the plan alone writes nothing`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.review("made-up-school"), "hill.yaml")
    let outcome = try migrate(path, "--dry-run")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output.contains(
        "4 rescaled, 2 merged, 1 split, 1 removed, 1 replaced; 1 open review affected"))
    #expect(outcome.output.contains("water/hose"))
    #expect(outcome.output.contains("Nothing was written"))
    #expect(try folder.contents == ["hill.yaml"])
  }

  @Test func `new files stand beside the old ones and lead back`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.review("made-up-school"), "hill.yaml")
    let before = try String(contentsOfFile: path, encoding: .utf8)
    #expect(try migrate(path).status == 0)
    #expect(try folder.contents == ["hill-2.0.0.yaml", "hill.yaml"])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == before)
    let check = try Program.run(
      ["review", "check", folder.path("hill-2.0.0.yaml"), "--frameworks", Self.frameworks])
    #expect(check.status == 0, "\(check.output)")
    // A second time, the file is in the way.
    #expect(try migrate(path).status == 73)
    let back = try migrate(
      folder.path("hill-2.0.0.yaml"), "--output", folder.path("back"), to: "made-up-meadow@1.1.0")
    #expect(back.status == 0, "\(back.errors)")
    let restored = try String(contentsOfFile: folder.path("back/hill-1.1.0.yaml"), encoding: .utf8)
    for words in ["point: shoot", "point: seed", "point: bloom", "evidence: \"We dug.\""] {
      #expect(restored.contains(words))
    }
    #expect(!restored.contains("carried"))
  }

  @Test func `in place only with a backup`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.review("made-up-school"), "hill.yaml")
    #expect(try migrate(path, "--in-place").status == 64)
    #expect(try migrate(path, "--in-place", "--backup").status == 0)
    #expect(try folder.contents == ["hill-1.1.0.yaml.bak", "hill.yaml"])
    let kept = try String(contentsOfFile: folder.path("hill-1.1.0.yaml.bak"), encoding: .utf8)
    #expect(kept == Self.review("made-up-school"))
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("version: 2.0.0"))
  }

  @Test func `agreed reviews stay unless they are asked for`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.review("made-up-school", status: "agreed"), "hill.yaml")
    let left = try migrate(path)
    #expect(left.status == 0 && left.output.contains("agreed, so it stays"))
    #expect(try folder.contents == ["hill.yaml"])
    #expect(try migrate(path, "--agreed").status == 0)
    let text = try String(contentsOfFile: folder.path("hill-2.0.0.yaml"), encoding: .utf8)
    #expect(text.contains("status: draft"))
  }

  @Test func `all or nothing`() throws {
    let folder = try TemporaryFolder()
    let good = try folder.write(Self.review("made-up-school"), "good.yaml")
    let bad = try folder.write(
      Self.review("made-up-school").replacing("shoot", with: "no-such-point"), "bad.yaml")
    #expect(try migrate(good, bad).status == 65)
    #expect(try folder.contents == ["bad.yaml", "good.yaml"])
    // A file in the way of the second keeps the first from being written.
    let other = try folder.write(Self.review("other-school"), "other.yaml")
    _ = try folder.write("mine\n", "other-2.0.0.yaml")
    #expect(try migrate(good, other).status == 73)
    #expect(try folder.contents == ["bad.yaml", "good.yaml", "other-2.0.0.yaml", "other.yaml"])
    // Two of one name for one folder.
    try FileManager.default.createDirectory(atPath: folder.path("more"), withIntermediateDirectories: true)
    let twin = try folder.write(Self.review("twin-school"), "more/good.yaml")
    #expect(try migrate(good, twin, "--output", folder.path("out")).status == 73)
  }

  @Test func `the plan for programs has its documented shape`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.review("made-up-school"), "hill.yaml")
    let outcome = try migrate(path, "--dry-run", "--format", "json")
    let plan = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(plan["schema"] as? String == "waymark.migration-plan/1")
    #expect(plan["done"] as? Bool == false)
    let routes = try #require(plan["routes"] as? [[String: Any]])
    #expect((routes[0]["counts"] as? [String: Int])?["split"] == 1)
    let criteria = try #require(routes[0]["criteria"] as? [[String: Any]])
    let hose = try #require(criteria.first { $0["path"] as? String == "water/hose" })
    #expect(hose["fate"] as? String == "removed" && hose["answers"] as? Int == 1)
    let reviews = try #require(plan["reviews"] as? [[String: Any]])
    let answers = try #require(reviews[0]["answers"] as? [String: Int])
    #expect(answers == ["before": 3, "standing": 1, "restored": 0, "toDecide": 1, "withoutPlace": 1])
  }

  @Test func `frameworks that have nothing to do with each other are told apart`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.review("made-up-school"), "hill.yaml")
    let outcome = try Program.run(
      [
        "review", "migrate", path, "--to", "spp@2.0.0", "--frameworks", Self.frameworks, "--frameworks",
        Repository.root.appending(path: "Frameworks").path(),
      ])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("Nothing says how spp@2.0.0 came from made-up-meadow@1.1.0."))
  }

  @Test func `a workspace gains revisions that are taken back as one`() throws {
    let folder = try TemporaryFolder()
    let file = folder.path("valley.waymark")
    let members = try folder.write(
      "school,name\nmade-up-school,Made-up School\nother-school,Other School\n", "members.csv")
    let drafts = try folder.write(Self.review("made-up-school"), "hill.yaml")
    let agreed = try folder.write(Self.review("other-school", status: "agreed"), "other.yaml")
    let environment = ["--workspace", file]
    #expect(
      try Program.run(
        [
          "workspace", "init", "--partnership", "made-up-valley", "--name", "Made-up Valley", "--region",
          "E12000004",
        ]
          + environment
      ).status == 0)
    let added = try Program.run(
      ["workspace", "add", members, drafts, agreed, "--frameworks", Self.frameworks] + environment)
    #expect(added.status == 0, "\(added.errors)")
    let plan = try migrate("--workspace", file, "--dry-run")
    #expect(
      plan.status == 0 && plan.output.contains("1 open review affected"), "\(plan.output)\(plan.errors)")
    let done = try migrate("--workspace", file)
    #expect(done.status == 0 && done.output.contains("workspace undo"), "\(done.output)\(done.errors)")
    let list = try Program.run(["workspace", "list", "reviews"] + environment).output
    #expect(list.contains("made-up-meadow@2.0.0"))
    let trail = try Program.run(["workspace", "list", "audit"] + environment).output
    #expect(trail.contains("Migrated the self review of Made-up School"))
    #expect(try Program.run(["workspace", "undo"] + environment).status == 0)
    #expect(
      try !Program.run(["workspace", "list", "reviews"] + environment).output.contains("made-up-meadow@2.0.0")
    )
    #expect(try Program.run(["workspace", "verify"] + environment).status == 0)
  }

  /// The reviews of the earlier model's cases: peers judge nothing any more, so everything is carried, and comes back.
  @Test func `a real framework's earlier reviews are carried and come back`() throws {
    let folder = try TemporaryFolder()
    let review = Repository.root.appending(path: "Frameworks/spp/1.0.0/cases/two-themes/review.yaml")
    let path = try folder.write(String(contentsOf: review, encoding: .utf8), "peer.yaml")
    let there = try Program.run(["review", "migrate", path, "--agreed", "--to", "spp@2.0.0"])
    #expect(
      there.status == 0 && there.output.contains("4 not judged any more"), "\(there.output)\(there.errors)")
    #expect(try Program.run(["review", "check", folder.path("peer-2.0.0.yaml")]).status == 0)
    let kept = "Kept from version 1.0.0: 4 answers that have no place in 2.0.0."
    for format in ["text", "json", "html"] {
      let report = try Program.run(["review", "score", folder.path("peer-2.0.0.yaml"), "--format", format])
      #expect(report.output.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(kept))
    }
    let back = try Program.run(
      ["review", "migrate", folder.path("peer-2.0.0.yaml"), "--to", "spp@1.0.0"])
    #expect(back.status == 0 && back.output.contains("4 answers stand, 4 restored"), "\(back.errors)")
    let score = { (file: String) throws -> String in
      try Program.run(["review", "score", file, "--format", "json"]).output
    }
    #expect(try score(path) == score(folder.path("peer-1.0.0.yaml")))
  }
}
