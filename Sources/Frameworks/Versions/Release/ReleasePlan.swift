import Diagnostics
import Documents
import Foundation
import Sealing

/// What a release writes, worked out whole before anything is written.
public struct ReleasePlan: Sendable {
  /// The framework's file.
  public let path: String
  /// Its text as a released version.
  public let bytes: [UInt8]
  /// What is kept beside it.
  public let release: ReleaseRecord
  /// What changed since the newest version that was released before it; `nil` for the first.
  public let diff: FrameworkDiff?
  /// The digest of the base, where it is filled in.
  public let pinned: Digest?

  /// Writes the record, then the framework: were that stopped in between, the framework would still be a draft.
  ///
  /// - Throws: `cannotWrite`; then no record is left behind that was not there before.
  public func write() throws(Failure) {
    let record = ReleaseFile.path(beside: path)
    let wasThere = try FileReading.kind(record) != nil
    try FileWriting.write(ReleaseFile.text(release).utf8, to: record)
    do throws(Failure) {
      try FileWriting.write(bytes, to: path)
    } catch {
      if !wasThere { unlink(record) }
      throw error
    }
  }
}
