import Diagnostics
import GRDB
import Rubrics

extension Workspace {
  /// The exact judgements that a release was made from, by member id: for the partnership alone.
  ///
  /// - Parameter rubric: the release's own version of the framework.
  /// - Throws: `badData` where a review can no longer be read.
  public func judgements(of release: Release, rubric: Rubric) throws(Failure) -> JudgementTable {
    try read { db in
      var table = JudgementTable(columnCount: rubric.columns(release.identity.kind).count)
      for member in release.cohort {
        let content = try ReviewRows.content(of: member.review, db).content
        let review = try ReviewContent.read(content, name: "review \(member.review)")
        table.append(subject: member.member, marks: rubric.marks(of: review))
      }
      return table
    }
  }
}
