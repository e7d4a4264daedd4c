import Diagnostics
import Documents
import Foundation
import Frameworks
import TestSupport
import Testing

/// Each folder is named after a clause of `docs/reference/resolution.md` and holds a variant (or a framework with
/// migrations). Where it resolves, `expected.yaml` is what it resolves to and `expected-descent.txt` where that came
/// from (or its migrations' criteria); where anything is said of it, that is in `expected.txt`. What it extends lies beside it, else in `base.yaml` of
/// the folder above.
@Suite struct ResolutionFixtureTests {
  static let folder = Repository.tests.appendingPathComponent("FrameworksTests/Resolve/Fixtures")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { !$0.contains(".yaml") }.sorted()

  @Test(arguments: names) func `resolves as was recorded`(name: String) throws {
    let folder = Self.folder.appendingPathComponent(name)
    var bases = try TextBases(in: folder, except: "variant.yaml")
    if bases.source(id: "base", version: SemanticVersion(1, 0, 0)) == nil {
      let shared = try Repository.bytes(Self.folder.appendingPathComponent("base.yaml"))
      bases.add(SourceFile(path: "base.yaml", bytes: shared))
    }
    let variant = try Repository.bytes(folder.appendingPathComponent("variant.yaml"))
    let reading = Reading(variant, path: "variant.yaml", bases: bases)
    #expect((reading.framework == nil) == reading.bag.hasErrors)
    try expect(reading.report, in: folder.appendingPathComponent("expected.txt"))
    try expect(reading.framework.map(text) ?? "", in: folder.appendingPathComponent("expected.yaml"))
    let descent = reading.framework.flatMap { DescentText.of($0, in: bases) } ?? ""
    try expect(descent, in: folder.appendingPathComponent("expected-descent.txt"))
  }

  /// A migration's version stands in the fixture already.
  private func text(_ framework: ResolvedFramework) -> String {
    framework.descent == nil ? "" : YAMLWriter.text(Framework.shape.write(framework.framework))
  }

  /// - Parameter file: missing where nothing is expected.
  private func expect(_ text: String, in file: URL) throws {
    if Repository.isRecording {
      try? FileManager.default.removeItem(at: file)
      if !text.isEmpty { try Data(text.utf8).write(to: file) }
    }
    let expected = (try? Repository.bytes(file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    #expect(text == expected, "\(file.lastPathComponent)")
  }
}

/// A descent in lines that people can read.
enum DescentText {
  /// - Parameter bases: where the earlier version is, if it descends by a migration.
  static func of(_ framework: ResolvedFramework, in bases: TextBases) -> String? {
    if let descent = framework.descent { return of(framework, descent) }
    guard let migration = framework.framework.migrations.first,
      let source = bases.source(id: framework.framework.id.value, version: migration.version.value),
      let earlier = Reading(source.bytes, bases: bases).framework
    else { return nil }
    return of(framework, Descent(migration: migration, from: earlier, to: framework))
  }

  static func of(_ framework: ResolvedFramework, _ descent: Descent) -> String {
    var lines: [String] = []
    for criterion in framework.criteria {
      let origin = descent.origin(of: criterion.path)
      guard origin.how != .same || !origin.why.isEmpty || origin.paths != [criterion.path] else { continue }
      let from = origin.paths.isEmpty ? "" : " from \(origin.paths.joined(separator: " and "))"
      lines.append(
        "\(criterion.path): \(origin.how.rawValue)\(from)\(why(origin.why.joined(separator: "; ")))")
    }
    for removal in descent.removed { lines.append("\(removal.path): gone\(why(removal.why))") }
    for map in descent.scaleMaps {
      let points = map.points?.sorted { $0.key < $1.key }.map { "\($0.key) to \($0.value)" }.joined(
        separator: ", ")
      lines.append("scale \(map.from) to \(map.to): \(points ?? "no way across")")
    }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  private static func why(_ why: String) -> String { why.isEmpty ? "" : " (\(why))" }
}
