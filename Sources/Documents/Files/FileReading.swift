import Diagnostics
import Foundation

/// Reads files that a person named.
public enum FileReading {
  /// The bytes of a regular file; `-` is standard input.
  ///
  /// - Throws: `noInput` where it is missing, a folder or unreadable; `badData` where it is larger than `limit` bytes.
  public static func bytes(_ path: String, limit: Int = 16 << 20) throws(Failure) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { if path != "-" { close(descriptor) } }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path, errno) }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw Failure(.noInput, "\(path) is a folder, but a file is wanted here.")
    }
    if status.st_mode & S_IFMT == S_IFREG, status.st_size > limit { throw tooLarge(path, limit) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(0, min(Int(status.st_size), limit)) + 1)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Foundation.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw failure(path, errno) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
      if bytes.count > limit { throw tooLarge(path, limit) }
    }
  }

  /// What stands at a path.
  public enum Kind: Sendable { case file, folder }

  /// What stands at a path that a person named; `nil` where nothing does.
  ///
  /// - Throws: `noInput` where that may not be known, such as below a folder that others may not enter.
  public static func kind(_ path: String) throws(Failure) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure(path, errno)
    }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// What stands at a path that a person named and where something has to stand.
  ///
  /// - Throws: `noInput` where nothing stands there, or that may not be known.
  public static func existing(_ path: String) throws(Failure) -> Kind {
    guard let kind = try kind(path) else { throw failure(path, ENOENT) }
    return kind
  }

  /// A text file as a source, ready for its reader.
  public static func source(_ path: String, limit: Int = 16 << 20) throws(Failure) -> SourceFile {
    SourceFile(path: path, bytes: try bytes(path, limit: limit))
  }

  private static func tooLarge(_ path: String, _ limit: Int) -> Failure {
    Failure(
      .badData, "\(path) is larger than the limit of \(limit >> 20) MiB.",
      help: "Check that this is the right file.")
  }

  static func failure(_ path: String, _ code: Int32) -> Failure {
    switch code {
    case ENOENT, ENOTDIR:
      Failure(.noInput, "There is no file \(path).", help: "Check the name and the folder.")
    case EACCES, EPERM:
      Failure(.noInput, "\(path) may not be read by you.", help: "Ask its owner for permission.")
    default: Failure(.noInput, "\(path) cannot be read: \(String(cString: strerror(code))).")
    }
  }
}
