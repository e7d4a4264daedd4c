import Diagnostics
import Documents
import Foundation

extension WorkspaceFile {
  /// Refuses a name that is taken. A journal that outlived its file would be played into the new one.
  static func checkIsFree(_ path: String) throws(Failure) {
    var status = stat()
    guard lstat(path, &status) != 0 else { throw taken(path) }
    for ending in ["-journal", "-wal", "-shm"] where lstat(path + ending, &status) == 0 {
      throw Failure(
        .cannotWrite, "\(path)\(ending) is left over from another file of this name.",
        help: "Move it away first, or choose another name.")
    }
  }

  /// Puts a whole workspace at a free name, and never in place of another file.
  static func place(_ bytes: [UInt8], at path: String) throws(Failure) {
    try checkIsFree(path)
    let neighbour = "\(path).\(getpid()).new"
    unlink(neighbour)
    // Only the partnership's own people should read it.
    do {
      try FileWriting.write(bytes, to: neighbour, mode: 0o600)
    } catch {
      throw Failure(
        error.status, error.message.replacingOccurrences(of: neighbour, with: path), help: error.help)
    }
    defer { unlink(neighbour) }
    if link(neighbour, path) == 0 { return }
    let code = errno
    if code == EEXIST { throw taken(path) }
    // Some file systems, such as FAT, have no second names.
    try checkIsFree(path)
    guard rename(neighbour, path) == 0 else {
      throw Failure(.cannotWrite, "\(path) cannot be written: \(String(cString: strerror(errno))).")
    }
  }

  private static func taken(_ path: String) -> Failure {
    Failure(
      .cannotWrite, "There is something at \(path) already; it was left as it is.",
      help: "Choose another name for the new workspace.")
  }
}
