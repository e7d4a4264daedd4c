import Diagnostics
import Documents
import Foundation
import Sealing

/// The files of a plugin's folder that make it what it is.
///
/// Names that begin with a dot and `__pycache__` are left out, apart from the command's own file, wherever it
/// is. A link is refused, since what it leads to is not what was checked.
struct PluginFolder {
  let path: String
  /// The first word of the command, where it is a path in the folder.
  let program: String?

  /// How much a folder may hold.
  static let mostFiles = 5_000
  static let mostBytes = 256 << 20

  init(_ path: String, command: [String]) {
    self.path = path
    program = command.first.flatMap { word in
      guard word.contains("/"), !word.hasPrefix("/") else { return nil }
      return word.hasPrefix("./") ? String(word.dropFirst(2)) : word
    }
  }

  /// Paths below the folder, sorted by their bytes.
  func files() throws(Failure) -> [String] {
    var found: [String] = []
    try collect("", depth: 0, into: &found)
    if let program, !found.contains(program), access("\(path)/\(program)", F_OK) == 0 {
      found.append(program)
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func collect(_ below: String, depth: Int, into found: inout [String]) throws(Failure) {
    let folder = below.isEmpty ? path : "\(path)/\(below)"
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder), depth < 16 else {
      throw Failure(.noInput, "The plugin's folder \(folder) cannot be read.", help: "Check its permissions.")
    }
    for name in names where !name.hasPrefix(".") && name != "__pycache__" {
      let file = below.isEmpty ? name : "\(below)/\(name)"
      var status = stat()
      guard lstat("\(path)/\(file)", &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: try collect(file, depth: depth + 1, into: &found)
      case S_IFREG: found.append(file)
      default:
        throw Failure(
          .badData, "\(path)/\(file) is neither a file nor a folder.",
          help: "Put the file itself into the plugin's folder, not a link to it.")
      }
      guard found.count <= Self.mostFiles else {
        throw Failure(
          .badData, "The plugin's folder \(path) holds more than \(Self.mostFiles) files.",
          help: "Leave out what it does not need to run.")
      }
    }
  }
}

/// The name of what a plugin's folder holds.
public enum PluginDigest {
  /// SHA-256 of the sorted list of pairs (path, SHA-256 of the file) as canonical JSON (RFC 8785). Which
  /// files count is told at `PluginFolder`: all but hidden ones and `__pycache__`.
  ///
  /// - Throws: `noInput` or `badData` where a file cannot be read, is a link, or there is too much of them.
  public static func of(folder: String, command: [String]) throws(Failure) -> Digest {
    let plugin = PluginFolder(folder, command: command)
    var digests: [(String, Digest)] = []
    var total = 0
    for file in try plugin.files() {
      let bytes = try FileReading.bytes("\(folder)/\(file)", limit: PluginFolder.mostBytes)
      total += bytes.count
      try check(total, folder)
      digests.append((file, Digest(of: bytes)))
    }
    return of(digests)
  }

  static func of(_ files: [(path: String, digest: Digest)]) -> Digest {
    let list = JSONValue.array(files.map { .array([.string($0.path), .string($0.digest.description)]) })
    // Texts alone can always be written.
    return Digest(of: (try? list.canonicalBytes()) ?? [])
  }

  static func check(_ total: Int, _ folder: String) throws(Failure) {
    guard total <= PluginFolder.mostBytes else {
      throw Failure(
        .badData, "The plugin's folder \(folder) holds more than \(PluginFolder.mostBytes >> 20) MiB.",
        help: "Leave out what it does not need to run.")
    }
  }
}

/// A copy of a plugin's folder, made as it is hashed: a plugin runs what was checked, whatever happens to its
/// folder.
enum PluginSnapshot {
  /// Copies the folder to `target`, which does not exist yet.
  ///
  /// - Throws: `refused` where the copy is not what the program's digest says; then the copy is to be thrown
  ///   away.
  static func make(of program: PluginProgram, at target: String) throws(Failure) {
    let plugin = PluginFolder(program.folder, command: program.command)
    var digests: [(String, Digest)] = []
    var total = 0
    try FileWriting.makeFolder(target)
    for file in try plugin.files() {
      let source = "\(program.folder)/\(file)"
      let bytes = try FileReading.bytes(source, limit: PluginFolder.mostBytes)
      total += bytes.count
      try PluginDigest.check(total, program.folder)
      let copy = "\(target)/\(file)"
      try makeFolders(above: file, in: target)
      let mode: mode_t = access(source, X_OK) == 0 ? 0o755 : 0o644
      try FileWriting.write(bytes, to: copy, mode: mode, isSynced: false)
      // Whatever the mask of new files is: the plugin may be another user.
      chmod(copy, mode)
      digests.append((file, Digest(of: bytes)))
    }
    let found = PluginDigest.of(digests)
    guard found == program.digest else {
      throw Failure(
        .refused, "The plugin “\(program.id)” was changed since it was checked.",
        help: "Look at what changed in \(program.folder), then run the command again.")
    }
  }

  /// Folders that the plugin may read, whatever the mask of new ones is.
  private static func makeFolders(above file: String, in target: String) throws(Failure) {
    var folder = target
    for part in file.split(separator: "/").dropLast() {
      folder += "/\(part)"
      try FileWriting.makeFolder(folder)
      chmod(folder, 0o755)
    }
  }
}
