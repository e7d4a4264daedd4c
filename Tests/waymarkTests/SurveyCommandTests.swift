import Foundation
import TestSupport
import Testing

/// A survey's answers, drafted, checked and imported with the real binary.
@Suite struct SurveyCommandTests {
  private static let answers = """
    Timestamp,Email Address,Which alliance are you from?,Leadership,Infrastructure,ITT,CPD,S2SS
    2026/02/02 9:41:12 AM GMT,a@made-up.example,Riverside,3 - Secure,Expanding,2,Emerging,Quite good
    2026/02/03 9:41:12 AM GMT,b@made-up.example,Riverside,Secure,Secure,2,Expanding,Secure

    """

  @Test func fromADraftToReviews() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.answers, "answers.csv")
    let mapping = folder.path("mapping.yaml")
    let draft = ["survey", "draft", file, "--framework", "emtss", "-o", mapping]
    let drafted = try Program.run(draft)
    #expect(drafted.status == 0 && drafted.output.contains("2 things for you to decide"), "\(drafted.output)")
    #expect(try Program.run(draft).status == 73)
    let open = try Program.run(["survey", "check", mapping, file])
    #expect(open.status == 1 && open.output.contains("Row 2, “S2SS”: “Quite good”"), "\(open.output)")
    let output = folder.path("reviews")
    let early = try Program.run(["survey", "import", file, "--mapping", mapping, "-o", output])
    #expect(early.status == 65 && !FileManager.default.fileExists(atPath: output), "\(early.errors)")
    let decided = try String(contentsOfFile: mapping, encoding: .utf8)
      .replacing("    # \"Riverside\":", with: "    \"Riverside\":")
      .replacing("  # \"Quite good\":", with: "  \"Quite good\": expanding")
    let final = try folder.write(decided, "final.yaml")
    let check = try Program.run(["survey", "check", final, file])
    #expect(check.status == 0 && check.output.contains("make 1 review"), "\(check.output)")
    let imported = try Program.run(["survey", "import", file, "--mapping", final, "-o", output])
    #expect(imported.status == 0, "\(imported.errors)")
    let review = try String(contentsOfFile: output + "/riverside.yaml", encoding: .utf8)
    #expect(review.contains("The middle answers are Expanding and Secure; the lower is taken."))
    #expect(!review.contains("example"))
    #expect(try Program.run(["survey", "import", file, "--mapping", final, "-o", output]).status == 73)
    #expect(try Program.run(["review", "check", output]).status == 0)
  }

  @Test(
    .enabled(if: PythonTools.isThere, "the Python packages of Tests/requirements.txt are not installed"))
  func theSchemaIsOne() throws {
    let folder = try TemporaryFolder()
    let schema = try folder.write(try Program.run(["survey", "schema"]).output, "schema.json")
    let file = try folder.write(Self.answers, "answers.csv")
    let mapping = try folder.write(
      try Program.run(["survey", "draft", file, "--framework", "emtss"]).output, "mapping.yaml")
    let validated = try PythonTools.run([
      "-c",
      """
      import json, sys, yaml
      from jsonschema import Draft202012Validator as V
      schema = json.load(open(sys.argv[1]))
      V.check_schema(schema)
      document = yaml.safe_load(open(sys.argv[2]))
      errors = list(V(schema).iter_errors(document))
      assert not errors, errors[:3]
      document["nothing-like-it"] = "no"
      assert list(V(schema).iter_errors(document)), "an unknown key is allowed"
      print("fits")
      """, schema, mapping,
    ])
    #expect(validated.output.contains("fits"), "\(validated.output)")
  }
}
