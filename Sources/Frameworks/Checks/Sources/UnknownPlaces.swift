import Diagnostics
import Documents

/// A document that lists its places lets a reader find what a framework took from it. So every `at:` is, in
/// each of its parts between semicolons, the title of a place, or starts with one: "Area 1, question 2".
enum UnknownPlaces: FrameworkCheck {
  static let unknownPlace = DiagnosticCode(
    "unknown-place", "A source names a place that its document does not list.",
    advice:
      "Start each part of `at:` with the title of one of the document's `places`, or list the place there.")
  static let placeMissing = DiagnosticCode(
    "place-missing", "A source does not say which place of its document it means.", severity: .warning,
    advice: "Add `at:` with the title of one of the document's `places`.")
  static let codes = [unknownPlace, placeMissing]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    var documents: [String: SourcePlaces] = [:]
    var names: [String: NameSuggester] = [:]
    for source in resolved.framework.sources where !source.places.isEmpty && documents[source.id.value] == nil
    {
      documents[source.id.value] = SourcePlaces(source)
      names[source.id.value] = NameSuggester(source.places.map(\.title))
    }
    guard !documents.isEmpty else { return }
    CitationWalk(resolved.framework).forEach { _, source in
      guard let document = documents[source.ref.value] else { return }
      let parts = source.at.map { SourcePlaces.parts(of: $0.value) } ?? []
      guard let at = source.at, !parts.isEmpty else {
        bag.report(placeMissing, message, at: source.ref.range)
        return
      }
      for part in parts where document.position(of: part) == nil {
        let help = bag.isFull ? nil : names[source.ref.value]?.help(forPlace: part)
        bag.report(unknownPlace, message(part), help: help ?? "", at: at.range)
      }
    }
  }

  private static let message = "This source names no place of its document."
  private static func message(_ part: String) -> String {
    "“\(part.prefix(80))” does not start with the title of a place."
  }
}

extension NameSuggester {
  /// The place whose title a part of an `at:` most likely starts with: all of it, then ever less of it, up to
  /// a comma.
  fileprivate mutating func help(forPlace part: String) -> String {
    var words = part.split(separator: ",", omittingEmptySubsequences: false).prefix(4)
    while words.count > 1 {
      let help = nearestHelp(for: words.joined(separator: ","))
      if !help.isEmpty { return help }
      words.removeLast()
    }
    return self.help(for: words.first.map(String.init) ?? part)
  }
}
