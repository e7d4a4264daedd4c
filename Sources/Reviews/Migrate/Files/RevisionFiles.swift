import Diagnostics
import Documents
import Foundation

/// Writes the files of a migration: all of them or none.
public enum RevisionFiles {
  /// One file to be written.
  public struct Revision: Sendable, Equatable {
    public let path: String
    public let text: String
    /// For a file that is replaced: where what it holds goes first.
    public let backup: String?

    public init(path: String, text: String, backup: String? = nil) {
      (self.path, self.text, self.backup) = (path, text, backup)
    }
  }

  /// Writes every text next to its place, and puts them in place once all are there. Where one cannot be put in place,
  /// those before it are taken back.
  ///
  /// - Throws: `cannotWrite` where a new file or a backup is there already, or a folder cannot be written; then
  ///   nothing is changed.
  public static func write(_ revisions: [Revision]) throws(Failure) {
    try check(revisions)
    let parts = revisions.map { "\($0.path).migrated-\(getpid()).part" }
    try PartialFiles.removing(parts) { () throws(Failure) in
      do throws(Failure) {
        for (revision, part) in zip(revisions, parts) {
          try FileWriting.write(revision.text.utf8, to: part, mode: mode(revision))
        }
        try place(revisions, parts)
      } catch {
        for part in parts { unlink(part) }
        throw error
      }
    }
  }

  private static func check(_ revisions: [Revision]) throws(Failure) {
    var taken: Set<String> = []
    for revision in revisions {
      guard taken.insert(revision.path).inserted else {
        throw Failure(
          .cannotWrite, "Two reviews would be written to \(revision.path).",
          help: "Migrate them into different folders.")
      }
      for path in [revision.backup ?? revision.path] where FileManager.default.fileExists(atPath: path) {
        throw Failure(
          .cannotWrite, "\(path) exists already.",
          help:
            "A migrated review never replaces a file; move that one away, or choose another folder with --output."
        )
      }
    }
  }

  private static func place(_ revisions: [Revision], _ parts: [String]) throws(Failure) {
    var done: [Revision] = []
    for (revision, part) in zip(revisions, parts) {
      do throws(Failure) {
        if let backup = revision.backup {
          try FileWriting.write(FileReading.source(revision.path).bytes, to: backup, mode: mode(revision))
        }
        done.append(revision)
        guard rename(part, revision.path) == 0 else { throw FileWriting.failure(revision.path, errno) }
      } catch {
        for revision in done.reversed() {
          if let backup = revision.backup { rename(backup, revision.path) } else { unlink(revision.path) }
        }
        throw error
      }
    }
  }

  /// A replaced file keeps its permissions.
  private static func mode(_ revision: Revision) -> mode_t {
    var status = stat()
    guard revision.backup != nil, stat(revision.path, &status) == 0 else { return 0o644 }
    return status.st_mode & 0o777
  }
}
