import Diagnostics
import Foundation

/// Writes results so that a file is either there whole or not at all.
public enum FileWriting {
  /// Replaces the file at `path`: the bytes go to a neighbour, which is synced and then renamed.
  ///
  /// - Parameters:
  ///   - mode: permissions of a new file.
  ///   - isSynced: whether it must survive a power cut at once; what can be made again need not.
  /// - Throws: `cannotWrite`; then nothing is left behind and an older file stands as it was.
  public static func write(
    _ bytes: some Sequence<UInt8>, to path: String, mode: mode_t = 0o644, isSynced: Bool = true
  )
    throws(Failure)
  {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw Failure(.cannotWrite, "\(path) is a folder.", help: "Name a file inside it.")
    }
    let neighbour = "\(path).\(getpid()).part"
    // Before the file is there, so that no moment is left in which it would stay.
    try PartialFiles.removing([neighbour]) { () throws(Failure) in
      let descriptor = open(neighbour, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      guard descriptor >= 0 else { throw failure(path, errno) }
      do throws(Failure) {
        try fill(descriptor, bytes, path, isSynced: isSynced)
        guard rename(neighbour, path) == 0 else { throw failure(path, errno) }
      } catch {
        unlink(neighbour)
        throw error
      }
    }
  }

  /// Writes a new file's bytes, and closes it whatever comes.
  private static func fill(
    _ descriptor: Int32, _ bytes: some Sequence<UInt8>, _ path: String, isSynced: Bool
  ) throws(Failure) {
    do throws(Failure) {
      try writeAll(Array(bytes), to: descriptor, path)
      guard !isSynced || fsync(descriptor) == 0 || errno == EINVAL else { throw failure(path, errno) }
    } catch {
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw failure(path, errno) }
  }

  /// Whether a file may be written at `path`: for those who must not do anything before they know.
  ///
  /// - Throws: `cannotWrite`, as ``write(_:to:mode:isSynced:)`` would.
  public static func check(_ path: String) throws(Failure) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw Failure(.cannotWrite, "\(path) is a folder.", help: "Name a file inside it.")
    }
    let neighbour = "\(path).\(getpid()).part"
    try PartialFiles.removing([neighbour]) { () throws(Failure) in
      let descriptor = open(neighbour, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw failure(path, errno) }
      close(descriptor)
      unlink(neighbour)
    }
  }

  /// The folder that a file or folder lies in. Foundation's `deletingLastPathComponent` of a string traps on a name of one
  /// character (Swift 6.3), such as `--registry r`; that of a URL does not.
  public static func parent(of path: String) -> String {
    URL(fileURLWithPath: path).deletingLastPathComponent().path
  }

  /// Makes a folder and those above it.
  public static func makeFolder(_ path: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw failure(path, errno)
    }
  }

  static func writeAll(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(Failure) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress.map { $0 + sent }, bytes.count - sent)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw failure(path, errno) }
      sent += count
    }
  }

  /// Why a path cannot be written, from the number that the system gave (POSIX.1-2017, errno).
  public static func failure(_ path: String, _ code: Int32) -> Failure {
    switch code {
    case ENOENT, ENOTDIR:
      Failure(.cannotWrite, "The folder for \(path) does not exist.", help: "Make it first.")
    case EACCES, EPERM, EROFS:
      Failure(.cannotWrite, "You may not write \(path).", help: "Choose another place.")
    case ENOSPC, EDQUOT:
      Failure(
        .cannotWrite, "The disk is full: \(path) was not written.", help: "Free some space and try again.")
    default: Failure(.cannotWrite, "\(path) cannot be written: \(String(cString: strerror(code))).")
    }
  }
}
