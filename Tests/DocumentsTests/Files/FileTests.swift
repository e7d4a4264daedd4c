import Diagnostics
import Foundation
import Testing

@testable import Documents

@Suite struct FileTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "waymark-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  @Test func `what is written can be read, and nothing else is left`() throws {
    try withFolder { (folder: String) throws in
      try FileWriting.write(Array("one".utf8), to: "\(folder)/a")
      try FileWriting.write(Array("two".utf8), to: "\(folder)/a")
      #expect(try FileReading.bytes("\(folder)/a") == Array("two".utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a"])
      #expect(try FileReading.source("\(folder)/a").path == "\(folder)/a")
    }
  }

  @Test func `what cannot be read`() throws {
    try withFolder { (folder: String) throws in
      #expect(throws: Failure.self) { try FileReading.bytes("\(folder)/nothing") }
      let missing = #expect(throws: Failure.self) { try FileReading.bytes("\(folder)/a/b") }
      #expect(missing?.status == .noInput)
      let isFolder = #expect(throws: Failure.self) { try FileReading.bytes(folder) }
      #expect(isFolder?.status == .noInput)
      try FileWriting.write([UInt8](repeating: 0, count: 11), to: "\(folder)/large")
      let large = #expect(throws: Failure.self) { try FileReading.bytes("\(folder)/large", limit: 10) }
      #expect(large?.status == .badData)
      #expect(try FileReading.bytes("\(folder)/large", limit: 11).count == 11)
    }
  }

  @Test func `what cannot be written`() throws {
    try withFolder { (folder: String) throws in
      let isFolder = #expect(throws: Failure.self) { try FileWriting.write([1], to: folder) }
      #expect(isFolder?.status == .cannotWrite)
      let nowhere = #expect(throws: Failure.self) { try FileWriting.write([1], to: "\(folder)/no/where") }
      #expect(nowhere?.status == .cannotWrite)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    }
  }
}
