import Diagnostics
import Documents
import Foundation
import Testing

@testable import Extensions

@Suite struct ManifestTests {
  private static let good = """
    schema: waymark.plugin/1
    id: trial
    version: 1.0.0
    title: A trial
    summary: For trying.
    protocol: 1
    program: {command: [sh, main.sh]}
    provides:
      - {hook: check, name: trial, title: A check}
    sees: [framework]

    """

  /// A change to the good one, and the code that it is told by; none where it stays good.
  private static let cases: [(old: String, new: String, code: String?)] = [
    ("", "", nil),
    ("id: trial", "id: other", "plugin-folder-name"),
    ("protocol: 1", "protocol: 2", "plugin-protocol"),
    ("program: {command: [sh, main.sh]}\n", "", "plugin-program-or-pack"),
    ("sees: [framework]", "sees: [framework]\npack: {texts: [main.sh]}", "plugin-program-or-pack"),
    ("provides:\n  - {hook: check, name: trial, title: A check}\n", "", "plugin-provides-nothing"),
    ("program: {command: [sh, main.sh]}", "pack: {texts: [main.sh]}", "plugin-pack-provides"),
    ("name: trial, ", "", "plugin-key-missing"),
    ("name: trial, ", "name: trial, format: xlsx, ", "plugin-key-unwanted"),
    ("sees:", "  - {hook: check, name: trial, title: Again}\nsees:", "plugin-provided-twice"),
    ("hook: check, name: trial", "hook: aggregate, name: median", "plugin-name-taken"),
    ("hook: check, name: trial", "hook: review.import, format: trial", "plugin-sees-too-little"),
    ("sees: [framework]", "sees: [framework, reviews]", "plugin-sees-too-much"),
    ("sees: [framework]", "sees: [framework]\nlimits: {time: 3000}", "plugin-limit-above"),
    ("[sh, main.sh]", "[./../main.sh]", "plugin-path-outside"),
    ("[sh, main.sh]", "[./missing.sh]", "plugin-file-missing"),
    ("[sh, main.sh]", "[./main.sh]", nil),
    ("hook: check", "hook: chekc", "unknown-choice"),
  ]

  @Test(arguments: cases.indices) func everyMistakeIsTold(index: Int) throws {
    let (old, new, code) = Self.cases[index]
    let text = old.isEmpty ? Self.good : Self.good.replacing(old, with: new)
    #expect(old.isEmpty || text != Self.good)
    let bag = try read(text)
    let codes = Set(bag.items.map(\.code.id))
    #expect(
      codes == Set([code].compactMap(\.self)) || (code != nil && codes.contains(code ?? "")),
      "\(new): \(codes)")
    #expect(bag.items.allSatisfy { $0.range != .nowhere })
  }

  @Test func everyCodeHasACase() {
    let tried = Set(Self.cases.compactMap(\.code))
    for code in ManifestCodes.all { #expect(tried.contains(code.id), "\(code.id)") }
  }

  private func read(_ text: String) throws -> DiagnosticBag {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("waymark-manifest-\(UUID().uuidString)/trial")
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("exit 0\n".utf8).write(to: folder.appendingPathComponent("main.sh"))
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let source = SourceFile(path: "plugin.yaml", bytes: Array(text.utf8))
    _ = ManifestReader.read(source, sources.add(source), folder: folder.path, into: &bag)
    return bag
  }
}
