import Diagnostics
import Documents
import Foundation

/// The YAML files below the folders that are open in the editor. Hidden folders and folders that may not be read are
/// passed over.
struct WorkspaceFiles: Sendable {
  /// A file and what its head says.
  struct Entry: Sendable {
    let path: String
    let format: DocumentFormat
    let head: DocumentHead
    fileprivate let stamp: Stamp
  }

  fileprivate struct Stamp: Sendable, Equatable {
    let seconds: Int
    let nanoseconds: Int
    let bytes: Int
  }

  private(set) var folders: [String]
  private(set) var entries: [Entry] = []
  private static let limit = 20_000

  init(folders: [String] = []) { self.folders = folders }

  mutating func set(folders: [String]) {
    self.folders = folders
    scan()
  }

  /// Looks again; files that have not changed since are not read again.
  mutating func scan() {
    let known = Dictionary(entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    entries = []
    var waiting = folders
    var seen = 0
    while let folder = waiting.popLast(), seen < Self.limit {
      for name in (try? FolderReading.names(in: folder)) ?? [] where !name.hasPrefix(".") {
        seen += 1
        let path = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
        var status = stat()
        guard lstat(path, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR {
          if name != "node_modules" { waiting.append(path) }
        } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
          let stamp = Stamp(
            seconds: status.st_mtim.tv_sec, nanoseconds: Int(status.st_mtim.tv_nsec),
            bytes: Int(status.st_size))
          if let entry = known[path], entry.stamp == stamp {
            entries.append(entry)
          } else if let source = try? FileReading.source(path) {
            let (format, head) = (DocumentFormat(source), DocumentHead(source))
            entries.append(Entry(path: path, format: format, head: head, stamp: stamp))
          }
        }
      }
    }
    entries.sort { $0.path < $1.path }
  }
}
