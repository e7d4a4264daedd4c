import Foundation
import Rubrics
import TestSupport
import Testing

@testable import Reporting

@Suite("Every page")
struct PageTests {
  /// All pages that this module makes of the made-up data, by name.
  static func pages() throws -> [(name: String, html: String)] {
    try FrameworkPageTests.frameworks.map { ("framework-\($0.0)", try FrameworkPageHTML.page($0.1())) }
      + ReviewReportTests.reports.map { ("review-\($0.0)", try ReviewReportHTML.page($0.1())) }
      + ComparisonTests.answers.map { ("comparison-\($0.0)", try ComparisonPageHTML.page($0.1)) }
  }

  @Test("is well made: tags, headings in order, ids and links")
  func wellMade() throws {
    for (name, html) in try Self.pages() {
      let scanner = PageScanner(html)
      #expect(scanner.faults == [], "\(name)")
      #expect(scanner.structure == [], "\(name)")
      #expect(html.contains("<html lang=\"en-GB\">"), "\(name)")
      #expect(html.contains("<a class=\"skip\" href=\"#content\">"), "\(name)")
    }
  }

  @Test("loads nothing and runs nothing")
  func selfContained() throws {
    for (name, html) in try Self.pages() {
      for word in ["<script", "http:", "https:", "url(", "@import", "src="] {
        // Drawings name their namespace and point at their own patterns.
        let rest = html.replacing("http://www.w3.org/2000/svg", with: "").replacing("url(#", with: "")
        #expect(!rest.contains(word), "\(name): \(word)")
      }
    }
  }

  @Test("has a caption and scopes in every table")
  func tables() throws {
    for (name, html) in try Self.pages() {
      for table in html.matches(of: #/<table.*?</table>/#.dotMatchesNewlines()) {
        #expect(table.output.contains("<caption") && table.output.contains(#"scope="col""#), "\(name)")
        #expect(table.output.contains(#"scope="row""#), "\(name)")
      }
    }
  }

  /// Needs Chromium and the Python packages of Tests/Accessibility/requirements.txt; WAYMARK_PYTHON names the Python
  /// that has them.
  @Test(
    "has no serious finding by axe",
    .enabled(if: ProcessInfo.processInfo.environment["WAYMARK_PYTHON"] != nil, "WAYMARK_PYTHON is not set"))
  func axe() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "waymark-pages-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try Self.pages().map { page in
      let file = folder.appending(path: page.name + ".html")
      try Data(page.html.utf8).write(to: file)
      return file.path
    }
    let process = Process()
    process.executableURL = URL(
      fileURLWithPath: ProcessInfo.processInfo.environment["WAYMARK_PYTHON"] ?? "python3")
    process.arguments = [Repository.root.appending(path: "Tests/Accessibility/axe.py").path] + files
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
