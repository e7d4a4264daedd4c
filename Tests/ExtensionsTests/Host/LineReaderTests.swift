import Foundation
import Testing

@testable import Extensions

@Suite struct LineReaderTests {
  private let pipe = Descriptor.pipe()

  private func send(_ text: String) throws {
    let bytes = Array(text.utf8)
    #expect(write(try #require(pipe).writing.number, bytes, bytes.count) == bytes.count)
  }

  @Test func takesWholeLines() throws {
    let reading = try #require(pipe).reading.number
    var reader = LineReader(limit: 10)
    try send("one\ntwo\n\nthr")
    #expect(reader.read(reading) == .open)
    let lines = [reader.line(), reader.line(), reader.line(), reader.line()].map { line in
      line.map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(lines == ["one", "two", "", nil])
    #expect(reader.isMidLine)
    try send("ee\n")
    #expect(reader.read(reading) == .open)
    #expect(reader.line() == Array("three".utf8))
    #expect(!reader.isMidLine)
  }

  @Test func stopsAtTheLimit() throws {
    let reading = try #require(pipe).reading.number
    var reader = LineReader(limit: 10)
    try send("0123456789\n01234")
    #expect(reader.read(reading) == .open)
    #expect(reader.line()?.count == 10)
    try send("567890")
    #expect(reader.read(reading) == .flood)
  }

  @Test func noticesTheEnd() throws {
    let ends = try #require(Descriptor.pipe())
    var reader = LineReader(limit: 10)
    let other = dup(ends.reading.number)
    defer { close(other) }
    let bytes = Array("half".utf8)
    _ = write(ends.writing.number, bytes, bytes.count)
    #expect(reader.read(other) == .open)
    dup2(open("/dev/null", O_WRONLY), ends.writing.number)
    #expect(reader.read(other) == .closed)
    #expect(reader.isMidLine)
  }
}
