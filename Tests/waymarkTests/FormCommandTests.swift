import Foundation
import TestSupport
import Testing

/// Forms of the real frameworks, blank and filled, with the real binary.
@Suite struct FormCommandTests {
  private static let forms = [
    ("spp@2.0.0", "review-plan"), ("spp@2.0.0", "review-findings"), ("spp@2.0.0", "workshop-summary"),
    ("spp@2.0.0", "check-in"), ("spp@1.0.0", "plan"), ("emtss", "actions"), ("support-package", "package"),
  ]

  @Test(arguments: forms) func aBlankFormAsksForItsSubjectAlone(framework: String, form: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("form.yaml")
    #expect(try Program.run(["form", "new", framework, form, "-o", path]).status == 0)
    #expect(try Program.run(["form", "new", framework, form, "-o", path]).status == 73)
    let blank = try Program.run(["form", "check", path])
    #expect(blank.status == 1 && blank.output.contains("1 mistake."), "\(blank.output)")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let filled = try folder.write(
      text.replacing("\n  id:\n", with: "\n  id: made-up-school\n"), "filled.yaml")
    let check = try Program.run(["form", "check", filled])
    // What must be covered in the end is not covered yet; nothing else is wrong.
    let errors = check.output.split(separator: "\n").filter { $0.contains(": error[") }
    #expect(errors.allSatisfy { $0.contains(": error[rule-broken]") }, "\(check.output)")
    let shown = try Program.run(["form", "show", filled])
    #expect(shown.status == 0 && shown.output.contains("made-up-school"))
  }

  @Test func aWrongNameIsAnsweredWithTheNearest() throws {
    let outcome = try Program.run(["form", "new", "spp@2.0.0", "review-plans"])
    #expect(outcome.status == 66 && outcome.errors.contains("“review-plan”"))
  }

  @Test(
    .enabled(if: PythonTools.isThere, "the Python packages of Tests/requirements.txt are not installed"),
    arguments: forms)
  func theSchemaIsOne(framework: String, form: String) throws {
    let folder = try TemporaryFolder()
    let schema = try folder.write(
      try Program.run(["form", "schema", framework, form]).output, "schema.json")
    let blank = try Program.run(["form", "new", framework, form]).output
    let filled = try folder.write(
      blank.replacing("\n  id:\n", with: "\n  id: made-up-school\n"), "form.yaml")
    let validated = try PythonTools.run([
      "-c",
      """
      import json, sys, yaml
      from jsonschema import Draft202012Validator as V
      schema = json.load(open(sys.argv[1]))
      V.check_schema(schema)
      class Loader(yaml.SafeLoader): pass
      Loader.yaml_implicit_resolvers = {k: [r for r in v if r[0] != "tag:yaml.org,2002:timestamp"]
        for k, v in yaml.SafeLoader.yaml_implicit_resolvers.items()}
      document = yaml.load(open(sys.argv[2]), Loader)
      errors = list(V(schema).iter_errors(document))
      assert not errors, errors[:3]
      document["answers"]["nothing-like-it"] = "no"
      assert list(V(schema).iter_errors(document)), "an unknown field is allowed"
      print("fits")
      """, schema, filled,
    ])
    #expect(validated.output.contains("fits"), "\(validated.output)")
  }
}
