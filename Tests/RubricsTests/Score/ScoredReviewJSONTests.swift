import Rubrics
import Sealing
import Testing

@Suite struct ScoredReviewJSONTests {
  @Test func holdsWhatWasSaidAndWhatFollows() throws {
    let rubric = try TestFrameworks.small(aggregate: "median", overall: "mean")
    let json = Scorer.score(try TestFrameworks.answers(["p0", "p1", "not-applicable", nil]), rubric: rubric)
      .json()
    #expect(json["framework"]?["digest"]?.asString == rubric.digest.description)
    #expect(json["kind"]?.asString == "self")
    #expect(json["period"]?.asString == "2025-26")
    #expect(json["coverage"]?["answered"]?.asInt == 2)
    #expect(json["overall"]?["mean"]?.asDouble == 0.5)
    #expect(json["overall"]?["sum"]?.asInt == 1)
    let criteria = try #require(json["criteria"]?.asArray)
    #expect(criteria.compactMap { $0["path"]?.asString } == ["all", "all/c1", "all/c2", "all/c3", "all/c4"])
    #expect(criteria[0]["result"]?["between"]?.asArray?.compactMap(\.asString) == ["p0", "p1"])
    #expect(criteria[0]["result"]?["counts"]?["points"]?["p1"]?.asInt == 1)
    #expect(criteria[1]["value"]?.asInt == 0)
    #expect(criteria[3]["mark"]?.asString == "not-applicable")
    #expect(criteria[4]["mark"]?.asString == "missing")
  }

  @Test func saysWhyThereIsNoFigure() throws {
    let json = Scorer.score(
      try TestFrameworks.answers(["p0"]), rubric: try TestFrameworks.small(overall: "median")
    ).json()
    #expect(json["overall"]?["point"] == nil)
    #expect(
      json["overall"]?["shortfall"]?.asString
        == "Only 1 of 4 is answered; at least half is needed for a figure.")
  }

  @Test func hasACanonicalForm() throws {
    for rubric in [try TestFrameworks.small(), try TestFrameworks.small(overall: "weighted-mean")] {
      let json = Scorer.score(try TestFrameworks.answers(["p0", "p2", "p1"]), rubric: rubric).json()
      #expect(!(try json.canonicalBytes()).isEmpty)
    }
  }
}
