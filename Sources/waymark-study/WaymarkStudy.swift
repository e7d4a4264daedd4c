import Study

@main
struct WaymarkStudy {
  static func main() async {
    let only = Set(CommandLine.arguments.dropFirst())
    for table in await StudyRun.tables(StudyEffort(trials: 2000, schools: 200, regions: 60), only: only, progress: { print($0.id, $0.seconds) }) {
      print(table.title)
      for row in table.rows {
        print(row, table.columns.map { c in "\(c.name)=" + (table[row, c.name].map { "\(($0 * 1000).rounded() / 1000)" } ?? "-") }.joined(separator: " "))
      }
    }
  }
}
