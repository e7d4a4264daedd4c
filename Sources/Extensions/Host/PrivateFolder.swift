import Diagnostics
import Documents
import Foundation

/// A folder for one process of a plugin, which only Waymark's user may enter, and which goes when the process
/// does.
final class PrivateFolder: Sendable {
  let path: String
  /// Held as long as the folder is used, so that another Waymark knows which ones were left behind.
  private let lock: Descriptor

  private static let prefix = "waymark-plugin-"

  /// Makes one in the folder for temporary files.
  init() throws(Failure) {
    let parent = Self.parent
    Self.sweep(parent)
    // mkdtemp wants six of them at the end.
    var template = Array("\(parent)/\(Self.prefix)\(String(repeating: "X", count: 6))".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure(
        .cannotWrite, "No folder for a plugin can be made in \(parent).",
        help: "Check that it may be written and is not full, or set TMPDIR to another one.")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let lock = Descriptor.open("\(path)/lock", O_RDWR | O_CREAT, mode: 0o600),
      flock(lock.number, LOCK_EX | LOCK_NB) == 0
    else { throw FileWriting.failure("\(path)/lock", errno) }
    self.lock = lock
  }

  deinit { Self.remove(path) }

  /// Makes a folder in it that another user may read who is shown it.
  func makeFolder(_ name: String) throws(Failure) -> String {
    let folder = "\(path)/\(name)"
    try FileWriting.makeFolder(folder)
    chmod(folder, 0o755)
    return folder
  }

  private static var parent: String {
    let named = ProcessInfo.processInfo.environment["TMPDIR"] ?? ""
    var path = named.hasPrefix("/") ? named : "/tmp"
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// Takes away what a Waymark that was killed left behind: nobody holds its lock.
  private static func sweep(_ parent: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    where name.hasPrefix(prefix) {
      let folder = "\(parent)/\(name)"
      var status = stat()
      guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid(),
        let lock = Descriptor.open("\(folder)/lock", O_RDWR | O_NOFOLLOW),
        flock(lock.number, LOCK_EX | LOCK_NB) == 0
      else { continue }
      remove(folder)
    }
  }

  private static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }
}
