import Foundation
import Study

/// `waymark-study [--quick] PAGE [TABLE…]`: runs the study and writes its page.
@main
struct WaymarkStudy {
  static func main() async {
    var words = Array(CommandLine.arguments.dropFirst())
    let isQuick = words.first == "--quick"
    if isQuick { words.removeFirst() }
    guard let page = words.first else {
      print("usage: waymark-study [--quick] PAGE [TABLE…]")
      exit(64)
    }
    do {
      let effort = isQuick ? StudyEffort.quick : .full
      let tables = try await StudyRun.tables(
        effort, policies: URL(fileURLWithPath: "Registry/policies"), only: Set(words.dropFirst())
      ) { table in
        print("Table \(table.id), \(table.title): \(Int(table.seconds.rounded())) seconds")
      }
      try Data(StudyPage(tables, effort: effort).markdown().utf8).write(to: URL(fileURLWithPath: page))
      print("Written: \(page)")
    } catch {
      print("\(error)")
      exit(66)
    }
  }
}
