import Diagnostics
import Frameworks
import Reviews
import Rubrics
import Testing

@testable import Reporting

@Suite("The report of a review")
struct ReviewReportTests {
  static let reports: [(String, @Sendable () throws -> ReviewReport)] = [
    ("emtss", { try MadeUpReviews.alliance(RealFrameworks.emtss()) }),
    ("spp", { try MadeUpReviews.questions(RealFrameworks.spp()) }),
    ("reading-walk", { try MadeUpReviews.bothSides(RealFrameworks.readingWalk()) }),
  ]

  @Test("is what was last looked at", arguments: reports)
  func snapshots(_ name: String, _ report: @Sendable () throws -> ReviewReport) throws {
    try expectSnapshot(ReviewReportText.text(report()), "review-\(name).txt")
    try expectSnapshot(report().json().prettyText() + "\n", "review-\(name).json")
    try expectSnapshot(withoutDrawings(try ReviewReportHTML.page(report())), "review-\(name).html")
  }

  @Test("makes no overall figure where the framework has none")
  func noOverall() throws {
    let report = try MadeUpReviews.questions(RealFrameworks.spp())
    #expect(report.json()["overall"] == nil)
    let text = ReviewReportText.text(report)
    #expect(text.contains(FrameworkWords.noOverall))
    #expect(!text.contains("Overall:"))
    #expect(!(try ReviewReportHTML.page(report)).contains(#"card-label">overall"#))
    let failure = #expect(throws: Failure.self) { try ReviewReportText.overall(report.main) }
    #expect(failure?.status == .refused)
  }

  @Test("gives the overall figure in a line")
  func overall() throws {
    let rubric = try RealFrameworks.emtss()
    let line = try ReviewReportText.overall(MadeUpReviews.alliance(rubric).main)
    #expect(
      line == "Overall: between Expanding and Secure (Expanding) (median; 4 of 5 answered, 1 not reviewed)")
    let blank = Scorer.score(MadeUpReviews.blank(rubric, .own, 2025), rubric: rubric)
    #expect(try ReviewReportText.overall(blank) == "Overall: Nothing has been answered yet.")
  }

  @Test("takes one review, or one of each kind, in any order")
  func belonging() throws {
    let rubric = try RealFrameworks.readingWalk()
    let own = Scorer.score(MadeUpReviews.blank(rubric, .own, 2025), rubric: rubric)
    let peer = Scorer.score(MadeUpReviews.blank(rubric, .peer, 2025), rubric: rubric)
    #expect(try ReviewReport([peer, own]).main.kind == .own)
    #expect(try ReviewReport([peer]).beside == nil)
    for wrong in [[], [own, own], [own, peer, own]] {
      #expect(#expect(throws: Failure.self) { try ReviewReport(wrong) }?.status == .usage)
    }
    // An earlier peer review is held against the peers' later one.
    let earlier = Scorer.score(MadeUpReviews.blank(rubric, .peer, 2024), rubric: rubric)
    #expect(try ReviewReport([own, peer], against: earlier).shift?.later.kind == .peer)
  }

  @Test("draws the deepest level that makes a shape")
  func axes() throws {
    let spp = try RealFrameworks.spp()
    let whole = ReviewWords(try MadeUpReviews.questions(spp))
    #expect(ReviewAxes(whole)?.criteria.count == 12)
    #expect(ReviewAxes(whole)?.isJudged == false)
    // One dimension reviewed: its own questions are the shape.
    var review = MadeUpReviews.blank(spp, .own, 2025)
    for (column, index) in spp.columns(.own).criteria.prefix(4).enumerated() {
      MadeUpReviews.set(
        &review, spp.framework.criteria[index].path, ["one", "two", "fully", "not-yet"][column])
    }
    let part = ReviewWords(try ReviewReport([Scorer.score(review, rubric: spp)]))
    #expect(ReviewAxes(part)?.criteria.count == 4)
    #expect(ReviewAxes(part)?.isShape == true)
    // Nothing at all: bars of a level that fits, and no shape.
    let blank = ReviewWords(
      try ReviewReport([Scorer.score(MadeUpReviews.blank(spp, .own, 2025), rubric: spp)]))
    #expect(ReviewAxes(blank)?.isShape == false)
    #expect(try ReviewReportHTML.page(blank.report).contains("Looking Outward (all 16)"))
  }

  @Test("a median that lies between two points is drawn halfway and named as it is")
  func medians() throws {
    let report = try MadeUpReviews.questions(RealFrameworks.spp())
    let criterion = try #require(report.main.criterion("looking-inward/building-capacity"))
    let figure = try #require(ReviewWords.figure(criterion))
    #expect(ReviewWords.figureText(figure) == "median between 2 and 3")
    #expect(figure.value?.halfway(on: try #require(figure.scale)) == 2.5)
  }

  @Test("nothing is wider than the terminal", arguments: reports)
  func width(_ name: String, _ report: @Sendable () throws -> ReviewReport) throws {
    for line in ReviewReportText.text(try report()).split(separator: "\n") {
      #expect(line.count <= 100, "\(line)")
    }
  }
}
