import Diagnostics

/// A section publishes the judgements below the criteria that it names. Each path leads to a criterion, and
/// no criterion belongs to two sections: it would enter two published figures, and cost its school twice the
/// protection.
enum SectionPaths: FrameworkCheck {
  static let unknownPath = DiagnosticCode(
    "section-unknown-path", "A section names a criterion that does not exist.",
    advice: "Use the criterion's path: its ids from the top down, joined by `/`.")
  static let overlap = DiagnosticCode(
    "section-overlap", "A criterion belongs to a section twice, or to two sections.",
    advice: "Keep each criterion in one section; naming a criterion takes in everything below it.")
  static let codes = [unknownPath, overlap]

  /// One path of one section.
  private struct Entry {
    let span: Range<Int>
    let path: Located<String>
    let section: String
    let order: Int
  }

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    var suggester = PathSuggester(resolved)
    var entries: [Entry] = []
    for section in resolved.framework.sections {
      for path in section.of {
        if let criterion = resolved.criterion(path.value) {
          entries.append(
            Entry(
              span: criterion.index..<criterion.end, path: path, section: section.id.value,
              order: entries.count))
        } else {
          bag.report(unknownPath, message(path.value), help: suggester.help(for: path.value), at: path.range)
        }
      }
    }
    checkOverlap(entries, into: &bag)
  }

  /// Spans of a tree are nested or apart, so one pass in their order meets every overlap.
  private static func checkOverlap(_ entries: [Entry], into bag: inout DiagnosticBag) {
    let sorted = entries.sorted {
      ($0.span.lowerBound, $1.span.upperBound, $0.order) < ($1.span.lowerBound, $0.span.upperBound, $1.order)
    }
    var widest: Entry?
    for entry in sorted {
      guard let outer = widest, entry.span.lowerBound < outer.span.upperBound else {
        widest = entry
        continue
      }
      let (first, second) = entry.order < outer.order ? (entry, outer) : (outer, entry)
      bag.report(overlap, message(second.path.value, first.path.value, first.section), at: second.path.range)
    }
  }

  private static func message(_ path: String) -> String { "There is no criterion “\(path)”." }
  private static func message(_ path: String, _ other: String, _ section: String) -> String {
    path == other
      ? "“\(path)” belongs to the section “\(section)” already."
      : "“\(path)” overlaps “\(other)” in the section “\(section)”."
  }
}
