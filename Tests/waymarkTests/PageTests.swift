import Foundation
import TestSupport
import Testing

/// Every page that Waymark makes, looked at by axe in a real browser: wide and phone, light and dark.
@Suite(
  .enabled(
    if: PythonTools.canOpenPages,
    "Chromium or the Python packages of Tests/requirements.txt are not installed"))
struct PageTests {
  @Test func noPageHasASeriousFinding() throws {
    let folder = try TemporaryFolder()
    let job = try MadeUpRegion(in: folder)
    var pages: [String] = []
    func page(_ name: String, _ arguments: [String]) throws {
      let path = folder.path("\(name).html")
      let outcome = try Program.run(arguments + ["-o", path])
      #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(
        text.range(of: "(src|href)=.https?:|<script|<link|@import|url[(].?http", options: .regularExpression)
          == nil, "\(name) is not self-contained")
      pages.append(path)
    }
    try page("emtss", ["framework", "preview", "emtss"])
    try page("spp", ["framework", "preview", "spp"])
    try page("early-warning", ["framework", "preview", "early-warning"])
    try page(
      "three-levels", ["framework", "preview", "Tests/FrameworksTests/Fixtures/three-levels/framework.yaml"])
    for id in ["emtss", "spp"] {
      let reviews = try job.reviews(of: id)
      try page(
        "review-\(id)", ["review", "score", reviews.now, "--against", reviews.before, "--format", "html"])
      let release = [
        "--workspace", job.workspace, "--framework", id, "--period", "2025-26", "--format", "html",
      ]
      try page("partnership-\(id)", ["workspace", "report"] + release)
      try page("sheet-\(id)", ["profile", "preview"] + release)
      try page("local-\(id)", ["profile", "local", "--registry", job.registry] + release)
      try page("audit-\(id)", ["profile", "audit"] + release)
      if id == "emtss" { try page("audit-rounded", ["profile", "audit", "--policy", "rounded"] + release) }
      for places in ["region", "partnership"] {
        try page(
          "\(places)-\(id)",
          ["compare", "--framework", id, "--by", places, "--registry", job.registry, "--format", "html"])
      }
    }
    let axe = try PythonTools.run(
      [Repository.root.appendingPathComponent("Tests/Accessibility/axe.py").path] + pages)
    #expect(axe.status == 0, "\(axe.output)")
  }
}
