import Diagnostics
import Documents
import Foundation
import Reviews

/// Documents made from other files: written all or none, never in the place of others.
enum NewDocuments {
  /// One file each, or several in a folder.
  ///
  /// - Parameters:
  ///   - texts: each with the name that it has in a folder.
  ///   - output: a file for one, a folder for several; `nil` for the screen, where there is one.
  /// - Returns: where they are; empty for the screen.
  /// - Throws: `usage` where several have no folder; `cannotWrite` where a file is there already.
  static func deliver(_ texts: [(name: String, text: String)], to output: String?) throws(Failure) -> [String]
  {
    guard let output, output != "-" else {
      guard texts.count == 1 else {
        throw Failure(
          .usage, "\(texts.count) files do not fit on the screen.", help: "Name a folder for them with -o.")
      }
      try Console.print(texts[0].text)
      return []
    }
    let place = try FileReading.kind(output)
    return try texts.count > 1 || place == .folder
      ? write(texts, into: output) : write([(output, texts[0].text)])
  }

  /// Writes files into a folder, which is made where it is missing.
  static func write(_ texts: [(name: String, text: String)], into folder: String) throws(Failure) -> [String]
  {
    if try FileReading.kind(folder) == .file {
      throw Failure(.cannotWrite, "\(folder) is a file.", help: "Name a folder.")
    }
    let isNew = try FileReading.kind(folder) == nil
    try FileWriting.makeFolder(folder)
    do throws(Failure) {
      return try write(texts.map { ("\(folder)/\($0.name)", $0.text) })
    } catch {
      // Gone only where it is empty.
      if isNew { rmdir(folder) }
      throw error
    }
  }

  private static func write(_ texts: [(path: String, text: String)]) throws(Failure) -> [String] {
    var taken: Set<String> = []
    for (path, _) in texts {
      guard taken.insert(path).inserted else {
        throw Failure(.cannotWrite, "Two files would be written to \(path).", help: "Rename one of them.")
      }
      if try FileReading.kind(path) != nil {
        throw Failure(
          .cannotWrite, "\(path) exists already.",
          help: "Nothing is ever replaced; move it away, or choose another place with -o.")
      }
    }
    try RevisionFiles.write(texts.map { RevisionFiles.Revision(path: $0.path, text: $0.text) })
    return texts.map(\.path)
  }

  /// A file's name without its folder.
  static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// A file's name without its folder and ending.
  static func stem(_ path: String) -> String {
    let name = name(path)
    return name.lastIndex(of: ".").map { $0 == name.startIndex ? name : String(name[..<$0]) } ?? name
  }
}
