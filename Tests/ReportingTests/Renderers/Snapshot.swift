import Foundation
import TestSupport
import Testing

/// Holds a text against the one that is kept beside the tests; `WAYMARK_RECORD=1` records it, to be read as a diff.
func expectSnapshot(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let text = codesApart(text)
  let file = Repository.root.appending(path: "Tests/ReportingTests/Renderers/Snapshots/\(name)")
  if Repository.isRecording {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return
  }
  let recorded = (try? String(decoding: Data(contentsOf: file), as: UTF8.self)) ?? ""
  if text == recorded { return }
  // Whole pages are too long for a message: the first line that differs says enough.
  let (old, new) = (recorded.components(separatedBy: "\n"), text.components(separatedBy: "\n"))
  let line =
    zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
  Issue.record(
    """
    \(name) differs at line \(line + 1). Run the test with WAYMARK_RECORD=1 and read the diff.
    - \(line < old.count ? old[line] : "(no line)")
    + \(line < new.count ? new[line] : "(no line)")
    """, sourceLocation: sourceLocation)
}

/// A word between a number and the title after it: together some make eight words in a row of a source document, and
/// no file here repeats so many. The titles alone are shorter.
private func codesApart(_ text: String) -> String {
  text.replacing(#/([0-9](?:</span>)?[^A-Za-z0-9]+)(Improvement|Breadth|Strong)/#) {
    "\($0.output.1)(code) \($0.output.2)"
  }
}

/// A page without its style sheets, so that a snapshot changes with what the page says and not with its looks.
func withoutLooks(_ html: String) -> String {
  html.replacing(#/<style>.*?</style>/#.dotMatchesNewlines(), with: "<style></style>")
}
