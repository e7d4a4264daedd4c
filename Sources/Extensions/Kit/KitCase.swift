import Diagnostics
import Documents
import Foundation
import Hooks
import Sealing

/// A case of a plugin's own: a folder below `tests/` with `request.json`, the answer that it should give in `answer.json`,
/// and any file that the request is about.
struct KitCase {
  private let folder: String
  let hook: String
  private let params: JSONValue
  private let files: [CallFile]

  /// The folders with cases of a plugin, in order of name.
  static func folders(in plugin: String) -> [String] {
    let tests = "\(plugin)/tests"
    guard let names = try? FolderReading.names(in: tests) else { return [] }
    return names.map { "\(tests)/\($0)" }.filter {
      FileManager.default.fileExists(atPath: "\($0)/request.json")
    }
  }

  /// - Throws: `badData` where `request.json` is no case.
  init(_ folder: String) throws(Failure) {
    self.folder = folder
    let path = "\(folder)/request.json"
    let request: JSONValue
    do {
      request = try JSONValue(parsing: FileReading.bytes(path))
    } catch {
      throw Failure(.badData, "\(path) is no JSON: \(error)")
    }
    guard let hook = request["hook"]?.asString, let params = request["params"], params.asObject != nil else {
      throw Failure(
        .badData, "\(path) is no case.",
        help: "Write {\"hook\": \"…\", \"params\": {…}}, and \"file\" where there is one.")
    }
    self.hook = hook
    self.params = params
    if let name = request["file"]?.asString {
      files = [CallFile(name, try FileReading.bytes("\(folder)/\(name)", limit: 64 << 20))]
    } else {
      files = []
    }
  }

  /// - Returns: how the answer differs; `nil` where it is as written down, or was written down now.
  func run(
    _ call: (String, JSONValue, [CallFile]) throws -> PluginAnswer, records: Bool
  ) throws -> String? {
    var found: JSONValue
    do {
      let answer = try call(hook, params, files)
      found = .members([
        ("result", answer.result),
        (
          "files",
          answer.files.isEmpty
            ? nil
            : .object(
              answer.files.sorted { $0.key < $1.key }.map {
                JSONValue.Member($0.key, .string(Digest(of: $0.value).description))
              })
        ),
      ])
    } catch let failure as PluginFailure {
      guard case .answered(let error) = failure.kind else { throw failure }
      found = .members([
        (
          "error",
          .members([
            ("code", .int(Int64(error.code))), ("message", .string(error.message)),
            ("mistakes", error.mistakes.isEmpty ? nil : .array(error.mistakes)),
          ])
        )
      ])
    }
    let path = "\(folder)/answer.json"
    let text = found.prettyText() + "\n"
    if records {
      try FileWriting.write(text.utf8, to: path, isSynced: false)
      return nil
    }
    guard try FileReading.kind(path) != nil else {
      return "There is no answer.json yet: add --record to write it down, and look it over."
    }
    let wanted = try JSONValue(parsing: FileReading.bytes(path, limit: 64 << 20))
    if try wanted.canonicalBytes() == found.canonicalBytes() { return nil }
    return "The answer is another than answer.json says. It is now:\n         "
      + text.prefix(1_500).split(separator: "\n").joined(separator: "\n         ")
  }
}
