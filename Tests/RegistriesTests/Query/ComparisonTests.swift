import Diagnostics
import Documents
import Registries
import Sealing
import StoreContract
import Testing

@Suite struct ComparisonTests {
  /// Five partnerships in three regions, over two years, the second against a later minor version.
  private func registry(moving: Bool = false) throws -> Registry {
    let registry = try RegistryFixture.registry(MemoryStore())
    let authors = try MadeUpPublisher("authors").admitted(to: registry)
    var (old, new) = (MadeUpFramework(), MadeUpFramework())
    if moving { (old.stability, new.stability) = ("moving", "moving") }
    (new.version, new.word) = ("1.1.0", "again")
    try authors.publish(.framework, old.yaml, at: registry)
    try authors.publish(.framework, new.yaml, at: registry)
    let places = [("ash", "E12000001"), ("beech", "E12000001"), ("cedar", "E12000004"), ("elm", "E12000009")]
    for (index, (name, region)) in places.enumerated() {
      let publisher = try MadeUpPublisher(name).admitted(to: registry)
      for (year, framework) in [("2024-25", old), ("2025-26", new)]
      where !(name == "beech" && year == "2024-25") {
        var sheet = MadeUpSheet(name, framework, sum: year == "2024-25" ? 250 : 150 + 60 * index)
        (sheet.region, sheet.period, sheet.subjects) = (region, year, 100)
        for place in sheet.figures.indices {
          (sheet.figures[place].n, sheet.figures[place].epsilon) = (100, "6/5")
        }
        try publisher.publish(.sheet, sheet.payload(), at: registry)
      }
    }
    return registry
  }

  @Test func regionsOfTheLatestPeriodByDefault() throws {
    let registry = try registry()
    let answer = try registry.compare(ComparisonRequest(framework: "garden-made-up"))
    #expect(answer.periods == [Period(startYear: 2025)])
    #expect(answer.framework.versions.map(\.version.description) == ["1.1.0"])
    #expect(answer.framework.major == 1)
    #expect(answer.sheets == 4)
    #expect(answer.kind == .own)
    #expect(answer.figures.map(\.title) == ["The beds again", "The paths again", "The pond again"])
    #expect(answer.figures[0].points.map(\.label) == ["Seed", "Sprout", "Bud", "Bloom"])
    let rows = answer.figures[0].rows
    #expect(rows.map(\.place.code) == ["E12000001", "E12000004", "E12000009"])
    #expect(rows.map(\.place.name) == ["North East", "East Midlands", "South West"])
    #expect(rows.map(\.partnerships) == [2, 1, 1])
    #expect(rows.map(\.n) == [200, 100, 100])
    #expect(rows.map(\.mean) == [1.8, 2.7, 3.3])
    #expect(rows.map { $0.fromRest?.verdict } == [.below, .above, .above])
    #expect(rows[0].fromRest?.value == 1.8 - 3.0)
    #expect(rows.map(\.cautions) == [[], [.onePartnership], [.onePartnership]])
    #expect(rows.allSatisfy { $0.change == nil })
    #expect(answer.log == (try registry.log()))
    #expect(answer.registry == "A made-up registry")
  }

  @Test func partnershipsOfOnePeriod() throws {
    let answer = try registry().compare(
      ComparisonRequest(
        framework: "garden-made-up", version: SemanticVersion(1, 0, 0),
        periods: .one(Period(startYear: 2024)),
        by: .partnership))
    let rows = answer.figures[0].rows
    #expect(rows.map(\.place.code) == ["ash", "cedar", "elm"])
    #expect(rows.map(\.place.regionName) == ["North East", "East Midlands", "South West"])
    #expect(rows.map(\.mean) == [2.5, 2.5, 2.5])
    #expect(rows.allSatisfy { $0.fromRest?.verdict == .noClearDifference })
    #expect(rows.allSatisfy { $0.cautions.isEmpty })
  }

  @Test func aTrendSetsEachPlaceBesideItself() throws {
    let answer = try registry(moving: true).compare(
      ComparisonRequest(framework: "garden-made-up", periods: .all))
    #expect(answer.periods.map(\.description) == ["2024-25", "2025-26"])
    #expect(answer.framework.versions.count == 2)
    let figure = answer.figures[0]
    #expect(figure.rows(in: Period(startYear: 2024)).allSatisfy { $0.change == nil })
    let second = figure.rows(in: Period(startYear: 2025))
    #expect(second.map { $0.change?.since.description } == ["2024-25", "2024-25", "2024-25"])
    #expect(second.map { $0.change?.difference.verdict } == [.below, .above, .above])
    #expect(
      second.map(\.cautions) == [
        [.severalVersions, .otherWords, .movingScale, .otherPartnerships],
        [.onePartnership, .severalVersions, .otherWords, .movingScale],
        [.onePartnership, .severalVersions, .otherWords, .movingScale],
      ])
  }

  /// A registry with a sheet a year, each against its own version.
  private func registry(_ years: [(String, MadeUpFramework)]) throws -> Registry {
    let registry = try RegistryFixture.registry(MemoryStore())
    let authors = try MadeUpPublisher("authors").admitted(to: registry)
    let publishers = try ["ash", "beech"].map { (try MadeUpPublisher($0).admitted(to: registry), $0) }
    for (year, framework) in years {
      try authors.publish(.framework, framework.yaml, at: registry)
      for (publisher, name) in publishers {
        var sheet = MadeUpSheet(name, framework, sum: 250)
        (sheet.period, sheet.subjects) = (year, 100)
        for place in sheet.figures.indices {
          (sheet.figures[place].n, sheet.figures[place].epsilon) = (100, "6/5")
        }
        try publisher.publish(.sheet, sheet.payload(), at: registry)
      }
    }
    return registry
  }

  @Test func aLineBreaksWhereTheScaleBecomesAnother() throws {
    var new = MadeUpFramework()
    (new.version, new.third) = ("1.1.0", "leaf")
    let answer = try registry([("2024-25", MadeUpFramework()), ("2025-26", new)]).compare(
      ComparisonRequest(framework: "garden-made-up", periods: .all, by: .partnership))
    let rows = answer.figures[0].rows(in: Period(startYear: 2025))
    #expect(rows.count == 2)
    #expect(rows.allSatisfy { $0.change == nil && $0.trendBreak?.label == "on another scale" })
    #expect(rows.allSatisfy { $0.trendBreak?.since == Period(startYear: 2024) })
    #expect(rows.allSatisfy { $0.fromRest != nil })
    let json = answer.json().prettyText()
    #expect(json.contains("\"label\": \"on another scale\""))
    #expect(answer.csvRows.allSatisfy { $0.count == ComparisonAnswer.csvColumns.count })
  }

  @Test func figuresOfOneYearThatCannotBeMixedAreNotHeldAgainstEachOther() throws {
    var new = MadeUpFramework()
    (new.version, new.third) = ("1.1.0", "leaf")
    let registry = try registry([("2024-25", MadeUpFramework())])
    let authors = try MadeUpPublisher("authors").admitted(to: registry)
    try authors.publish(.framework, new.yaml, at: registry)
    var sheet = MadeUpSheet("elm", new, sum: 250)
    (sheet.period, sheet.subjects) = ("2024-25", 100)
    for place in sheet.figures.indices {
      (sheet.figures[place].n, sheet.figures[place].epsilon) = (100, "6/5")
    }
    try MadeUpPublisher("elm").admitted(to: registry).publish(.sheet, sheet.payload(), at: registry)
    let answer = try registry.compare(ComparisonRequest(framework: "garden-made-up", by: .partnership))
    #expect(answer.figures[0].rows.count == 3)
    #expect(answer.figures[0].rows.allSatisfy { $0.fromRest == nil })
    #expect(answer.figures[0].rows.allSatisfy { $0.cautions.contains(.versionsApart) })
  }

  @Test func aMigrationThatSaysTheMeaningStayedIsBelieved() throws {
    var new = MadeUpFramework()
    (new.version, new.word) = ("1.1.0", "again")
    new.migrations = """
      [{from: {version: 1.0.0}, changes: [{reword: beds, title: The beds again, why: Clearer.}]}]
      """
    let answer = try registry([("2024-25", MadeUpFramework()), ("2025-26", new)]).compare(
      ComparisonRequest(framework: "garden-made-up", periods: .all, by: .partnership))
    let rows = answer.figures[0].rows(in: Period(startYear: 2025))
    #expect(rows.allSatisfy { $0.change != nil && $0.trendBreak == nil })
    #expect(rows.allSatisfy { $0.cautions == [.severalVersions, .otherWords] })
  }

  @Test func anotherMajorVersionIsABreakInTheTrend() throws {
    var new = MadeUpFramework()
    (new.version, new.word, new.third) = ("2.0.0", "again", "leaf")
    let registry = try registry([("2023-24", MadeUpFramework()), ("2025-26", new)])
    let trend = try registry.compare(ComparisonRequest(framework: "garden-made-up", periods: .all))
    #expect(trend.periods == [Period(startYear: 2025)])
    #expect(trend.breaks.map(\.major) == [1])
    #expect(trend.breaks[0].periods == [Period(startYear: 2023)])
    #expect(trend.breaks[0].words.hasSuffix("None of its judgements can be compared."))
    #expect(trend.notes.contains(trend.breaks[0].words))
    #expect(try registry.compare(ComparisonRequest(framework: "garden-made-up")).breaks.isEmpty)
  }

  @Test func onlyPlaceHasNoRest() throws {
    let registry = try RegistryFixture.registry(MemoryStore())
    try StoreContract.publishSheets(["ash": "E12000001"], registry)
    let answer = try registry.compare(ComparisonRequest(framework: "garden-made-up", by: .partnership))
    #expect(answer.figures.allSatisfy { $0.rows.count == 1 && $0.rows[0].fromRest == nil })
  }

  @Test func meansOutsideTheScaleAreSaidToBe() throws {
    let registry = try RegistryFixture.registry(MemoryStore())
    try MadeUpPublisher("authors").admitted(to: registry)
      .publish(.framework, MadeUpFramework().yaml, at: registry)
    try MadeUpPublisher("ash").admitted(to: registry)
      .publish(.sheet, MadeUpSheet("ash", sum: 43).payload(), at: registry)
    let figure = try registry.compare(ComparisonRequest(framework: "garden-made-up", by: .partnership))
      .figures[0]
    #expect(figure.rows[0].mean == 4.3)
    #expect(figure.shown(figure.rows[0].mean) == 4)
    #expect(figure.rows[0].cautions == [.outsideScale])
  }

  @Test(arguments: [
    (
      ComparisonRequest(framework: "gardn-made-up"), "does not hold the framework “gardn-made-up”",
      "garden-made-up"
    ),
    (
      ComparisonRequest(framework: "garden-made-up", version: SemanticVersion(1, 2, 0)),
      "does not hold the framework “garden-made-up@1.2.0”", "garden-made-up@1.1.0"
    ),
    (ComparisonRequest(framework: "garden-made-up", major: 2), "version 2", "version 1"),
    (ComparisonRequest(framework: "garden-made-up", kind: .peer), "kind “peer”", "version 1"),
    (
      ComparisonRequest(framework: "garden-made-up", periods: .one(Period(startYear: 2020))), "for 2020-21",
      "2024-25, 2025-26"
    ),
  ])
  func whatIsNotThereIsNamed(_ request: ComparisonRequest, _ message: String, _ help: String) throws {
    let registry = try registry()
    let failure = #expect(throws: Failure.self) { try registry.compare(request) }
    #expect(failure?.status == .unavailable)
    #expect(failure?.message.contains(message) == true, "\(failure?.message ?? "")")
    #expect(failure?.help.contains(help) == true, "\(failure?.help ?? "")")
  }

  @Test func csvIsTidy() throws {
    let registry = try registry()
    let answer = try registry.compare(ComparisonRequest(framework: "garden-made-up", periods: .all))
    let rows = answer.csvRows
    #expect(rows.count == 1 + 3 * (3 + 3))
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    #expect(Set(rows[0]).count == rows[0].count)
    func cell(_ row: Int, _ column: String) -> String { rows[row][rows[0].firstIndex(of: column) ?? 0] }
    #expect(cell(4, "place") == "E12000001")
    #expect(cell(4, "place_name") == "North East")
    #expect(cell(4, "mean") == "1.800000")
    #expect(cell(4, "difference_from_rest") == "-1.200000")
    #expect(cell(4, "difference") == "below")
    #expect(cell(4, "change_since") == "2024-25")
    #expect(cell(4, "caution") == "several-versions other-words other-partnerships")
    #expect(cell(1, "change") == "")
    #expect(cell(1, "registry") == RegistryFixture.origin)
    #expect(cell(1, "log_root") == (try registry.log().root.description))
    #expect(cell(1, "policy_digest") == (try RegistryFixture.policy().digest.description))
  }

  @Test func jsonSaysAllOfItAndTheSameAgain() throws {
    let registry = try registry()
    let answer = try registry.compare(ComparisonRequest(framework: "garden-made-up"))
    let json = answer.json()
    #expect(json == (try registry.compare(ComparisonRequest(framework: "garden-made-up")).json()))
    #expect(try JSONValue(parsing: Array(json.prettyText().utf8))["citation"] == json["citation"])
    #expect(json["schema"] == "waymark.comparison/1")
    let row = json["figures"]?[0]?["rows"]?[0]
    #expect(row?["place"]?["code"] == "E12000001")
    #expect(row?["mean"]?.asDouble == 1.8)
    #expect(row?["fromRest"]?["verdict"] == "below")
    #expect(row?["change"] == .null)
    #expect(json["registry"]?["size"]?.asInt == 9)
  }

  @Test func theCitationIsOneLineThatNamesAll() throws {
    let registry = try registry()
    let answer = try registry.compare(ComparisonRequest(framework: "garden-made-up"))
    let digest = try #require(registry.frameworks().last).digest
    for part in [
      "garden-made-up@1.1.0 (sha256:\(digest.hex.prefix(12)))", "2025-26", RegistryFixture.origin, "size 9",
      "root sha256:\(answer.log.root.hex.prefix(12))", "policy default (sha256:",
    ] {
      #expect(answer.citation.contains(part), "\(answer.citation)")
    }
    #expect(!answer.citation.contains("\n"))
  }
}
