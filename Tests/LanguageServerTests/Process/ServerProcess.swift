import Foundation
import Sealing
import TestSupport

/// The real program, spoken to over its pipes.
final class ServerProcess {
  let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var bytes: [UInt8] = []
  private var count: Int64 = 0
  /// Messages that came while another was waited for.
  private(set) var notices: [JSONValue] = []

  struct TimedOut: Error {}

  /// As the tests' build made it, beside the tests.
  static var binary: URL {
    if let named = ProcessInfo.processInfo.environment["WAYMARK_BINARY"] {
      return URL(fileURLWithPath: named)
    }
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("waymark")
  }

  init(frameworks: URL = Repository.root.appendingPathComponent("Frameworks")) throws {
    process.executableURL = Self.binary
    process.arguments = ["language-server"]
    process.currentDirectoryURL = FileManager.default.temporaryDirectory
    var environment = ProcessInfo.processInfo.environment
    environment["WAYMARK_TODAY"] = "2026-03-01"
    environment["WAYMARK_FRAMEWORKS"] = frameworks.path
    process.environment = environment
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  deinit { if process.isRunning { process.terminate() } }

  func write(_ bytes: [UInt8]) throws { try input.fileHandleForWriting.write(contentsOf: Data(bytes)) }

  func send(_ message: JSONValue) throws {
    let body = Array(message.prettyText().utf8)
    try write(Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body)
  }

  func note(_ method: String, _ parameters: JSONValue) throws {
    try send(["jsonrpc": "2.0", "method": .string(method), "params": parameters])
  }

  /// The answer to a request, with its `result` or its `error`.
  func ask(_ method: String, _ parameters: JSONValue = .null) throws -> JSONValue {
    count += 1
    let id = count
    try send(["jsonrpc": "2.0", "id": .int(id), "method": .string(method), "params": parameters])
    return try wait { $0["id"]?.asInt == id && $0["method"] == nil }
  }

  /// The first message that is wanted, now or later.
  func wait(seconds: Double = 60, _ isWanted: (JSONValue) -> Bool) throws -> JSONValue {
    if let index = notices.firstIndex(where: isWanted) { return notices.remove(at: index) }
    let end = Date(timeIntervalSinceNow: seconds)
    while Date() < end {
      let message = try next(until: end)
      if isWanted(message) { return message }
      notices.append(message)
    }
    throw TimedOut()
  }

  /// What is found in a version of a text.
  func diagnostics(_ uri: String, version: Int64) throws -> [JSONValue] {
    let message = try wait {
      $0["method"]?.asString == "textDocument/publishDiagnostics" && $0["params"]?["uri"]?.asString == uri
        && $0["params"]?["version"]?.asInt == version
    }
    return message["params"]?["diagnostics"]?.asArray ?? []
  }

  /// Nothing but whole messages with their headers may come.
  private func next(until end: Date) throws -> JSONValue {
    while true {
      if let message = try cut() { return message }
      var poll = pollfd(fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      let ready = Foundation.poll(&poll, 1, Int32(max(0, end.timeIntervalSinceNow) * 1_000))
      guard ready > 0 else { throw TimedOut() }
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { throw TimedOut() }
      bytes += data
    }
  }

  private func cut() throws -> JSONValue? {
    let end = Array("\r\n\r\n".utf8)
    guard let header = bytes.indices.first(where: { bytes[$0...].starts(with: end) }) else { return nil }
    let text = String(decoding: bytes[..<header], as: UTF8.self)
    guard text.hasPrefix("Content-Length: "), let length = Int(text.dropFirst("Content-Length: ".count))
    else {
      throw TimedOut()
    }
    let start = header + end.count
    guard bytes.count >= start + length else { return nil }
    defer { bytes.removeSubrange(..<(start + length)) }
    return try JSONValue(parsing: Array(bytes[start..<start + length]))
  }

  /// The exit code, once the program has ended.
  func exitCode() throws -> Int32 {
    let end = Date(timeIntervalSinceNow: 30)
    while process.isRunning, Date() < end { Thread.sleep(forTimeInterval: 0.01) }
    guard !process.isRunning else { throw TimedOut() }
    return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }

  func closeInput() throws { try input.fileHandleForWriting.close() }
}
