import Diagnostics
import Foundation

extension WorkspaceFile {
  /// Refuses what is no workspace before SQLite sees it, which would take an empty file for an empty
  /// database.
  static func check(_ path: String) throws(Failure) {
    let header = try header(of: path)
    if header.isEmpty { throw notAWorkspace(path, "it is empty") }
    guard header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw notAWorkspace(path, "it is some other kind of file")
    }
    guard header.count == headerLength else { throw notAWorkspace(path, "it breaks off") }
    guard number(in: header, at: 68) == UInt32(bitPattern: applicationID) else {
      throw notAWorkspace(path, "it is the database of another program")
    }
    let version = number(in: header, at: 60)
    guard version <= WorkspaceMigrations.version else {
      throw Failure(
        .badData,
        "\(path) is in format \(version) of a workspace; "
          + "this Waymark knows formats up to \(WorkspaceMigrations.version).",
        help: "Install the newer Waymark that wrote it.")
    }
    guard version > 0 else { throw notAWorkspace(path, "it was never finished") }
  }

  /// The first bytes of a regular file.
  private static func header(of path: String) throws(Failure) -> [UInt8] {
    // Not to wait for a writer where the name is a pipe's.
    let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw unreadable(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(path, errno) }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw Failure(.noInput, "\(path) is a folder; a workspace is a file.", help: "Name the file inside it.")
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw notAWorkspace(path, "it is no ordinary file") }
    var header = [UInt8](repeating: 0, count: headerLength)
    let count = pread(descriptor, &header, headerLength, 0)
    guard count >= 0 else { throw unreadable(path, errno) }
    return Array(header.prefix(count))
  }

  private static let headerLength = 100

  /// Big-endian (SQLite file format, section 1.3).
  private static func number(in header: [UInt8], at place: Int) -> UInt32 {
    header[place..<(place + 4)].reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func notAWorkspace(_ path: String, _ reason: String) -> Failure {
    Failure(
      .badData, "\(path) is not a Waymark workspace: \(reason).",
      help: "Check the name; `waymark workspace init` starts a workspace.")
  }

  private static func unreadable(_ path: String, _ code: Int32) -> Failure {
    switch code {
    case ENOENT, ENOTDIR:
      Failure(
        .noInput, "There is no workspace \(path).",
        help: "Check the name and the folder, or start one with `waymark workspace init`.")
    case EACCES, EPERM:
      Failure(.noInput, "\(path) may not be read by you.", help: "Ask its owner for permission.")
    default: Failure(.noInput, "\(path) cannot be read: \(String(cString: strerror(code))).")
    }
  }
}
