import Diagnostics
import Documents
import Foundation
import Frameworks
import TestSupport

/// A crosswalk that was read, with all that was said about it.
struct CrosswalkReading {
  static let fixtures = Repository.tests.appendingPathComponent("FrameworksTests/Crosswalks/Fixtures")

  let crosswalk: ResolvedCrosswalk?
  let bag: DiagnosticBag
  let sources: SourceMap

  /// - Parameters:
  ///   - from: another framework than `Fixtures/from.yaml`.
  ///   - to: another framework than `Fixtures/to.yaml`.
  init(_ bytes: [UInt8], from: ResolvedFramework? = nil, to: ResolvedFramework? = nil) throws {
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let source = SourceFile(path: "input.yaml", bytes: bytes)
    crosswalk = CrosswalkReader.read(
      source, sources.add(source), from: try from ?? Self.framework("from.yaml"),
      to: try to ?? Self.framework("to.yaml"), into: &bag)
    self.bag = bag
    self.sources = sources
  }

  init(_ text: String) throws { try self.init(Array(text.utf8)) }

  var codes: [String] { bag.sorted().map(\.code.id) }
  var report: String { TextPrinter.print(bag, sources) }

  /// One of the two small frameworks, or another file.
  static func framework(_ name: String, in folder: URL = fixtures) throws -> ResolvedFramework {
    try framework([UInt8](try Data(contentsOf: folder.appendingPathComponent(name))), name)
  }

  static func framework(_ bytes: [UInt8], _ name: String = "made-up.yaml") throws -> ResolvedFramework {
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let source = SourceFile(path: name, bytes: bytes)
    guard let framework = FrameworkReader.read(source, sources.add(source), into: &bag) else {
      throw Unread(report: TextPrinter.print(bag, sources))
    }
    return framework
  }

  /// The crosswalk of the fixtures that has no mistakes.
  static func sound() throws -> ResolvedCrosswalk {
    let reading = try CrosswalkReading(
      [UInt8](try Data(contentsOf: fixtures.appendingPathComponent("sound.yaml"))))
    guard let crosswalk = reading.crosswalk else { throw Unread(report: reading.report) }
    return crosswalk
  }

  struct Unread: Error { let report: String }
}
