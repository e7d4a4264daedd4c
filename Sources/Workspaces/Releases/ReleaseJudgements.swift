import Diagnostics
import GRDB
import Profiles
import Rubrics

extension Workspace {
  /// The exact judgements that a release was made from, by member id; those that it left out are blank. For the
  /// partnership alone.
  ///
  /// - Parameter rubric: the release's own version of the framework.
  /// - Throws: `badData` where a review can no longer be read.
  public func judgements(of release: Release, rubric: Rubric) throws(Failure) -> JudgementTable {
    let kind = release.identity.kind
    let columns = rubric.columns(kind).count
    var everySection = Policy()
    everySection.sections.above = 0
    let units =
      SheetUnit.criteria(of: rubric, kind: kind)
      + SheetUnit.all(of: rubric, kind: kind, policy: everySection)
    return try read { db in
      var table = JudgementTable(columnCount: columns)
      for member in release.cohort {
        let content = try ReviewRows.content(of: member.review, db).content
        let review = try ReviewContent.read(content, name: "review \(member.review)")
        var marks = rubric.marks(of: review)
        for left in release.leftOut where left.members.contains(member.member) {
          let blank = left.unit.map { id in units.first { $0.id == id }?.columns ?? [] }
          for column in blank ?? Array(0..<columns) { marks[column] = Mark.notReviewed }
        }
        table.append(subject: member.member, marks: marks)
      }
      return table
    }
  }
}
