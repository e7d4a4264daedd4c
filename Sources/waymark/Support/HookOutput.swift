import Diagnostics
import Documents
import Foundation
import Hooks
import Reviews

/// Writes the files that came of a hook: all or none.
enum HookOutput {
  /// - Parameters:
  ///   - output: a file for one, a folder for several; `nil` for the screen, which takes Waymark's own texts only.
  /// - Returns: where they are; empty for the screen.
  static func deliver(
    _ answer: FilesAnswer, through: PluginStamp?, to output: String?
  ) throws(Failure) -> [String] {
    guard let output, output != "-" else {
      guard answer.files.count == 1 else {
        throw Failure(
          .usage, "\(answer.files.count) files do not fit on the screen.",
          help: "Name a folder for them with -o.")
      }
      let file = answer.files[0]
      guard isatty(STDOUT_FILENO) == 0 || through == nil else {
        throw Failure(
          .usage, "“\(file.name)” is no text for the screen.", help: "Name a file for it with -o.")
      }
      try Console.send(file.bytes)
      return []
    }
    if answer.files.count == 1, try FileReading.kind(output) != .folder {
      try FileWriting.write(answer.files[0].bytes, to: output)
      return [output]
    }
    return try write(answer, into: output)
  }

  /// Writes files into a folder, which is made where it is missing; none takes the place of another.
  static func write(_ answer: FilesAnswer, into output: String) throws(Failure) -> [String] {
    if try FileReading.kind(output) == .file {
      throw Failure(
        .cannotWrite, "\(output) is a file, but \(answer.files.count) files came.", help: "Name a folder.")
    }
    try FileWriting.makeFolder(output)
    let paths = answer.files.map { "\(output)/\($0.name)" }
    for path in paths where try FileReading.kind(path) != nil {
      throw Failure(
        .cannotWrite, "\(path) exists already.", help: "Move it away, or name another folder with -o.")
    }
    var written: [String] = []
    do throws(Failure) {
      for (path, file) in zip(paths, answer.files) {
        try FileWriting.write(file.bytes, to: path)
        written.append(path)
      }
    } catch {
      for path in written { unlink(path) }
      throw error
    }
    return paths
  }
}
