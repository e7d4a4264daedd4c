import Diagnostics
import Foundation
import Frameworks
import TestSupport
import Testing

/// Every mistake of a crosswalk has a folder with one that makes it, and with what Waymark says about it.
@Suite struct BrokenCrosswalkTests {
  static let folder = CrosswalkReading.fixtures.appendingPathComponent("broken")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test(arguments: names) func `says what was recorded`(name: String) throws {
    let folder = Self.folder.appendingPathComponent(name)
    let input = folder.appendingPathComponent("input.yaml")
    let reading = try CrosswalkReading([UInt8](try Data(contentsOf: input)))
    let expected = folder.appendingPathComponent("expected.txt")
    if Repository.isRecording { try Data(reading.report.utf8).write(to: expected) }
    #expect(reading.report == String(decoding: try Data(contentsOf: expected), as: UTF8.self))
    #expect(reading.codes.contains(name))
    #expect(reading.bag.hasErrors == (reading.crosswalk == nil))
  }

  @Test func `every code has a fixture, is a slug, and says something`() {
    let codes = CrosswalkChecks.codes
    #expect(Set(codes.map(\.id)).count == codes.count)
    #expect(codes.map(\.id).sorted() == Self.names)
    #expect(Set(codes).isDisjoint(with: DiagnosticCatalogue.all))
    for code in codes {
      #expect(code.summary.hasSuffix(".") && code.advice.hasSuffix("."), "\(code.id)")
    }
  }
}
