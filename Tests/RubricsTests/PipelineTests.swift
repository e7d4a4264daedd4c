import Frameworks
import Reviews
import Rubrics
import Testing

@Suite struct PipelineTests {
  @Test func runsFromAFrameworkAndAReviewToAScore() throws {
    let framework = try TestFrameworks.small(aggregate: "median").framework
    let review = try TestFrameworks.answers(["p1", "p1", "p2", nil])
    let score = try ScoringPipeline().run(review, against: framework)
    #expect(score.criterion("all")?.aggregate?.text == "1")
    let table = try ScoringPipeline().run([review, review], of: .own, against: framework)
    #expect(table.rowCount == 2)
    #expect(table.median(column: 2).text == "2")
    let later = try TestFrameworks.answers(["p2"], date: "2026-10-01")
    let shift = try ScoringPipeline().run(from: review, against: framework, to: later, against: framework)
    #expect(shift.summary.up == 1)
  }

  @Test func everyStageCanBeReplaced() throws {
    let framework = try TestFrameworks.small().framework
    var pipeline = ScoringPipeline()
    pipeline.readMarks = { review, rubric in
      var seen = review
      seen.subject.id.value = "seen-by-the-stage"
      return MarkedReview(seen, rubric: rubric)
    }
    let score = try pipeline.run(try TestFrameworks.answers(["p1"]), against: framework)
    #expect(score.review.subject.id.value == "seen-by-the-stage")
  }
}
