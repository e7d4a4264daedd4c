import Diagnostics

/// Proposes the name that an author may have meant, and bounds the work of doing so: a file with thousands of
/// wrong names is answered as fast as one with a few.
struct NameSuggester {
  private let names: [String]
  /// All of them where they are few, else empty.
  private let listing: String
  private var comparisonsLeft = 100_000

  init(_ names: [String]) {
    self.names = names
    let listed = names.prefix(9).filter { !$0.isEmpty }
    listing =
      (1...8).contains(listed.count) && names.count < 9 ? "There is: \(listed.joined(separator: ", "))." : ""
  }

  /// The help for a name that does not exist: the nearest one, else all of them where they are few.
  mutating func help(for word: String) -> String {
    let help = nearestHelp(for: word)
    return help.isEmpty ? listing : help
  }

  /// The same, but silent where none is near.
  mutating func nearestHelp(for word: String) -> String {
    nearest(to: word).map { "Did you mean “\($0)”?" } ?? ""
  }

  private mutating func nearest(to word: String) -> String? {
    guard comparisonsLeft > 0 else { return nil }
    comparisonsLeft -= names.count
    return NearestName.of(word, among: names)
  }
}
