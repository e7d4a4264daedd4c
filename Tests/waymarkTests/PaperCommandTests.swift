import Foundation
import TestSupport
import Testing

/// Pages that are filled in in a real browser, saved, and imported.
@Suite(
  .enabled(
    if: PythonTools.canOpenPages,
    "Chromium or the Python packages of Tests/requirements.txt are not installed"))
struct PaperCommandTests {
  private func fill(_ page: String, _ steps: [[String: String]], in folder: TemporaryFolder, to name: String)
    throws -> (status: Int32, output: String)
  {
    let file = try folder.write(
      String(decoding: try JSONEncoder().encode(steps), as: UTF8.self), "\(name).steps.json")
    return try PythonTools.run([
      Repository.tests.appendingPathComponent("Accessibility/fill.py").path, page, file, folder.path(name),
    ])
  }

  private static let leadership = "[data-key=leadership]"

  @Test func aReviewComesBackAsItWasFilledIn() throws {
    let folder = try TemporaryFolder()
    let page = folder.path("blank.html")
    #expect(try Program.run(["review", "new", "emtss", "-o", page]).status == 0)
    let filled = try fill(
      page,
      [
        ["see": "[data-total]", "text": "0 of 6 answered"],
        ["type": "[data-key=subject] [data-key=id]", "text": "Made-up Alliance"],
        ["type": "[data-key=subject] [data-key=name]", "text": "Ours <b>\"& theirs\"</b> (made up)"],
        ["type": "[data-key=date]", "text": "2026-02-14"], ["choose": "[data-key=status][value=draft]"],
        ["type": "[data-row] [data-key=name]", "text": "A. Made-up"],
        ["choose": "[data-key=team] > [data-add]"],
        ["type": "[data-row]:nth-child(3) [data-key=name]", "text": "C. Made-up"],
        ["choose": "[data-row]:nth-child(2) [data-remove]"],
        ["choose": "\(Self.leadership) [data-key=point][value=emerging]"],
        // The arrow keys go on from there.
        ["press": "ArrowDown"], ["press": "ArrowDown"],
        ["checked": "\(Self.leadership) [data-key=point][value=secure]"],
        ["choose": "\(Self.leadership) [data-key=statements][value=vision-secure]"],
        [
          "type": "\(Self.leadership) [data-key=evidence]",
          "text": "Line one\nline </script> two: # 'x' \u{2028} é 😀 \\u003c",
        ],
        ["type": "\(Self.leadership) [data-key=actions]", "text": " First; thing\n\nSecond thing"],
        ["choose": "[data-key=cpd] [data-key=point][value=expanding]"],
        ["see": "[data-total]", "text": "3 of 6 answered"], ["choose": "[data-key=cpd] [data-clear]"],
        ["see": "[data-total]", "text": "2 of 6 answered"],
        ["type": "[data-key=note]", "text": "yes"], ["press": "Control+s"],
        [
          "see": ".paper-said",
          "text":
            "Saved as self-review-emtss-made-up-alliance-2026-02-14.html, where your browser keeps downloads. Still open: 2 Infrastructure, 3 ITT, 4 CPD and 1 more.",
        ],
      ], in: folder, to: "filled.html")
    #expect(filled.status == 0, "\(filled.output)")
    let imported = try Program.run(["review", "import", folder.path("filled.html")])
    #expect(imported.status == 0, "\(imported.errors)")
    let start = try #require(imported.output.range(of: "\nkind: ")).lowerBound
    #expect(
      imported.output[start...].dropFirst() == #"""
        kind: self
        subject:
          id: made-up-alliance
          name: "Ours <b>\"& theirs\"</b> (made up)"
        status: draft
        date: 2026-02-14
        team:
          - name: "A. Made-up"
          - name: "C. Made-up"
        note: "yes"
        judgements:
          leadership:
            point: secure
            statements: [vision-secure]
            evidence: "Line one\nline </script> two: # 'x' \u2028 é 😀 \\u003c"
            actions:
              - "First; thing"
              - "Second thing"

        """#)
    try opensAgain(folder, imported.output)
  }

  /// The saved copy shows the answers, and saving it again changes nothing; so does the file of answers alone.
  private func opensAgain(_ folder: TemporaryFolder, _ review: String) throws {
    let saved = folder.path("filled.html")
    let again = try fill(
      saved,
      [
        ["see": "[data-total]", "text": "2 of 6 answered"],
        ["value": "[data-row]:nth-child(2) [data-key=name]", "text": "C. Made-up"],
        ["value": "\(Self.leadership) [data-key=actions]", "text": "First; thing\nSecond thing"],
        ["checked": "\(Self.leadership) [data-key=statements][value=vision-secure]"],
        ["choose": "[data-action=save]"],
      ], in: folder, to: "again.html")
    #expect(again.status == 0, "\(again.output)")
    #expect(
      try String(contentsOfFile: saved, encoding: .utf8)
        == String(contentsOfFile: folder.path("again.html"), encoding: .utf8))
    let answers = try fill(
      saved,
      [["choose": "form + details > summary"], ["choose": "[data-action=answers]"]],
      in: folder,
      to: "answers.json")
    #expect(answers.status == 0, "\(answers.output)")
    #expect(try Program.run(["review", "import", folder.path("answers.json")]).output == review)
    let outcome = try Program.run(["review", "import", saved, "-o", folder.path("review.yaml")])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try Program.run(["review", "import", saved, "-o", folder.path("review.yaml")]).status == 73)
    #expect(try Program.run(["review", "check", folder.path("review.yaml")]).status == 0)
    let both = try Program.run([
      "review", "import", saved, folder.path("answers.json"), "-o", folder.path("all"),
    ])
    #expect(both.status == 0, "\(both.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("all")).count == 2)
  }

  @Test func aFormComesBackWithItsRows() throws {
    let folder = try TemporaryFolder()
    let page = folder.path("plan.html")
    #expect(
      try Program.run(["form", "new", "spp@2.0.0", "review-plan", "--format", "html", "-o", page]).status == 0
    )
    let enquiry = "[data-key=enquiry] [data-row]"
    let filled = try fill(
      page,
      [
        ["type": "[data-key=subject] [data-key=id]", "text": "123456"],
        ["type": "[data-key=host-school]", "text": "Made-up School"],
        ["type": "[data-key=lead-reviewer] [data-key=name]", "text": "A. Made-up"],
        ["choose": "[data-key=lead-reviewer] [data-key=facts] input[value=headteacher]"],
        ["choose": "[data-key=themes][value=our-impact]"],
        [
          "pick": "\(enquiry) > .paper-fields > label [data-key=dimension]",
          "value": "our-impact/collecting-information",
        ],
        ["type": "\(enquiry) [data-key=questions] [data-key=text]", "text": "Do our own figures agree?"],
        [
          "pick": "\(enquiry) [data-key=questions] [data-key=about]",
          "value": "our-impact/collecting-information/data-systems",
        ],
        ["type": "\(enquiry) [data-key=evidence]", "text": "Tables\nTalks"],
        ["choose": "[data-action=save]"],
      ], in: folder, to: "filled.html")
    #expect(filled.status == 0, "\(filled.output)")
    let form = folder.path("form.yaml")
    let imported = try Program.run(["form", "import", folder.path("filled.html"), "-o", form])
    #expect(imported.status == 0, "\(imported.errors)")
    let shown = try Program.run(["form", "show", form, "--format", "json"]).output
    for text in ["A. Made-up", "headteacher", "Do our own figures agree?", "Talks", "\"our-impact\""] {
      #expect(shown.contains(text), "\(text)\n\(shown)")
    }
  }

  @Test func everyPageToFillInPassesAxe() throws {
    let folder = try TemporaryFolder()
    var pages: [String] = []
    for (index, command) in [
      "review new emtss", "review new spp", "review new early-warning --kind peer",
      "review new emtss --language cy",
      "form new spp@2.0.0 review-plan", "form new spp@2.0.0 check-in", "form new emtss area-record",
    ].enumerated() {
      let page = folder.path("page-\(index).html")
      let outcome = try Program.run(command.split(separator: " ").map(String.init) + ["-o", page])
      #expect(outcome.status == 0, "\(command): \(outcome.errors)")
      pages.append(page)
    }
    let axe = try PythonTools.run(
      [Repository.tests.appendingPathComponent("Accessibility/axe.py").path] + pages)
    #expect(axe.status == 0, "\(axe.output)")
  }
}
