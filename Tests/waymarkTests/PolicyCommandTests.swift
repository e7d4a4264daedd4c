import Foundation
import TestSupport
import Testing

@Suite struct PolicyCommandTests {
  private static let policies = Repository.root.appending(path: "Registry/policies").path

  @Test func whatShipsIsListedAndSound() throws {
    let listed = try Program.run(["policy", "list"])
    #expect(listed.status == 0)
    for name in ["default", "rounded", "coarse-mean"] {
      #expect(listed.output.contains("\(name)  "))
      let shown = try Program.run(["policy", "show", name])
      #expect(shown.status == 0 && shown.output.hasPrefix("The policy “\(name)”"))
    }
    let checked = try Program.run(["policy", "check", "default", "rounded", "coarse-mean"])
    #expect(checked.status == 0 && checked.output.hasSuffix("3 policies checked: no mistakes.\n"))
  }

  @Test func mistakesAndWeaknessesHaveTheirOwnExitCodes() throws {
    let folder = try TemporaryFolder()
    let text = try String(contentsOfFile: "\(Self.policies)/default.yaml", encoding: .utf8)
    let strict = try folder.write(text.replacing("\"6/5\"", with: "\"1\""), "strict.yaml")
    let weak = try folder.write(
      text.replacing("\"6/5\"", with: "\"2\"").replacing("atMost: 8", with: "atMost: 9"), "weak.yaml")
    let broken = try folder.write(text.replacing(", epsilon: \"6/5\"", with: ""), "broken.yaml")
    #expect(try Program.run(["policy", "check", strict, "--least", "default"]).status == 0)
    let weaker = try Program.run(["policy", "check", strict, weak, "--least", "default"])
    #expect(weaker.status == 77)
    for rule in ["epsilon", "sections"] { #expect(weaker.output.contains("rule “\(rule)”")) }
    #expect(weaker.output.contains("Criteria from 24 subjects on: epsilon 2, but at most 6/5 is allowed."))
    let wrong = try Program.run(["policy", "check", weak, broken, "--least", "default"])
    #expect(wrong.status == 1 && wrong.output.contains("parameter-missing"))
    #expect(wrong.output.contains("rule “sections”"))
    #expect(try Program.run(["policy", "check", "defualt"]).status == 66)
    let json = try Program.run(["policy", "check", weak, "--least", "default", "--format", "json"])
    #expect(json.status == 77 && json.errors.contains("rule “sections”"))
    _ = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
  }

  @Test func theSchemaIsThatOfProfiles() throws {
    #expect(try Program.run(["policy", "schema"]).output == Program.run(["profile", "schema"]).output)
  }

  @Test func aRegistryTakesNoWeakerPolicy() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("region.registry")
    let start = ["registry", "init", "--registry", path, "--origin", "registry.example/made-up"]
    let refused = try Program.run(start + ["--policy", "default", "--policy", "rounded"])
    #expect(refused.status == 77 && refused.errors.contains("rule “technique”"))
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(try Program.run(start + ["--policy", "coarse-mean", "--policy", "default"]).status == 0)
  }
}
