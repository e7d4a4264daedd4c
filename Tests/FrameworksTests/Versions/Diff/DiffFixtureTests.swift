import Foundation
import Frameworks
import TestSupport
import Testing

/// Pairs of made-up frameworks, each with all that differs between them.
@Suite struct DiffFixtureTests {
  @Test(arguments: DiffReading.names) func `says what was recorded`(name: String) throws {
    let listing = try DiffReading(name).diff.listing
    let expected = DiffReading.folder.appendingPathComponent("\(name)/expected.txt")
    if Repository.isRecording { try Data(listing.utf8).write(to: expected) }
    #expect(listing == String(decoding: try Repository.bytes(expected), as: UTF8.self))
  }

  /// The version of each later framework is high enough, and the one below it would not be.
  @Test(arguments: DiffReading.names) func `needs the step that its version takes`(name: String) throws {
    let diff = try DiffReading(name).diff
    guard let step = diff.step else { return }
    #expect(step.isTaken(from: diff.from.version, to: diff.to.version))
    #expect(diff.leastVersion == diff.to.version)
  }
}
