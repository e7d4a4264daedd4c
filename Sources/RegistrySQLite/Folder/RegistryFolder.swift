import Diagnostics
import Documents
import Foundation
import Registries
import Sealing

/// The files of a registry: `registry.sqlite` with everything in it, and `registry.json`, which tells
/// people and other programs whose it is.
enum RegistryFolder {
  static let databaseName = "registry.sqlite"
  static let cardName = "registry.json"

  static func database(in folder: String) -> String { folder + "/" + databaseName }
  static func card(in folder: String) -> String { folder + "/" + cardName }

  /// Looks at the first bytes before SQLite may touch the file.
  ///
  /// - Throws: `noInput` where there is no registry, `badData` where the file is something else.
  static func check(_ folder: String) throws(Failure) {
    let path = database(in: folder)
    guard try FileReading.kind(path) != nil else {
      throw Failure(
        .noInput, "There is no registry in \(folder).",
        help: "Check the folder's name, or set one up with `waymark registry init`.")
    }
    try checkHeader(of: path)
  }

  /// - Throws: `noInput`, `badData` where the file is no registry's.
  static func checkHeader(of path: String) throws(Failure) {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw Failure(.noInput, "\(path) may not be read by you.", help: "Ask its owner for permission.")
    }
    defer { try? handle.close() }
    let header = [UInt8]((try? handle.read(upToCount: 100)) ?? Data())
    // SQLite's file format, "The Database Header": a magic text, and the application's number at byte 68.
    let isSQLite = header.count == 100 && header.starts(with: Array("SQLite format 3\0".utf8))
    guard isSQLite, header[68..<72].reduce(0, { $0 << 8 | Int32($1) }) == RegistryMigrations.applicationID
    else {
      throw Failure(
        .badData, "\(path) is not a registry's file.",
        help: isSQLite ? "It is another program's SQLite file." : "Restore a backup if it was one.")
    }
  }

  // MARK: registry.json

  static func cardBytes(_ identity: RegistryIdentity) -> [UInt8] {
    let json: JSONValue = [
      "schema": "waymark.registry/1", "origin": .string(identity.origin), "title": .string(identity.title),
      "created": .string(identity.created),
    ]
    return Array((json.prettyText() + "\n").utf8)
  }

  // MARK: Making a folder at once

  /// Fills a new folder so that it is either there whole or not at all: a neighbour is filled, synced and
  /// renamed.
  ///
  /// - Throws: `refused` where the folder holds something already.
  static func make(_ folder: String, fill: (_ neighbour: String) throws(Failure) -> Void) throws(Failure) {
    try checkFree(folder)
    let target = trimmed(folder)
    let neighbour = "\(target).\(ProcessInfo.processInfo.processIdentifier).part"
    try PartialFiles.removing(files(of: neighbour)) { () throws(Failure) in
      try make(neighbour, as: target, folder, fill: fill)
    }
    try sync(FileWriting.parent(of: target))
  }

  private static func make(
    _ neighbour: String, as target: String, _ folder: String,
    fill: (_ neighbour: String) throws(Failure) -> Void
  ) throws(Failure) {
    guard mkdir(neighbour, 0o777) == 0 else { throw FileWriting.failure(folder, errno) }
    do throws(Failure) {
      try fill(neighbour)
      for name in [databaseName, cardName] { try sync(neighbour + "/" + name) }
      try sync(neighbour)
      guard rename(neighbour, target) == 0 else {
        throw Failure(.cannotWrite, "\(folder) cannot be made: \(String(cString: strerror(errno))).")
      }
    } catch {
      try? FileManager.default.removeItem(atPath: neighbour)
      throw error
    }
  }

  /// Whatever may stand in a half-made folder, and then the folder.
  private static func files(of neighbour: String) -> [String] {
    let card = card(in: neighbour)
    return databaseFiles(database(in: neighbour))
      + [card, "\(card).\(ProcessInfo.processInfo.processIdentifier).part", neighbour]
  }

  /// A SQLite file and those that SQLite may put beside it.
  static func databaseFiles(_ path: String) -> [String] {
    ["", "-wal", "-shm", "-journal"].map { path + $0 }
  }

  /// - Throws: `refused` unless nothing, or an empty folder, stands there.
  private static func checkFree(_ folder: String) throws(Failure) {
    guard FileManager.default.fileExists(atPath: folder) else { return }
    if FileManager.default.fileExists(atPath: database(in: folder)) {
      throw Failure(
        .refused, "\(folder) is a registry already; nothing was changed.", help: "Name another folder.")
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder), names.isEmpty else {
      throw Failure(
        .refused, "\(folder) holds other things; nothing was changed.", help: "Name a new or an empty folder."
      )
    }
  }

  private static func trimmed(_ folder: String) -> String {
    var path = folder
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// Makes a file's or folder's bytes last.
  static func sync(_ path: String) throws(Failure) {
    let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Failure(.cannotWrite, "\(path) cannot be written: \(String(cString: strerror(errno))).")
    }
    defer { Foundation.close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw Failure(.cannotWrite, "\(path) cannot be written: \(String(cString: strerror(errno))).")
    }
  }
}
