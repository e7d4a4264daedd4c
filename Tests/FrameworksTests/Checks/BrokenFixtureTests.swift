import Diagnostics
import Documents
import Foundation
import Frameworks
import TestSupport
import Testing

/// Every mistake has a folder with a framework that makes it, and with what Waymark says about it. Other documents in
/// the folder are what it extends, or its earlier versions.
@Suite struct BrokenFixtureTests {
  static let folder = Repository.fixtures.appendingPathComponent("broken")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test(arguments: names) func `says what was recorded`(name: String) throws {
    let folder = Self.folder.appendingPathComponent(name)
    let bases = try TextBases(in: folder, except: "input.yaml")
    let reading = Reading(try Repository.bytes(folder.appendingPathComponent("input.yaml")), bases: bases)
    let expected = folder.appendingPathComponent("expected.txt")
    if Repository.isRecording { try Data(reading.report.utf8).write(to: expected) }
    #expect(reading.report == String(decoding: try Repository.bytes(expected), as: UTF8.self))
    #expect(reading.codes.contains(name))
    #expect(reading.bag.hasErrors == (reading.framework == nil))
  }

  /// Codes that no framework file can be given, or only one too large to keep.
  static let exempt = [
    "file-too-large": "made in the test below", "not-a-date": "no field of a framework is a date",
    "not-a-period": "no field of a framework is a school year",
    "not-a-reference": "only reviews name schools",
    "base-chain-too-long": "made in the tests of resolving",
  ]

  @Test func `every code has a fixture`() {
    let wanted = Set(DiagnosticCatalogue.all.map(\.id)).subtracting(Self.exempt.keys)
    #expect(wanted.subtracting(Self.names).sorted() == [])
    #expect(Set(Self.names).subtracting(wanted).sorted() == [])
  }

  @Test func `a file past the limit`() {
    let reading = Reading([UInt8](repeating: UInt8(ascii: "a"), count: 16 << 20 + 1))
    #expect(reading.codes == ["file-too-large"])
    #expect(reading.framework == nil)
  }
}
