import Diagnostics
import Documents
import Foundation
import Frameworks
import Sealing
import Testing

/// A library of made-up frameworks in a folder that goes with it.
final class MadeUpLibrary: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "waymark-release-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var library: FrameworkLibrary { FrameworkLibrary(folders: [folder.path]) }

  /// Writes a framework where a library looks for it.
  @discardableResult
  func write(_ text: String, _ id: String, _ version: String) throws -> String {
    let place = folder.appendingPathComponent("\(id)/\(version)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let file = place.appendingPathComponent("framework.yaml")
    try Data(text.utf8).write(to: file)
    return file.path
  }

  func text(_ path: String) throws -> String {
    String(decoding: try FileReading.bytes(path), as: UTF8.self)
  }

  func read(_ path: String) throws -> ResolvedFramework {
    var (sources, bag) = (SourceMap(), DiagnosticBag())
    let file = sources.add(try FileReading.source(path))
    guard let read = FrameworkReader.read(file, in: &sources, bases: library, into: &bag) else {
      throw DiffReading.Broken(report: TextPrinter.print(bag, sources))
    }
    return read
  }

  func plan(_ path: String, pins: Bool = false) throws -> ReleasePlan {
    let day = try #require(Day("2026-03-01"))
    return try ReleasePlanner(library: library, today: day, pins: pins)
      .plan(try read(path), try FileReading.source(path))
  }

  /// What `framework check` says of a framework and its record.
  func codes(_ path: String) throws -> [String] {
    var (sources, bag) = (SourceMap(), DiagnosticBag())
    try ReleaseRecord.check(try read(path), at: path, in: &sources, into: &bag)
    return bag.items.map(\.code.id)
  }

  /// A framework of a few lines.
  static func pond(_ version: String, status: String = "draft", title: String = "Frogs", rest: String = "")
    -> String
  {
    """
    # Made up for tests.
    schema: waymark.framework/1
    id: pond-made-up
    version: \(version)   # kept
    status: \(status)
    title: A pond (made up)
    levels: [{id: animal, title: Animal}]
    scales: {number: {points: [{id: few, value: 1}, {id: many, value: 2}]}}
    judging: {self: {level: animal, scale: number}, peer: none}
    criteria:
      - {id: frogs, title: \(title)}
      - {id: newts, title: Newts}
    overall: none
    \(rest)
    """
  }
}
