import Foundation
import TestSupport
import Testing

/// What others read is what their standards say: checked by other people's tools.
@Suite(.enabled(if: PythonTools.isThere, "the Python packages of Tests/requirements.txt are not installed"))
struct StandardsTests {
  @Test func sarifIsSARIF() throws {
    let folder = try TemporaryFolder()
    let broken = Repository.root.appendingPathComponent("Tests/FrameworksTests/Fixtures/broken").path
    let paths = try FileManager.default.contentsOfDirectory(atPath: broken).sorted().map {
      "\(broken)/\($0)/input.yaml"
    }
    let outcome = try Program.run(["framework", "check", "--format", "sarif"] + paths)
    #expect(outcome.status == 1)
    let file = try folder.write(outcome.output, "result.sarif")
    let validated = try PythonTools.run([
      "-c",
      """
      import sys
      from sarif_pydantic import Sarif
      log = Sarif.model_validate_json(open(sys.argv[1]).read())
      print(log.version, len(log.runs[0].results))
      """, file,
    ])
    #expect(validated.status == 0, "\(validated.output)")
    #expect(validated.output.hasPrefix("2.1.0 "))
  }

  /// The schema is one, the files of this project fit it, and it refuses what the check refuses.
  @Test(arguments: [
    ("framework schema", "Frameworks/*/*/framework.yaml", 9),
    ("framework schema --of texts", "Frameworks/*/*/framework.*.yaml", 1),
    ("crosswalk schema", "Frameworks/*/*/crosswalks/*.yaml", 1),
    ("review schema", "Frameworks/*/*/cases/*/review.yaml", 20),
    ("profile schema", "Registry/policies/*.yaml", 3),
    ("policy schema", "Registry/policies/*.yaml", 3),
    ("schedule schema", "Frameworks/*/*/cases/*/schedule.yaml", 0),
    ("form schema spp review-plan", "Frameworks/spp/2.0.0/cases/*/plan.yaml", 0),
  ])
  func theSchemaIsOne(command: String, files: String, atLeast count: Int) throws {
    let folder = try TemporaryFolder()
    let words = command.split(separator: " ").map(String.init)
    let schema = try folder.write(try Program.run(words).output, "schema.json")
    let validated = try PythonTools.run([
      "-c",
      """
      import glob, json, sys, yaml
      from jsonschema import Draft202012Validator as V
      schema = json.load(open(sys.argv[1]))
      V.check_schema(schema)
      # Dates are texts to JSON.
      class Loader(yaml.SafeLoader): pass
      Loader.yaml_implicit_resolvers = {
          first: [(tag, form) for tag, form in found if not tag.endswith(":timestamp")]
          for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()}
      count = 0
      for path in glob.glob(sys.argv[2]):
          try:
              document = yaml.load(open(path), Loader)
          except yaml.YAMLError:
              continue  # PyYAML reads YAML 1.1 only.
          errors = list(V(schema).iter_errors(document))
          assert not errors, (path, errors[:3])
          document["criterai"] = []
          assert list(V(schema).iter_errors(document)), "an unknown key is allowed"
          count += 1
      assert count >= int(sys.argv[3]), count
      print("fits")
      """, schema, Repository.root.appending(path: files).path, String(count),
    ])
    #expect(validated.output.contains("fits"), "\(validated.output)")
  }
}
