import Foundation
import TestSupport
import Testing

/// Plugins through the real binary, in the real sandbox.
@Suite(.enabled(if: PluginTools.canRun, PluginTools.why)) struct PluginCommandTests {
  @Test(arguments: ["python", "shell"]) func aNewPluginWorks(language: String) throws {
    let folder = try TemporaryFolder()
    let made = try Program.run(
      ["plugin", "new", "ours", "--language", language, "--title", "Ours \" & {{id}}"], in: folder.url)
    #expect(made.status == 0, "\(made.errors)")
    let checked = try Program.run(["plugin", "check", "./ours"], in: folder.url)
    #expect(
      checked.status == 0 && checked.output.contains("no mistakes"), "\(checked.output)\(checked.errors)")
    let tried = try Program.run(["plugin", "test", "./ours"], in: folder.url)
    #expect(tried.status == 0 && tried.output.contains(" passed, 0 failed"), "\(tried.output)\(tried.errors)")
    #expect(tried.output.contains("passed   tests/"))
    let again = try Program.run(["plugin", "new", "ours", "--language", language], in: folder.url)
    #expect(again.status == 73)
  }

  @Test(arguments: try Self.shipped()) func whatShipsPassesItsTrial(plugin: String) throws {
    if Self.needsPackages(plugin), !PluginTools.isReady(plugin) {
      return withKnownIssue(
        "the packages of \(plugin) are not installed (make plugins)", isIntermittent: true
      ) {}
    }
    let checked = try Program.run(["plugin", "check", plugin])
    #expect(
      checked.status == 0 && checked.output.contains("no mistakes"), "\(checked.output)\(checked.errors)")
    let isPack = try Self.manifest(plugin).contains("\npack:")
    let tried = try Program.run(["plugin", "test", plugin])
    if isPack {
      #expect(tried.status == 64)
    } else {
      #expect(tried.status == 0, "\(tried.output)\(tried.errors)")
    }
  }

  @Test func helloIsSmall() throws {
    let text = try String(
      contentsOf: Repository.root.appending(path: "Plugins/hello/main.sh"), encoding: .utf8)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count < 40)
  }

  @Test func anExportSaysWhatItWentThrough() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      ["framework", "export", "emtss@1.0.0", "--as", "hello", "-o", "hello.txt"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try String(contentsOfFile: folder.path("hello.txt"), encoding: .utf8) == "Hello, emtss@1.0.0!\n")
    #expect(outcome.errors.contains("Through the plugin hello@1.0.0 (sha256:"), "\(outcome.errors)")
    let open = try Program.run(
      ["framework", "export", "emtss@1.0.0", "--as", "hello", "-o", "hello2.txt", "--unsandboxed"],
      in: folder.url)
    #expect(open.status == 0 && open.errors.contains("without a sandbox"), "\(open.errors)")
    let wrong = try Program.run(["framework", "export", "emtss@1.0.0", "--as", "helo"], in: folder.url)
    #expect(wrong.status == 64 && wrong.errors.contains("Did you mean “hello”?"), "\(wrong.errors)")
  }

  @Test func ownFormatsNeedNoPlugin() throws {
    let shown = try Program.run(["framework", "show", "emtss@1.0.0", "--format", "yaml"])
    let exported = try Program.run(["framework", "export", "emtss@1.0.0", "--as", "yaml"])
    #expect(exported.status == 0 && exported.output == shown.output)
    #expect(exported.errors.isEmpty)
  }

  @Test func aCheckStandsBesideWaymarksOwn() throws {
    let folder = try TemporaryFolder()
    _ = try Program.run(["plugin", "new", "house", "--language", "python"], in: folder.url)
    let made = try Program.run(["framework", "new", "long-titles", "-o", "framework.yaml"], in: folder.url)
    #expect(made.status == 0)
    var text = try String(contentsOfFile: folder.path("framework.yaml"), encoding: .utf8)
    let title = try #require(text.firstMatch(of: #/\n    title: First area\n/#))
    let long = String(repeating: "very ", count: 13) + "long"
    text.replaceSubrange(title.range, with: "\n    title: \(long)\n")
    _ = try folder.write(text, "framework.yaml")
    let outcome = try Program.run(
      ["framework", "check", "framework.yaml", "--with", "house", "--plugins", "."], in: folder.url)
    #expect(
      outcome.output.contains("[plugin-check]") && outcome.output.contains(long),
      "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("framework.yaml:"))
    let strict = try Program.run(
      ["framework", "check", "framework.yaml", "--with", "house", "--plugins", ".", "--strict"],
      in: folder.url)
    #expect(strict.status == 1)
    let none = try Program.run(["framework", "check", "framework.yaml", "--with", "hello"], in: folder.url)
    #expect(none.status == 64, "\(none.errors)")
  }

  /// A framework that does not check is the plugin's mistake, and is shown as such.
  @Test func aFrameworkThatDoesNotCheckIsThePlugins() throws {
    let folder = try TemporaryFolder()
    try Self.plugin(
      "liar", provides: "{hook: framework.import, format: liar, title: A liar}", in: folder,
      answer: #"{"framework": {"schema": "waymark.framework/1", "id": "bad", "criterai": []}}"#)
    _ = try folder.write("anything", "input.txt")
    let outcome = try Program.run(
      ["framework", "import", "input.txt", "--from", "liar", "--plugins", "."], in: folder.url)
    #expect(outcome.status == 65, "\(outcome.output)")
    #expect(outcome.errors.contains("as made by the plugin “liar”"), "\(outcome.errors)")
    #expect(
      outcome.errors.contains("criterai") && outcome.errors.contains("They are the plugin's, not yours"))
    #expect(try folder.contents == ["input.txt", "liar"])
  }

  @Test func anAnswerThatIsNotWhatTheHookWantsIsRefused() throws {
    let folder = try TemporaryFolder()
    try Self.plugin(
      "odd", provides: "{hook: check, name: odd, title: Odd}", in: folder,
      answer: #"{"mistakes": [{"massage": "x"}]}"#)
    let outcome = try Program.run(
      [
        "framework", "check", Repository.root.appending(path: "Frameworks/emtss").path, "--with", "odd",
        "--plugins", ".",
      ],
      in: folder.url)
    #expect(outcome.status == 65 && outcome.errors.contains("massage"), "\(outcome.errors)")
    let tried = try Program.run(["plugin", "test", "./odd"], in: folder.url)
    #expect(tried.status == 1 && tried.output.contains("FAILED"), "\(tried.output)")
  }

  @Test func aReviewThatCameThroughAPluginKeepsItsStamp() throws {
    let folder = try TemporaryFolder()
    let document = """
      {"schema": "waymark.review/1", "framework": {"id": "emtss", "version": "1.0.0"}, "kind": "self", \
      "subject": {"id": "made-up-school"}, "date": "2026-01-15", "judgements": {"leadership": {"point": "secure"}}, \
      "through": [{"plugin": "somebody-else", "version": "1.0.0", "digest": "sha256:\(String(repeating: "0", count: 64))"}]}
      """
    try Self.plugin(
      "carrier", provides: "{hook: review.import, format: carrier, title: A carrier, extension: carried}",
      sees: "framework, reviews", in: folder, answer: "{\"reviews\": [\(document)]}")
    _ = try folder.write("anything", "filled.carried")
    let outcome = try Program.run(
      ["review", "import", "filled.carried", "--plugins", ".", "-o", "review.yaml"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)\n\(document.prefix(600))")
    let written = try String(contentsOfFile: folder.path("review.yaml"), encoding: .utf8)
    #expect(written.contains("through:\n") && written.contains("plugin: carrier"), "\(written)")
    // What a plugin claims of others is not taken.
    #expect(!written.contains("somebody-else"))
    #expect(outcome.errors.contains("Through the plugin carrier@1.0.0"))
  }

  /// What really crosses is what the schemas describe.
  @Test(
    .enabled(if: PythonTools.isThere, "`make test` sets Python up"),
    arguments: ["framework.export", "review.export", "report.render"])
  func requestsFitTheirSchemas(hook: String) throws {
    let folder = try TemporaryFolder()
    let sees =
      ["framework.export": "framework", "review.export": "reviews", "report.render": "reports"][hook] ?? ""
    try Self.plugin(
      "dump", provides: "{hook: \(hook), format: dump, title: As it is, extension: json}", sees: sees,
      in: folder,
      answer: "{}")
    _ = try folder.write(
      """
      import json
      from waymark_plugin import Plugin
      plugin = Plugin.from_manifest()
      @plugin.hook("\(hook)")
      def dump(params, call):
          call.out("params.json").write_text(json.dumps(params))
          return {"files": [call.file("params.json")]}
      plugin.run()

      """, "dump/main.py")
    let file = Repository.root.appending(path: "Frameworks/emtss/1.0.0/cases/all-five-judged/review.yaml")
      .path
    let command =
      switch hook {
      case "framework.export": ["framework", "export", "emtss@1.0.0", "--as", "dump"]
      case "review.export": ["review", "export", file, "--as", "dump"]
      default: ["review", "score", file, "--format", "dump"]
      }
    let outcome = try Program.run(command + ["-o", "params.json", "--plugins", "."], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let schema = try folder.write(try Program.run(["plugin", "schema", hook]).output, "schema.json")
    let fits = try PythonTools.run([
      "-c",
      """
      import json, sys
      from jsonschema import Draft202012Validator as V
      schema, params = json.load(open(sys.argv[1])), json.load(open(sys.argv[2]))
      V.check_schema(schema)
      errors = list(V(schema).iter_errors(params))
      assert not errors, errors[:2]
      del params["format"]
      assert list(V(schema).iter_errors(params)), "a required key may be missing"
      print("fits")
      """, schema, folder.path("params.json"),
    ])
    #expect(fits.output.contains("fits"), "\(fits.output)")
  }

  @Test func aPackWithMistakesIsTold() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Repository.root.appending(path: "Plugins/cymraeg"), to: folder.url.appending(path: "cymraeg"))
    let texts = folder.path("cymraeg/texts/spp-2.0.0.cy.yaml")
    let text = try String(contentsOfFile: texts, encoding: .utf8)
    _ = try folder.write(
      text.replacing("  levels/theme/title:", with: "  levels/thema/title:"),
      "cymraeg/texts/spp-2.0.0.cy.yaml")
    let outcome = try Program.run(["plugin", "check", "./cymraeg"], in: folder.url)
    #expect(
      outcome.status == 1 && outcome.output.contains("levels/thema/title"),
      "\(outcome.output)\(outcome.errors)")
  }

  @Test func aPolicyOfAPackIsFoundByItsName() throws {
    let folder = try TemporaryFolder()
    let made = try Program.run(
      ["sample", "--seed", "7", "--partnerships", "1", "--framework", "emtss", "sample"], in: folder.url)
    #expect(made.status == 0, "\(made.errors)")
    let partnership = folder.path("sample/made-up-01")
    let workspace = folder.path("ours.waymark")
    for command in [
      ["init", "--partnership", "made-up", "--name", "Made up", "--region", "E12000001"],
      ["add", "\(partnership)/members.csv", "\(partnership)/reviews"],
      ["consent", "give", "--all", "--until", "2027-08-31"],
    ] {
      let outcome = try Program.run(
        ["workspace"] + command + ["--workspace", workspace], today: "2026-09-01")
      #expect(outcome.status == 0, "\(command): \(outcome.errors)")
    }
    let preview = [
      "profile", "preview", "--framework", "emtss", "--period", "2025-26", "--workspace", workspace,
    ]
    let careful = try Program.run(preview + ["--policy", "gofalus"], today: "2026-09-01")
    #expect((careful.output + careful.errors).contains("gofalus"), "\(careful.output)\(careful.errors)")
    let wrong = try Program.run(preview + ["--policy", "gofalu"], today: "2026-09-01")
    #expect(wrong.status == 66 && wrong.errors.contains("Did you mean “gofalus”?"), "\(wrong.errors)")
  }

  @Test func aPackIsFoundByItself() throws {
    let shown = try Program.run(["framework", "show", "spp@2.0.0", "--language", "cy"])
    #expect(shown.status == 0 && shown.output.contains("Ein heffaith"), "\(shown.errors)")
    let other = try Program.run(["framework", "show", "spp@1.0.0", "--language", "cy"])
    #expect(other.status == 66)
  }

  @Test func aTemplateBecomesADraft() throws {
    let folder = try TemporaryFolder()
    let source = Repository.root.appending(path: "Frameworks/emtss/1.0.0/framework.yaml").path
    let made = try Program.run(
      ["framework", "new", "ours", "--from", source, "--title", "Ours: \"one\"", "-o", "ours.yaml"],
      in: folder.url)
    #expect(made.status == 0, "\(made.errors)")
    let text = try String(contentsOfFile: folder.path("ours.yaml"), encoding: .utf8)
    #expect(text.contains("\nid: ours\n") && text.contains("\nstatus: draft\n"))
    let checked = try Program.run(["framework", "check", "ours.yaml"], in: folder.url)
    #expect(checked.status == 0, "\(checked.output)")
  }

  // MARK: Plugins made for a test

  /// A plugin that answers every call alike.
  private static func plugin(
    _ id: String, provides: String, sees: String = "framework", in folder: TemporaryFolder, answer: String
  ) throws {
    try FileManager.default.createDirectory(atPath: folder.path(id), withIntermediateDirectories: true)
    _ = try folder.write(
      """
      schema: waymark.plugin/1
      id: \(id)
      version: 1.0.0
      title: Made for a test
      summary: Answers every call alike.
      protocol: 1
      program: {command: [python3, main.py]}
      provides: [\(provides)]
      sees: [\(sees)]

      """, "\(id)/plugin.yaml")
    let hook = provides.split(separator: ",")[0].replacing("{hook: ", with: "")
    _ = try folder.write(answer, "\(id)/answer.json")
    _ = try folder.write(
      """
      import json, pathlib
      from waymark_plugin import Plugin
      plugin = Plugin.from_manifest()
      answer = json.loads(pathlib.Path("answer.json").read_text())
      plugin.hook("\(hook)")(lambda params, call: answer)
      plugin.run()

      """, "\(id)/main.py")
  }

  static func shipped() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Repository.root.appending(path: "Plugins").path)
      .sorted()
      .filter {
        FileManager.default.fileExists(
          atPath: Repository.root.appending(path: "Plugins/\($0)/plugin.yaml").path)
      }
  }

  private static func manifest(_ plugin: String) throws -> String {
    try String(contentsOf: Repository.root.appending(path: "Plugins/\(plugin)/plugin.yaml"), encoding: .utf8)
  }

  private static func needsPackages(_ plugin: String) -> Bool {
    (try? manifest(plugin).contains("environment: python")) ?? false
  }
}
