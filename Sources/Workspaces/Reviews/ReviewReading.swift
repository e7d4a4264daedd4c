import Diagnostics
import GRDB
import Reviews

extension Workspace {
  /// Every revision that counts or counted: neither undone nor erased; by framework, period, kind, subject
  /// and date.
  public func reviews() throws(Failure) -> [StoredReview] { try read { try ReviewRows.standing($0) } }

  /// What a stored review says.
  public func content(of review: StoredReview) throws(Failure) -> Review {
    try read {
      try ReviewContent.read(ReviewRows.content(of: review.id, $0).content, name: "review \(review.id)")
    }
  }

  /// The file of a stored review, as it was given.
  public func source(of review: StoredReview) throws(Failure) -> SourceFile {
    try read { SourceFile(path: review.file, bytes: try ReviewRows.content(of: review.id, $0).source) }
  }
}

enum ReviewErasing {
  /// Takes the contents of reviews out of the file for good; that they were there, the trail still says.
  static func erase(_ reviews: [StoredReview], of member: Member, _ recorder: inout Recorder) throws {
    for review in reviews {
      try recorder.record(
        .reviewErased, AuditWords.erased(review, of: member),
        [
          "erased": .int(review.id), "subject": .string(review.subject),
          "digest": .string(review.digest.description),
        ])
      try recorder.db.cachedStatement(
        sql: "UPDATE review SET content = NULL, source = NULL, live = 0 WHERE id = ?"
      ).execute(arguments: [review.id])
    }
  }
}
