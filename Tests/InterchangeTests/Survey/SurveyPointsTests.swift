import Diagnostics
import Documents
import Testing

@testable import Interchange

@Suite struct SurveyPointsTests {
  static let answers: [(answer: String, reading: SurveyPoints.Reading)] = [
    ("Seed", .point("seed")), ("  in\u{A0}BLOOM ", .point("bloom")), ("2", .point("sprout")),
    ("3.0", .point("bloom")), ("bloom", .point("bloom")), ("3 - In bloom", .point("bloom")),
    ("3 – in bloom", .point("bloom")), ("3: In bloom", .point("bloom")), ("1. Seed", .point("seed")),
    ("In bloom (3)", .point("bloom")), ("N/A", .point("not-applicable")),
    ("Not applicable", .point("not-applicable")), ("not reviewed", .point("not-reviewed")),
    ("Rather good", .point("sprout")), ("2 - In bloom", .disagreeing), ("4", .unknown), ("", .unknown),
    ("3 - Blooming", .unknown), ("Seeds", .unknown), ("0x3", .unknown), ("-1", .unknown),
    ("99999999999999999999", .unknown), ("99999999999999999999 - Seed", .unknown),
  ]

  @Test(arguments: answers) func `an answer becomes a point`(answer: String, reading: SurveyPoints.Reading)
    throws
  {
    let (framework, _) = try Fixtures.framework()
    let scale = framework.scale(try #require(framework.scaleIndex("growth")))
    let points = SurveyPoints(
      scale, survey: [Keyed(key: Located("rather  good"), value: Located("2"))])
    #expect(points.reading(of: answer) == reading)
  }

  @Test func `the column's own table goes first`() throws {
    let (framework, _) = try Fixtures.framework()
    let scale = framework.scale(try #require(framework.scaleIndex("growth")))
    let points = SurveyPoints(
      scale, column: [Keyed(key: Located("Yes"), value: Located("bloom"))],
      survey: [Keyed(key: Located("yes"), value: Located("seed"))])
    #expect(points.reading(of: "YES") == .point("bloom"))
  }

  static let days: [(text: String, dayFirst: String?, monthFirst: String?)] = [
    ("2026/02/03 9:41:12 AM GMT+1", "2026-02-03", "2026-02-03"),
    ("03/02/2026 09:41:12", "2026-02-03", "2026-03-02"),
    ("2/3/26 9:00", "2026-03-02", "2026-02-03"), ("14.2.2026", "2026-02-14", nil), ("2026-02-30", nil, nil),
    ("2/14/26 9:00:01", nil, "2026-02-14"), ("soon", nil, nil), ("1/2", nil, nil), ("1/2/3/4", nil, nil),
  ]

  @Test(arguments: days) func `a day is read in its order`(
    text: String, dayFirst: String?, monthFirst: String?
  ) {
    #expect(SurveyDay.read(text, .dayFirst)?.description == dayFirst)
    #expect(SurveyDay.read(text, .monthFirst)?.description == monthFirst)
  }
}
