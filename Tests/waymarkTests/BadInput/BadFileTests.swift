import Foundation
import Testing

/// Every command that reads a file, given a file that is none of its kind: a message, an exit code, nothing written.
@Suite struct BadFileTests {
  /// `@` stands for the bad file, `%` for a file that must not appear.
  static let commands = [
    "framework check @", "framework list --frameworks @", "framework show @",
    "framework show @ --format json", "framework show @ --provenance", "framework show @ --format yaml -o %",
    "framework derive @ --id ours -o %", "framework upgrade @ --to 2.0.0 -o %", "framework diff @ spp",
    "framework diff spp @", "framework compare @ spp", "framework compare spp @", "framework release @",
    "crosswalk check @", "crosswalk show @", "crosswalk show @ --format json -o %",
    "review migrate @ --to emtss -o %", "review migrate {review} --to @",
    "review migrate {review} --to emtss --from @", "review migrate --workspace @ --to emtss",
    "framework show emtss --frameworks @", "framework preview @ -o %",
    "review new @ -o %", "review new emtss --frameworks @ -o %", "review check @",
    "review check {review} --framework @", "review score @", "review score @ --format html -o %",
    "review score {review} --against @ -o %",
    "workspace status --workspace @", "workspace list --workspace @", "workspace verify --workspace @",
    "workspace undo --workspace @", "workspace remove made-up --workspace @",
    "workspace consent give --all --until 2027-08-31 --workspace @",
    "workspace consent withdraw --all --workspace @",
    "workspace rename made-up other --workspace @", "workspace merge one two --into three --workspace @",
    "workspace split one --into two --into three --workspace @", "workspace history --workspace @",
    "workspace history made-up --statement {review} --signer @ --workspace {workspace}",
    "workspace history made-up --statement {review} --registry @ --workspace {workspace}",
    "workspace history made-up --statement @ --workspace {workspace}", "workspace ledger --workspace @ -o %",
    "workspace ledger --policy @ --workspace {workspace} -o %",
    "workspace ledger recover --publication @ --workspace {workspace}",
    "workspace ledger recover --registry @ --workspace {workspace}",
    "workspace statement made-up --key {key} --workspace @ -o %",
    "workspace statement made-up --key @ --workspace {workspace} -o %",
    "workspace report --framework emtss --workspace @ -o %", "workspace export --workspace @ -o %",
    "workspace add @ --workspace {workspace}", "workspace add {review} --workspace @",
    "workspace restore @ --workspace %", "profile preview --framework emtss --workspace @",
    "profile preview --framework @ --workspace {workspace} -o %",
    "profile preview --framework emtss --workspace {workspace} --policy @ -o %",
    "profile local --framework emtss --workspace @ -o %",
    "profile local --framework @ --workspace {workspace} -o %",
    "profile local --framework emtss --workspace {workspace} --registry @ -o %",
    "profile local --framework emtss --workspace {workspace} --pool @ -o %",
    "profile audit --framework emtss --workspace @ -o %",
    "profile audit --framework @ --workspace {workspace} -o %",
    "profile audit --framework emtss --workspace {workspace} --policy @ -o %",
    "profile audit --framework emtss --workspace {workspace} --policy default --against @ -o %",
    "profile sheet --framework emtss --workspace @ --key {key} --origin registry.example/x -o %",
    "profile sheet --framework emtss --workspace {workspace} --key @ --origin registry.example/x -o %",
    "registry init --origin registry.example/x --registry % --policy @",
    "registry init --origin registry.example/x --registry % --regions @", "registry list --registry @",
    "registry show 1 --registry @", "registry verify --registry @", "registry backup % --registry @",
    "registry admit made-up {public} --registry @", "registry publish {review} --registry @",
    "registry publish @ --registry {registry}", "registry publish @ --key {key} --registry {registry}",
    "registry publish {review} --key @ --registry {registry}", "registry restore @ --registry %",
    "framework diff @ emtss", "framework diff emtss @ --format html -o %", "framework release @",
    "framework release --record @", "framework rules @", "framework test @",
    "expression eval true --review @",
    "expression eval true --form @",
    "expression eval true --review {review} --against @", "expression eval true --review {review} --plan @",
    "framework translate @ --language cy -o %",
    "framework translate emtss --language cy --frameworks @ -o %",
    "review score {review} --plan @", "form new @ review-plan -o %", "form check @", "form show @",
    "form show @ --format json -o %", "form schema @ review-plan -o %",
    "review new @ --format html -o %", "review import @ -o %", "form import @ -o %",
    "survey draft @ --framework emtss -o %", "survey draft {review} --framework @ -o %", "survey check @",
    "survey check @ {review}", "survey import @ --mapping {review} -o %",
    "survey import {review} --mapping @ -o %",
    "framework export @ --as html -o %", "framework import @ --from ciso-assistant -o %",
    "framework new ours --from @ -o %", "framework check {review} --with @", "review export @ --as csv -o %",
    "review import @ --from xlsx -o %", "review import {review} --from xlsx --framework @ -o %",
    "workspace analyse kappa --framework spp --workspace @ -o %",
    "workspace analyse kappa --framework @ --workspace {workspace} -o %", "plugin list --plugins @",
    "plugin check @", "plugin test @", "plugin run @ check", "plugin run hello check --request @",
    "plugin run hello check --file @ -o %", "plugin check hello --plugins @",
    "schedule make spp --partnership made-up --period 2025-26 --members @ -o %",
    "schedule make spp --period 2025-26 --workspace {workspace} --people @ -o %",
    "schedule make spp --period 2025-26 --workspace @ -o %", "schedule check @", "schedule show @",
    "schedule show @ --format ics -o %", "schedule sample @ --seed 1", "watch list --workspace @",
    "watch open made-up --list watch-list --owner Somebody --workspace @",
    "watch report made-up --list watch-list --by Somebody --text Better --workspace @",
    "watch close made-up --list watch-list --side school --by Somebody --workspace @",
    "policy check @", "policy check default @", "policy check default --least @", "policy show @",
    "policy show @ -o %",
    "registry init --origin registry.example/x --registry % --policy default --policy @",
    "pool card --registry @ -o %", "pool show @", "pool show @ --format json -o %", "pool add @ -o %",
    "pool contribute --pool @ --workspace {workspace} --key {key} -o %",
    "pool open --accept @ --beside {review} --registry {registry} -o %",
    "pool open --framework emtss --region E12000004 --until 2026-07-31 --beside @ --registry {registry} -o %",
    "compare --framework emtss --registry @", "sample % --framework @", "sample % --frameworks @",
  ]

  enum BadFile: String, CaseIterable {
    case missing, folder, empty, binary, huge, otherKind, otherVersion

    func make(in folder: TemporaryFolder) throws -> String {
      let path = folder.path("bad-\(rawValue)")
      switch self {
      case .missing: break
      case .folder: try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      case .empty: _ = FileManager.default.createFile(atPath: path, contents: Data())
      case .binary:
        let noise = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ ($0 >> 3)) }
        _ = FileManager.default.createFile(atPath: path, contents: Data(noise))
      case .huge:
        _ = FileManager.default.createFile(atPath: path, contents: Data())
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try handle.truncate(atOffset: 100 << 20)
        try handle.close()
      case .otherKind: _ = try folder.write("schema: waymark.other/1\nid: x\n", "bad-\(rawValue)")
      case .otherVersion:
        _ = try folder.write("schema: waymark.framework/9\nid: x\n", "bad-\(rawValue)")
      }
      return path
    }
  }

  @Test(arguments: commands) func aBadFileIsRefusedPlainly(command: String) throws {
    let folder = try TemporaryFolder()
    let shared = try Shared(in: folder)
    for kind in BadFile.allCases {
      let arguments = shared.arguments(command, bad: try kind.make(in: folder))
      let before = try folder.contents
      let outcome = try Program.run(arguments)
      let said = "\(command) with \(kind): \(outcome.status)\n\(outcome.output)\(outcome.errors)"
      #expect([1, 64, 65, 66, 69, 73, 77].contains(outcome.status), "\(said)")
      #expect(
        !(outcome.output + outcome.errors).trimmingCharacters(in: .whitespacesAndNewlines).isEmpty, "\(said)")
      #expect(
        outcome.errors.range(of: "Fatal error|SQLite error|NSCocoa|Error Domain", options: .regularExpression)
          == nil, "\(said)")
      #expect(try folder.contents == before, "\(said)")
    }
    #expect(try Program.run(["workspace", "verify", "--workspace", shared.workspace]).status == 0)
    #expect(try Program.run(["registry", "verify", "--registry", shared.registry]).status == 0)
  }

  @Test func aMissingFileHasItsOwnExitCode() throws {
    for command in [
      "framework check @", "review check @", "review score @", "workspace status --workspace @",
    ] {
      let outcome = try Program.run(
        command.split(separator: " ").map { $0 == "@" ? "/no/such/file" : String($0) })
      #expect(outcome.status == 66, "\(command): \(outcome.errors)")
    }
  }
}

/// A workspace, a registry, a key and a review that commands may use.
struct Shared {
  let workspace: String
  let registry: String
  let key: String
  let review: String
  private let publicKey: String
  private let result: String

  init(in folder: TemporaryFolder) throws {
    workspace = folder.path("ours.waymark")
    registry = folder.path("region.registry")
    key = folder.path("ours.key")
    review = folder.path("review.yaml")
    result = folder.path("result")
    for command in [
      [
        "workspace", "init", "--workspace", workspace, "--partnership", "made-up", "--name", "Made up",
        "--region", "E12000004",
      ],
      ["registry", "init", "--registry", registry, "--origin", "registry.example/made-up"],
      ["key", "new", "made-up", "-o", key], ["review", "new", "emtss", "-o", review],
    ] {
      try Self.run(command)
    }
    publicKey = try String(contentsOfFile: key + ".pub", encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    try Self.run(["registry", "admit", "made-up", publicKey, "--registry", registry])
  }

  private static func run(_ command: [String]) throws {
    let outcome = try Program.run(command)
    guard outcome.status == 0 else { throw SetUpFailed(outcome.errors) }
  }

  /// A command's words with the names of real files in them.
  ///
  /// - Parameter other: the file that must not appear, where it is another than `result`.
  func arguments(_ command: String, bad: String, result other: String? = nil) -> [String] {
    command.split(separator: " ").map { word in
      word.replacingOccurrences(of: "@", with: bad).replacingOccurrences(of: "%", with: other ?? result)
        .replacingOccurrences(of: "{workspace}", with: workspace)
        .replacingOccurrences(of: "{registry}", with: registry)
        .replacingOccurrences(of: "{key}", with: key).replacingOccurrences(of: "{public}", with: publicKey)
        .replacingOccurrences(of: "{review}", with: review)
    }
  }

  struct SetUpFailed: Error {
    let message: String
    init(_ message: String) { self.message = message }
  }
}
