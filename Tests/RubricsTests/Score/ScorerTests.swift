import Diagnostics
import Frameworks
import Reviews
import Rubrics
import Testing

@Suite struct ScorerTests {
  @Test func everyCriterionIsThereInTheFrameworksOrder() throws {
    for rubric in [try TestFrameworks.emtss(), try TestFrameworks.spp(), try TestFrameworks.threeLevels()] {
      var review = Review()
      review.kind.value = .own
      let score = Scorer.score(review, rubric: rubric)
      #expect(score.criteria.map(\.path) == rubric.framework.criteria.map(\.path))
      #expect(score.criteria.count { $0.role == .judged } == rubric.columns(.own).count)
      #expect(score.coverage.missing == rubric.columns(.own).count)
    }
  }

  @Test func marksAreReadAsPeopleWriteThem() throws {
    let rubric = try TestFrameworks.small(criteria: 6)
    let review = try TestFrameworks.answers(["p2", "3", "not-applicable", "not-reviewed", "p9", nil])
    #expect(
      rubric.marks(of: review) == [
        2, 3, Mark.notApplicable, Mark.notReviewed, Mark.missing, Mark.missing,
      ])
    let score = Scorer.score(review, rubric: rubric)
    #expect(score.coverage.text == "2 of 6 answered, 1 not applicable, 1 not reviewed, 2 missing")
    #expect(score.criterion("all/c1")?.mark == .point(2))
    #expect(score.criterion("all/c3")?.explanation == ["It does not apply here, so it counts nowhere."])
  }

  @Test func judgementsOfUnknownOrUnjudgedCriteriaCountNowhere() throws {
    let rubric = try TestFrameworks.small(criteria: 1)
    let review = try TestFrameworks.review(
      """
      schema: waymark.review/1
      framework: {id: small-made-up, version: 1.0.0}
      kind: self
      subject: {id: made-up-school}
      judgements: {all: {point: p1, evidence: Made up.}, elsewhere: {point: p1}}
      """)
    let score = Scorer.score(review, rubric: rubric)
    #expect(score.coverage.text == "0 of 1 answered, 1 missing")
    #expect(score.criterion("all")?.judgement?.evidence == "Made up.")
  }

  @Test func groupsFollowTheirOwnRuleThenTheirLevelsThenADistribution() throws {
    let answers = try TestFrameworks.answers(["p0", "p1", "p3", "p3"])
    let plain = Scorer.score(answers, rubric: try TestFrameworks.small())
    #expect(plain.criterion("all")?.aggregate?.text == "1 × 0, 1 × 1, 2 × 3")
    let median = Scorer.score(answers, rubric: try TestFrameworks.small(aggregate: "median"))
    #expect(median.criterion("all")?.aggregate?.text == "between 1 and 3")
    #expect(
      median.criterion("all")?.explanation == ["Median of 4 answers: between 1 and 3.", "4 of 4 answered."])
    let proportion = Scorer.score(
      answers, rubric: try TestFrameworks.small(aggregate: "{aggregate: proportion, point: p1}"))
    #expect(proportion.criterion("all")?.aggregate?.text == "3 of 4 at 1 or above")
    let none = Scorer.score(answers, rubric: try TestFrameworks.small(aggregate: "none"))
    #expect(none.criterion("all")?.aggregate?.shortfall == .notWanted)
  }

  @Test func aMeanOfAnOrderCarriesACaution() throws {
    let answers = try TestFrameworks.answers(["p0", "p1", "p3", "p3"])
    let ordinal = Scorer.score(answers, rubric: try TestFrameworks.small(aggregate: "mean"))
    #expect(ordinal.criterion("all")?.aggregate?.notes.count == 1)
    let interval = Scorer.score(
      answers, rubric: try TestFrameworks.small(kind: "interval", aggregate: "mean"))
    #expect(interval.criterion("all")?.aggregate?.notes == [])
    #expect(interval.criterion("all")?.aggregate?.text == "1.75")
  }

  @Test func noOverallMeansNoneAnywhere() throws {
    let score = Scorer.score(
      try TestFrameworks.answers(["p1", "p1", "p1", "p1"]), rubric: try TestFrameworks.small())
    #expect(!score.allowsOverall)
    #expect(score.json()["overall"] == nil)
    let failure = #expect(throws: Failure.self) { try score.overall() }
    #expect(failure?.status == .refused)
    #expect(failure?.message == "Made up for tests has no overall figure, so none is made.")
  }

  @Test func anOverallIsMadeWhereTheFrameworkAsksForOne() throws {
    let rubric = try TestFrameworks.small(overall: "median")
    let score = Scorer.score(try TestFrameworks.answers(["p1", "p1", "p3", nil]), rubric: rubric)
    #expect(try score.overall().text == "1")
    #expect(score.json()["overall"]?["point"]?.asString == "p1")
  }

  @Test func aKindThatMarksNothingHasNoFigures() throws {
    let rubric = try TestFrameworks.small(overall: "median", peer: false)
    let score = Scorer.score(try TestFrameworks.answers(["p1"], kind: "peer"), rubric: rubric)
    #expect(try score.overall().shortfall == .nothingJudged)
    #expect(score.criteria.allSatisfy { $0.role == .unmarked && $0.explanation.isEmpty })
    #expect(score.notes.count == 1)
  }

  @Test func aBestFitThatDiffersIsShownAndTheJudgementStands() throws {
    let rubric = try TestFrameworks.described([2, 2])
    func score(_ point: String) throws -> ScoredCriterion? {
      Scorer.score(
        try TestFrameworks.review(
          """
          schema: waymark.review/1
          framework: {id: described-made-up, version: 1.0.0}
          kind: self
          subject: {id: made-up-school}
          judgements: {c1: {point: \(point), statements: [a1, a2]}}
          """), rubric: rubric
      ).criterion("c1")
    }
    #expect(try score("p0")?.agrees == true)
    #expect(try score("p1")?.agrees == false)
    #expect(try score("p1")?.mark == .point(1))
    #expect(
      try score("p1")?.explanation == [
        "The judgement is 1.", "Statements marked: 2 of 2 at 0, 0 of 2 at 1.",
        "They suggest 0. The judgement stands; the difference is worth a look.",
      ])
    #expect(try score("not-reviewed")?.agrees == nil)
    #expect(try score("not-reviewed")?.suggestion?.point == 0)
  }

  @Test func movingScalesAndOptionalMarksAreSaid() throws {
    var review = Review()
    review.kind.value = .own
    let score = Scorer.score(review, rubric: try TestFrameworks.spp())
    #expect(score.notes.count == 2)
    #expect(score.notes.first == "Marks are optional in this framework, and none were given.")
  }
}
