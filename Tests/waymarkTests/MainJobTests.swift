import Foundation
import TestSupport
import Testing

/// The main job through the real binary, from reviews to a comparison, with the refusals that protect it.
@Suite struct MainJobTests {
  @Test func aReleaseIsFixedByItsFirstPreview() throws {
    let folder = try TemporaryFolder()
    let job = try MadeUpRegion(in: folder, partnerships: 1)
    let release = ["--workspace", job.workspace, "--framework", "emtss", "--period", "2024-25"]
    let first = try Program.run(["profile", "preview", "--format", "json"] + release)
    #expect(first.status == 0, "\(first.errors)")
    let second = try Program.run(["profile", "preview", "--format", "json"] + release, today: "2026-04-01")
    #expect(first.output == second.output)
    // A school that withdraws before the signing cancels the release, and it is never drawn again.
    let member = "made-up-01-01"
    #expect(
      try Program.run(["workspace", "consent", "withdraw", member, "--workspace", job.workspace]).status == 0)
    let cancelled = try Program.run(["profile", "preview"] + release)
    #expect(cancelled.status == 77 && cancelled.errors.contains("cancelled"), "\(cancelled.errors)")
    // Signed before, the other year's release stays as it was, byte for byte.
    let again = folder.path("again.json")
    let signed = ["--workspace", job.workspace, "--framework", "emtss", "--period", "2025-26"]
    try MadeUpRegion.run(
      ["profile", "sheet"] + signed + [
        "--key", job.key("made-up-01"), "--origin", MadeUpRegion.origin, "-o", again,
      ])
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: again))
        == Data(contentsOf: URL(fileURLWithPath: job.sheet("made-up-01", "emtss"))))
    try MadeUpRegion.run(["key", "new", "other", "-o", job.key("other")])
    let other = try Program.run(
      ["profile", "sheet"] + signed + [
        "--key", job.key("other"), "--origin", MadeUpRegion.origin, "-o", folder.path("no.json"),
      ])
    #expect(other.status == 77, "\(other.errors)")
  }

  @Test func tooFewSchoolsPublishNothing() throws {
    let folder = try TemporaryFolder()
    let job = try MadeUpRegion(in: folder, partnerships: 1, schools: 7)
    let outcome = try Program.run([
      "profile", "preview", "--workspace", job.workspace, "--framework", "emtss", "--period", "2025-26",
    ])
    #expect(outcome.status == 77)
    #expect(outcome.errors.contains("8"), "the rule is named: \(outcome.errors)")
    #expect(try !folder.contents.contains("made-up-01-emtss.json"))
  }

  @Test func addingIsIdempotentAndCanBeUndone() throws {
    let folder = try TemporaryFolder()
    let job = try MadeUpRegion(in: folder, partnerships: 1)
    let review = try job.reviews(of: "emtss").now
    let same = try Program.run(["workspace", "add", review, "--workspace", job.workspace])
    #expect(same.status == 0 && same.output.contains("1 review unchanged"), "\(same.output)\(same.errors)")
    let text = try String(contentsOfFile: review, encoding: .utf8)
    let changed = try folder.write(
      text.replacingOccurrences(of: "note: \"Made up", with: "note: \"Changed. Made up"), "changed.yaml")
    let revised = try Program.run(["workspace", "add", changed, "--workspace", job.workspace])
    #expect(revised.output.contains("1 review revised"), "\(revised.output)\(revised.errors)")
    #expect(try Program.run(["workspace", "undo", "--workspace", job.workspace]).status == 0)
    let back = try Program.run(["workspace", "add", review, "--workspace", job.workspace])
    #expect(back.output.contains("1 review unchanged"), "\(back.output)\(back.errors)")
    #expect(try Program.run(["workspace", "verify", "--workspace", job.workspace]).status == 0)

    let export = folder.path("export.json")
    let restored = folder.path("restored.waymark")
    try MadeUpRegion.run(["workspace", "export", "-o", export, "--workspace", job.workspace])
    try MadeUpRegion.run(["workspace", "restore", export, "--workspace", restored])
    #expect(try Program.run(["workspace", "restore", export, "--workspace", restored]).status == 73)
    for what in ["members", "reviews", "consents", "releases", "audit"] {
      let lists = try [job.workspace, restored].map {
        try Program.run(["workspace", "list", what, "--workspace", $0]).output
      }
      #expect(lists[0] == lists[1] && !lists[0].isEmpty, "\(what)")
    }
  }

  @Test func theRegistryTakesOnlyWhatItCanVerify() throws {
    let folder = try TemporaryFolder()
    let job = try MadeUpRegion(in: folder, partnerships: 2)
    let before = try Program.run(["registry", "list", "--registry", job.registry]).output
    let sheet = job.sheet("made-up-01", "emtss")
    let again = try Program.run(["registry", "publish", sheet, "--registry", job.registry])
    #expect(again.status == 0 && again.output.contains("before"), "\(again.output)")
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: sheet)))
    for place in stride(from: 7, to: bytes.count, by: max(1, bytes.count / 25)) {
      var changed = bytes
      changed[place] ^= 1
      let path = folder.path("changed.json")
      try Data(changed).write(to: URL(fileURLWithPath: path))
      let outcome = try Program.run(["registry", "publish", path, "--registry", job.registry])
      #expect([65, 77].contains(outcome.status), "byte \(place): \(outcome.output)")
    }
    // Other content under a released version.
    let framework = try String(
      contentsOf: Repository.root.appendingPathComponent("Frameworks/emtss/1.0.0/framework.yaml"),
      encoding: .utf8)
    let other = try folder.write(
      framework.replacingOccurrences(of: "title: CPD", with: "title: Cpd"), "other.yaml")
    let refused = try Program.run([
      "registry", "publish", other, "--key", job.key("waymark-made-up"), "--registry", job.registry,
    ])
    #expect(refused.status == 77, "\(refused.output)\(refused.errors)")
    try MadeUpRegion.run(["key", "new", "stranger", "-o", job.key("stranger")])
    let stranger = try Program.run([
      "registry", "publish", other, "--key", job.key("stranger"), "--registry", job.registry,
    ])
    #expect(stranger.status == 77, "\(stranger.errors)")
    #expect(try Program.run(["registry", "list", "--registry", job.registry]).output == before)

    let copy = folder.path("copy.sqlite")
    let second = folder.path("second.registry")
    try MadeUpRegion.run(["registry", "backup", copy, "--registry", job.registry])
    try MadeUpRegion.run(["registry", "restore", copy, "--registry", second])
    #expect(try Program.run(["registry", "verify", "--registry", second]).status == 0)
    let answers = try [job.registry, second].map {
      try Program.run(["compare", "--framework", "emtss", "--format", "csv", "--registry", $0]).output
    }
    #expect(answers[0] == answers[1] && answers[0].contains("E12000001"))
  }

  @Test func everyAnswerCanBeCited() throws {
    let folder = try TemporaryFolder()
    let job = try MadeUpRegion(in: folder, partnerships: 2)
    let root = try #require(
      try Program.run(["registry", "verify", "--registry", job.registry]).output.firstMatch(
        of: /sha256:[0-9a-f]{12}/))
    for format in ["text", "json", "csv", "html"] {
      let answer = try Program.run([
        "compare", "--framework", "spp", "--by", "partnership", "--format", format, "--registry",
        job.registry,
      ])
      #expect(answer.status == 0 && answer.output.contains(root.0), "\(format): \(answer.errors)")
      #expect(!answer.output.lowercased().contains("overall"), "\(format) speaks of an overall figure")
    }
  }

  @Test func noOverallFigureWhereTheFrameworkHasNone() throws {
    let folder = try TemporaryFolder()
    let job = try MadeUpRegion(in: folder, partnerships: 1)
    let review = try job.reviews(of: "spp").now
    let refused = try Program.run(["review", "score", review, "--overall"])
    #expect(refused.status == 77 && refused.errors.contains("overall"), "\(refused.errors)")
    let json = try Program.run(["review", "score", review, "--format", "json"])
    #expect(json.status == 0 && !json.output.contains("\"overall\": {"), "\(json.errors)")
    let emtss = try Program.run(["review", "score", try job.reviews(of: "emtss").now, "--overall"])
    #expect(emtss.status == 0 && !emtss.output.isEmpty)
  }

  @Test func aBlankReviewGoesThroughASpreadsheet() throws {
    let folder = try TemporaryFolder()
    let blank = folder.path("blank.csv")
    try MadeUpRegion.run(["review", "new", "emtss", "--format", "csv", "-o", blank])
    var text = try String(contentsOfFile: blank, encoding: .utf8)
    #expect(try Program.run(["review", "check", blank]).status == 1)
    // As Excel saves it: with a byte order mark and CRLF.
    text = text.replacingOccurrences(of: "subject id,", with: "subject id,made-up-01")
    text = text.replacingOccurrences(of: "leadership,1 Leadership,", with: "leadership,1 Leadership,Secure")
    let filled = try folder.write(
      text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\n", with: "\r\n"),
      "filled.csv")
    let outcome = try Program.run(["review", "check", filled])
    #expect(outcome.status == 0, "\(outcome.output)\(text.prefix(600))")
    #expect(try Program.run(["review", "score", filled]).output.contains("1 of 5"))
  }
}
