import Diagnostics
import Foundation

/// Lists folders that a person named. One that may not be read is said so, never taken for an empty one.
public enum FolderReading {
  /// The names in a folder, in order.
  ///
  /// - Throws: `noInput` where it is missing, no folder or unreadable.
  public static func names(in folder: String) throws(Failure) -> [String] {
    guard let stream = opendir(folder) else { throw FileReading.failure(folder, errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Every file at any depth below a folder, as paths that begin with it, in order. A link to a folder counts
  /// as a file, so that no circle of links is walked.
  ///
  /// - Throws: `noInput` where the folder, or one below it, is unreadable.
  public static func files(below folder: String) throws(Failure) -> [String] {
    var files: [String] = []
    var waiting = [folder]
    while let next = waiting.popLast() {
      for name in try names(in: next) {
        let path = next.hasSuffix("/") ? next + name : "\(next)/\(name)"
        var status = stat()
        guard lstat(path, &status) == 0 else {
          // Gone since it was listed.
          if errno == ENOENT { continue }
          throw FileReading.failure(path, errno)
        }
        if status.st_mode & S_IFMT == S_IFDIR { waiting.append(path) } else { files.append(path) }
      }
    }
    return files.sorted()
  }
}
