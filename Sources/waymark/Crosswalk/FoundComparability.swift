import Diagnostics
import Frameworks

extension FrameworkOptions {
  /// What may be compared between two frameworks, from what the library holds.
  ///
  /// - Parameter crosswalks: files; without any, the one that lies beside either framework.
  func comparability(
    _ from: ResolvedFramework, _ to: ResolvedFramework, crosswalks: [String] = []
  ) throws -> Comparability {
    var paths = crosswalks
    if paths.isEmpty, let beside = try library.crosswalk(from: from.identity, to: to.identity) {
      paths = [beside.path]
    }
    var files = CrosswalkFiles(self)
    let read = try paths.compactMap { try files.read($0) }
    if !files.bag.items.isEmpty { Console.note(TextPrinter.print(files.bag, files.sources)) }
    if files.bag.hasErrors {
      throw Failure(
        .badData, "The crosswalk cannot be used.", help: "`waymark crosswalk check` says what is wrong.")
    }
    return Comparability.between(from, to, history: LibraryHistory(library), crosswalks: read)
  }
}
