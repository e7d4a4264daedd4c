import Diagnostics
import Documents
import Frameworks
import Rubrics
import Sealing
import Testing

@testable import Profiles
@testable import Reporting

@Suite struct SheetTests {
  @Test func `the text of a sheet`() throws {
    let rubric = try RealFrameworks.emtss()
    let (sheet, payload) = try MadeUpSheet.sheet(rubric)
    let text = try SheetText.text(sheet, rubric: rubric, payload: payload, regions: MadeUpSheet.regions())
    try expectSnapshot(text, "sheet.txt")
    #expect(
      text.split(separator: "\n").filter { !$0.contains("\"") }.allSatisfy { $0.count <= TerminalText.width })
  }

  @Test func `the text of a sheet of sections`() throws {
    let rubric = try RealFrameworks.spp()
    let (sheet, payload) = try MadeUpSheet.sheet(rubric, schools: 24)
    #expect(sheet.unit == .section)
    try expectSnapshot(SheetText.text(sheet, rubric: rubric, payload: payload), "sheet-sections.txt")
  }

  /// What carries no noise says so, and what it gives away, in text and on the page.
  @Test(arguments: ["rounded", "coarse-mean"]) func `a sheet without noise`(_ policy: String) throws {
    let rubric = try RealFrameworks.emtss()
    let (sheet, payload) = try MadeUpSheet.sheet(rubric, schools: 30, policy: policy)
    let text = try SheetText.text(sheet, rubric: rubric, payload: payload, regions: MadeUpSheet.regions())
    try expectSnapshot(text, "sheet-\(policy).txt")
    let page = try SheetPageHTML.page(sheet, rubric: rubric, payload: payload)
    for shown in [text, page] {
      #expect(!shown.contains("random whole number") && !shown.contains("95 %"))
      #expect(shown.contains("Figures like these come with no promise") || shown.contains("come with no"))
    }
    #expect(page.contains("How the figures are protected") && !page.contains("How the noise protects"))
    for notice in SheetNotices.of(sheet) { #expect(page.contains(Markup.escaped(notice))) }
    #expect(page.contains("class=\"chart-frames\"") == (policy == "coarse-mean"))
    #expect(page.contains(policy == "rounded" ? "withheld" : "Rounded means"))
    #expect(page.components(separatedBy: "id=\"exact-table\"").count == 2)
  }

  @Test(arguments: [false, true])
  func `everything that a sheet says stands on the page and in the text`(_ isPage: Bool) throws {
    for rubric in [try RealFrameworks.emtss(), try RealFrameworks.spp()] {
      let (sheet, payload) = try MadeUpSheet.sheet(rubric, schools: 24)
      let shown =
        try isPage
        ? SheetPageHTML.page(sheet, rubric: rubric, payload: payload)
        : SheetText.text(sheet, rubric: rubric, payload: payload)
      for figure in sheet.figures {
        let (display, noisy) = (try #require(SheetDisplay(figure)), try #require(figure.noisy))
        for number in [
          display.mean, noisy.standardError, display.interval.lowerBound, display.interval.upperBound,
        ] {
          #expect(shown.contains(ChartNumber.fixed(number, decimals: 2)))
        }
        for exact in [
          noisy.mean, noisy.standardError, noisy.interval.lowerBound, noisy.interval.upperBound,
        ] {
          #expect(shown.contains(SheetWords.exact(exact)))
        }
        #expect(shown.contains("\(noisy.sum)") && shown.contains("\(noisy.epsilon)"))
      }
      #expect(shown.contains(Digest(of: payload).description) && shown.contains("\(payload.count) bytes"))
      if isPage { #expect(!shown.contains("noindex")) }
    }
  }

  @Test func `the page tells everybody what they must know`() throws {
    let rubric = try RealFrameworks.emtss()
    let (sheet, payload) = try MadeUpSheet.sheet(rubric)
    let page = try SheetPageHTML.page(sheet, rubric: rubric, payload: payload)
    for notice in SheetNotices.all { #expect(page.contains(Markup.escaped(notice))) }
  }

  @Test func `what is left out has a name and a reason`() throws {
    let rubric = try RealFrameworks.emtss()
    let (sheet, payload) = try MadeUpSheet.sheet(rubric)
    #expect(sheet.omitted.map(\.reason) == [.belowGate])
    let page = try SheetPageHTML.page(sheet, rubric: rubric, payload: payload)
    let words = SheetWords(sheet, rubric, payload, RegionList())
    #expect(page.contains("<dt>\(Markup.escaped(words.name(sheet.omitted[0].id)))</dt>"))
    #expect(page.contains("Too few alliances are judged on it"))
    for reason in SheetOmission.Reason.allCases { #expect(words.reason(reason).hasSuffix(".")) }
  }

  @Test func `a mean past the end of its scale is shown at the end, and that is said`() throws {
    let rubric = try RealFrameworks.emtss()
    let payload = try MadeUpSheet.sheet(rubric).payload
    let sheet = try pushed(payload)
    let figure = sheet.figures[0]
    let noisy = try #require(figure.noisy)
    #expect(noisy.mean > 4)
    let text = SheetText.text(sheet, rubric: rubric, payload: payload)
    let words = SheetWords(sheet, rubric, payload, RegionList())
    #expect(words.mean(figure) == "4.00" && text.contains("4.00") && words.clamped.count == 1)
    #expect(words.clamped[0].contains("the sheet says \(SheetWords.exact(noisy.mean))"))
    #expect(text.contains("\(noisy.sum)"))
  }

  @Test func `what epsilon means, in odds`() throws {
    let rubric = try RealFrameworks.emtss()
    let (sheet, payload) = try MadeUpSheet.sheet(rubric, schools: 8)
    let words = SheetWords(sheet, rubric, payload, RegionList())
    #expect(words.protection.count == 2)
    #expect(words.protection[1].contains("epsilon 2.") && words.protection[1].contains("7.4 times"))
    #expect(words.protection[1].contains("about 88 % sure"))
    let noisy = try #require(sheet.figures[0].noisy)
    #expect(words.noise(sheet.figures[0], noisy)[1] == "±\(DiscreteLaplace(scale: noisy.scale).reach)")
  }

  @Test func `a sheet of another framework is shown without borrowed names`() throws {
    let (sheet, payload) = try MadeUpSheet.sheet(try RealFrameworks.emtss())
    let text = SheetText.text(sheet, rubric: try RealFrameworks.spp(), payload: payload)
    #expect(text.contains("scale from 1 to 4") && !text.contains("Sustainable"))
  }

  @Test func `hostile titles do not reach the page or the terminal`() throws {
    let hostile = "</pre><script>alert(1)</script>\u{202E}&\"'"
    let rubric = try RealFrameworks.emtss()
    let sheet = try renamed(try MadeUpSheet.sheet(rubric).payload, to: hostile)
    let payload = try sheet.payload()
    let page = try SheetPageHTML.page(sheet, rubric: rubric, payload: payload)
    #expect(!page.contains("<script") && page.contains("&lt;script&gt;"))
    #expect(page.components(separatedBy: "</pre>").count == 2)
    let text = SheetText.text(sheet, rubric: rubric, payload: payload)
    #expect(!text.unicodeScalars.contains("\u{202E}"))
  }

  /// The sheet with its first figure's sum far up.
  private func pushed(_ payload: [UInt8]) throws -> Sheet {
    let sheet = try Sheet(payload: payload)
    let first = sheet.figures[0]
    let noisy = try #require(first.noisy)
    let figure = try #require(
      SheetFigure(
        id: first.id, title: first.title, n: first.n, points: first.points, criteria: 1, sum: first.n * 4 + 5,
        epsilon: noisy.epsilon))
    return try replacing(sheet, figures: [figure] + sheet.figures.dropFirst(), title: sheet.framework.title)
  }

  private func renamed(_ payload: [UInt8], to title: String) throws -> Sheet {
    let sheet = try Sheet(payload: payload)
    let figures = try sheet.figures.map { figure in
      let noisy = try #require(figure.noisy)
      return try #require(
        SheetFigure(
          id: figure.id, title: title, n: figure.n, points: figure.points, criteria: 1, sum: noisy.sum,
          epsilon: noisy.epsilon))
    }
    return try replacing(sheet, figures: figures, title: title)
  }

  private func replacing(_ sheet: Sheet, figures: [SheetFigure], title: String) throws -> Sheet {
    try Sheet(
      partnership: sheet.partnership, region: sheet.region,
      framework: .init(
        id: sheet.framework.id, version: sheet.framework.version, digest: sheet.framework.digest, title: title
      ),
      period: sheet.period, kind: sheet.kind, policy: sheet.policy, subjects: sheet.subjects,
      unit: sheet.unit,
      figures: figures, omitted: sheet.omitted)
  }
}
