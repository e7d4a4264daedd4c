import Diagnostics

/// Proposes the criterion that an author may have meant by a path that leads nowhere.
struct PathSuggester {
  private let resolved: ResolvedFramework
  private var byLastID: [String: [Int]]?
  private var names: NameSuggester?

  init(_ resolved: ResolvedFramework) { self.resolved = resolved }

  /// The only criterion with the same last id (a part of the way was left out), else the path with the
  /// nearest spelling.
  mutating func help(for path: String) -> String {
    let lastID = path.split(separator: "/").last.map(String.init) ?? path
    if let same = lookUp(lastID), same.count == 1 {
      return "Did you mean “\(resolved.criteria[same[0]].path)”?"
    }
    var suggester = names ?? NameSuggester(resolved.criteria.map(\.path))
    defer { names = suggester }
    return suggester.help(for: path)
  }

  private mutating func lookUp(_ id: String) -> [Int]? {
    let table =
      byLastID
      ?? Dictionary(grouping: resolved.criteria.indices, by: { resolved.criteria[$0].criterion.id.value })
    byLastID = table
    return table[id]
  }
}
