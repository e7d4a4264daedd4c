import Diagnostics
import Documents

/// The names that may stand somewhere, and what is said of one that is not among them.
struct KnownNames {
  private let code: DiagnosticCode
  private let known: Set<String>
  private let message: (String) -> String
  private var suggester: NameSuggester

  init(_ names: [String], _ code: DiagnosticCode, _ message: @escaping (String) -> String) {
    self.code = code
    self.message = message
    known = Set(names)
    suggester = NameSuggester(names)
  }

  /// Passes over names that could not be read.
  mutating func check(_ name: Located<String>?, into bag: inout DiagnosticBag) {
    guard let name, !name.value.isEmpty, !known.contains(name.value) else { return }
    bag.report(code, message(name.value), help: suggester.help(for: name.value), at: name.range)
  }
}
