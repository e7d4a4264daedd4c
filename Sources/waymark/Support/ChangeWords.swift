import Workspaces

extension Optional<Change> {
  /// What a change did, a line each, or that it did nothing.
  func lines(orElse nothing: String) -> String {
    guard let change = self else { return nothing + "\n" }
    return change.entries.map { $0.words + "\n" }.joined()
  }
}
