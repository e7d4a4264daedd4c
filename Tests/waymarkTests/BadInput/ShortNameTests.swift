import Foundation
import Testing

/// Files and folders of one letter, beside where one stands: no path is too short.
@Suite struct ShortNameTests {
  @Test func everythingMayHaveANameOfOneLetter() throws {
    let folder = try TemporaryFolder()
    for command in [
      "key new made-up -o k",
      "workspace init --partnership made-up --name M --region E12000004 --workspace w",
      "workspace export --workspace w -o e", "workspace restore e --workspace v", "review new emtss -o r",
      "registry init --registry g --origin registry.example/x", "registry backup b --registry g",
      "registry restore b --registry h", "registry verify --registry h", "pool card --registry g -o c",
      "framework new made-up -o f", "framework show emtss --format yaml -o y", "framework check y",
      "framework preview y -o p", "plugin new q --language shell -o q", "plugin check ./q",
      "sample s --seed 7 --partnerships 1 --schools 2 --years 1 --framework emtss",
      "policy show default -o d",
    ] {
      let outcome = try Program.run(command.split(separator: " ").map(String.init), in: folder.url)
      #expect(outcome.status == 0, "\(command): \(outcome.errors)")
    }
  }

  @Test(arguments: BadFileTests.commands) func aMissingFileOfOneLetterIsRefusedPlainly(command: String) throws
  {
    let folder = try TemporaryFolder()
    let shared = try Shared(in: folder)
    let before = try folder.contents
    let arguments = shared.arguments(command, bad: "f", result: "o")
    let outcome = try Program.run(arguments, in: folder.url)
    #expect([1, 64, 65, 66, 69, 73, 77].contains(outcome.status), "\(command): \(outcome.errors)")
    #expect(try folder.contents == before, "\(command)")
  }
}
