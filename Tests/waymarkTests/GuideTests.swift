import Foundation
import TestSupport
import Testing

/// The guides' commands do what the guides print.
@Suite struct GuideTests {
  @Test(.enabled(if: PluginTools.canRun, PluginTools.why)) func pluginsAreRunAsItIsPrinted() throws {
    try everyCommandIsRunAsItIsPrinted("plugins.md", atLeast: 7)
  }

  @Test(arguments: [("authoring.md", 8), ("surveys-and-paper.md", 4), ("partnership-leads.md", 30)])
  func everyCommandIsRunAsItIsPrinted(_ name: String, _ count: Int) throws {
    try everyCommandIsRunAsItIsPrinted(name, atLeast: count)
  }

  private func everyCommandIsRunAsItIsPrinted(_ name: String, atLeast count: Int) throws {
    let file = Repository.root.appending(path: "docs/guide/\(name)")
    let folder = try TemporaryFolder()
    var guide = Guide(try String(contentsOf: file, encoding: .utf8))
    #expect(guide.commands >= count)
    try guide.run(in: folder)
    if Repository.isRecording { try Data(guide.text.utf8).write(to: file) }
    for difference in guide.differences { Issue.record("\(name): \(difference)") }
  }
}

/// A page whose fenced blocks are files (```` ```yaml PATH ````) and commands with what they print
/// (```` ```console ````).
private struct Guide {
  private var lines: [Substring]
  private(set) var differences: [String] = []

  init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

  var text: String { lines.joined(separator: "\n") }
  var commands: Int { lines.count { $0.hasPrefix("$ ") } }

  mutating func run(in folder: TemporaryFolder) throws {
    var result: [Substring] = []
    var rest = lines[...]
    while let line = rest.popFirst() {
      result.append(line)
      guard line.hasPrefix("```"), line.count > 3 else { continue }
      let body = rest.prefix { $0 != "```" }
      rest = rest.dropFirst(body.count)
      let info = line.dropFirst(3).split(separator: " ")
      if info.first == "console" {
        result += try run(Array(body), in: folder)
      } else {
        if info.count == 2 {
          _ = try folder.write(body.joined(separator: "\n") + "\n", String(info[1]))
        }
        result += body
      }
      if let end = rest.popFirst() { result.append(end) }
    }
    lines = result
  }

  /// A block's commands with what they print now.
  private mutating func run(_ block: [Substring], in folder: TemporaryFolder) throws -> [Substring] {
    var result: [Substring] = []
    var rest = block[...]
    while let line = rest.popFirst() {
      result.append(line)
      if line.hasPrefix("$ mv ") { try Self.move(line, in: folder) }
      guard line.hasPrefix("$ waymark ") else { continue }
      let wanted = rest.prefix { !$0.hasPrefix("$ ") }
      rest = rest.dropFirst(wanted.count)
      var words = Self.words(line.dropFirst("$ waymark ".count))
      let isQuiet = words.suffix(2) == [">", "/dev/null"]
      if isQuiet { words = words.dropLast(2) }
      let outcome = try Program.run(words, in: folder.url, frameworks: nil)
      let said = (isQuiet ? "" : outcome.output) + outcome.errors
      // A key is another one each time.
      let printed = said.replacing(/\+[0-9a-f]{8}\+[A-Za-z0-9+\/=]{40,}/, with: "+…").split(
        separator: "\n", omittingEmptySubsequences: false
      )
      .map { Substring($0) }
      var lines = printed[...]
      while lines.last?.isEmpty == true { lines = lines.dropLast() }
      if Array(lines) != Array(wanted) {
        differences.append(
          "\(line)\nis said to print\n\(wanted.joined(separator: "\n"))\nand prints\n\(lines.joined(separator: "\n"))"
        )
      }
      result += lines
    }
    return result
  }

  /// `mv FROM TO`.
  private static func move(_ line: Substring, in folder: TemporaryFolder) throws {
    let words = words(line.dropFirst("$ mv ".count))
    try FileManager.default.moveItem(atPath: folder.path(words[0]), toPath: folder.path(words[1]))
  }

  /// As a shell splits a line with double quotes.
  private static func words(_ line: Substring) -> [String] {
    var words: [String] = []
    for (index, part) in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 {
        words.append(String(part))
      } else {
        words += part.split(separator: " ").map(String.init)
      }
    }
    return words
  }
}
