import Diagnostics
import Documents
import Frameworks
import GRDB
import Hooks
import Reviews
import Rubrics

extension Workspace {
  /// Every member's agreed judgements of a framework, over all school years, as an analysis sees them: without names,
  /// words or dates. Subjects are numbered anew at every call, in a random order.
  public func observations(
    _ rubric: Rubric, using generator: inout some RandomNumberGenerator
  ) throws(Failure) -> Observations {
    let periods = try periods(of: rubric)
    var observations = Observations()
    observations.periods = periods.map(\.description)
    var numbers: [String: Int] = [:]
    var criteria: [Int: Int] = [:]
    var rows: [(subject: String, row: Observations.Row)] = []
    for (index, period) in periods.enumerated() {
      for kind in rubric.framework.markingKinds {
        let table = try table(rubric, period: period, kind: kind)
        let columns = rubric.columns(kind)
        for row in 0..<table.judgements.rowCount {
          let subject = table.judgements.subjects[row]
          numbers[subject] = 0
          for column in 0..<columns.count {
            let mark = table.judgements[row, column]
            guard mark < Mark.firstReserved else { continue }
            let position = columns.criteria[column]
            let criterion = criteria[position] ?? observations.criteria.count
            if criteria[position] == nil {
              criteria[position] = criterion
              let resolved = rubric.framework.criteria[position]
              observations.criteria.append(
                .init(
                  path: resolved.path, name: resolved.name, scale: rubric.scales[columns.scales[column]].id))
            }
            rows.append(
              (subject, .init(subject: 0, period: index, kind: kind, criterion: criterion, point: Int(mark))))
          }
        }
      }
    }
    for (number, subject) in numbers.keys.sorted().shuffled(using: &generator).enumerated() {
      numbers[subject] = number
    }
    observations.subjectCount = numbers.count
    observations.rows = rows.map { subject, row in
      var row = row
      row.subject = numbers[subject] ?? 0
      return row
    }.sorted {
      ($0.subject, $0.period, $0.kind.rawValue, $0.criterion) < (
        $1.subject, $1.period, $1.kind.rawValue, $1.criterion
      )
    }
    return observations
  }

  /// The school years with agreed reviews of a framework's major version, the earliest first.
  private func periods(of rubric: Rubric) throws(Failure) -> [Period] {
    let found = try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT period FROM review
          WHERE live = 1 AND framework = ?1 AND major = ?2 AND status = 'agreed' AND period IS NOT NULL
          """,
        arguments: [rubric.id, rubric.version.major])
    }
    return found.compactMap { Period($0) }.sorted()
  }
}
