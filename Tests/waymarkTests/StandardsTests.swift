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

  /// The schema is one, the real frameworks fit it, and it refuses what the check refuses.
  @Test(arguments: ["framework", "review"]) func theSchemaIsOne(kind: String) throws {
    let folder = try TemporaryFolder()
    let schema = try folder.write(try Program.run([kind, "schema"]).output, "schema.json")
    let validated = try PythonTools.run([
      "-c",
      """
      import glob, json, sys, yaml
      from jsonschema import Draft202012Validator as V
      schema = json.load(open(sys.argv[1]))
      V.check_schema(schema)
      count = 0
      if sys.argv[2] == "framework":
          for path in glob.glob(sys.argv[3] + "/Frameworks/*/*/framework.yaml"):
              document = yaml.safe_load(open(path))
              errors = list(V(schema).iter_errors(document))
              assert not errors, (path, errors[:3])
              document["criterai"] = []
              assert list(V(schema).iter_errors(document)), "an unknown key is allowed"
              count += 1
          assert count >= 2
      print("fits")
      """, schema, kind, Repository.root.path,
    ])
    #expect(validated.output.contains("fits"), "\(validated.output)")
  }
}
