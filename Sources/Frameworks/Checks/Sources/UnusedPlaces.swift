import Diagnostics
import Documents

/// A place of a source that nothing comes from is one that the framework does not use, or one that everything
/// misspells.
enum UnusedPlaces: FrameworkCheck {
  static let unusedPlace = DiagnosticCode(
    "unused-place", "Nothing comes from a place that a source document lists.", severity: .warning,
    advice: "Remove the place, or name it in the `source:` of what stands there.")
  static let codes = [unusedPlace]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    var documents: [String: SourcePlaces] = [:]
    for source in resolved.framework.sources where !source.places.isEmpty && documents[source.id.value] == nil
    {
      documents[source.id.value] = SourcePlaces(source)
    }
    guard !documents.isEmpty else { return }
    var used: [String: Set<Int>] = [:]
    var misspelt: Set<String> = []
    CitationWalk(resolved.framework).forEach { _, source in
      guard let places = documents[source.ref.value], let at = source.at else { return }
      for part in SourcePlaces.parts(of: at.value) {
        if let position = places.position(of: part) {
          used[source.ref.value, default: []].insert(position)
        } else {
          misspelt.insert(source.ref.value)
        }
      }
    }
    // A place that is misspelt is reported there, and is likely the one that seems unused.
    for source in resolved.framework.sources where !misspelt.contains(source.id.value) {
      for (position, place) in source.places.enumerated()
      where !place.title.isEmpty && used[source.id.value]?.contains(position) != true {
        bag.report(unusedPlace, message(place.title), at: place.id.range)
      }
    }
  }

  private static func message(_ title: String) -> String { "Nothing comes from “\(title.prefix(80))”." }
}
