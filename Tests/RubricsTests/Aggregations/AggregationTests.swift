import Frameworks
import Rubrics
import Testing

/// What each rule does with missing answers, and what it makes of ties: one table for all.
@Suite struct AggregationTests {
  private static let none = Mark.missing
  private static let skip = Mark.notApplicable
  private static let later = Mark.notReviewed

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let marks: [UInt8]
    let text: String
    var answered = 0.5
    var testDescription: String { "\(name) of \(marks)" }
  }

  static let cases: [Case] = [
    // Nothing missing.
    Case(name: "none", marks: [1, 2], text: "The framework asks for no figure here."),
    Case(name: "distribution", marks: [1, 2, 2], text: "1 × 1, 2 × 2"),
    Case(name: "median", marks: [0, 1, 3], text: "1"),
    Case(name: "mean", marks: [0, 1, 3], text: "1.33"),
    Case(name: "mode", marks: [0, 3, 3], text: "3"),
    Case(name: "min", marks: [1, 2, 3], text: "1"),
    Case(name: "max", marks: [1, 2, 3], text: "3"),
    Case(name: "proportion", marks: [1, 2, 3], text: "2 of 3 at 2 or above"),
    Case(name: "best-fit", marks: [1, 2, 3], text: "2"),
    // Ties.
    Case(name: "median", marks: [0, 1, 2, 3], text: "between 1 and 2"),
    Case(name: "median", marks: [0, 0, 3, 3], text: "between 0 and 3"),
    Case(name: "mode", marks: [3, 0, 3, 0], text: "0 and 3 equally often"),
    Case(name: "mode", marks: [0, 1, 2], text: "0, 1 and 2 equally often"),
    Case(name: "best-fit", marks: [0, 0, 3, 3], text: "3"),
    // Not applicable leaves the count: one answer of one that applies is all of it.
    Case(name: "distribution", marks: [2, skip, skip], text: "1 × 2"),
    Case(name: "median", marks: [2, skip, skip], text: "2"),
    Case(name: "mean", marks: [2, skip, skip], text: "2"),
    Case(name: "mode", marks: [2, skip, skip], text: "2"),
    Case(name: "min", marks: [2, skip, skip], text: "2"),
    Case(name: "max", marks: [2, skip, skip], text: "2"),
    Case(name: "proportion", marks: [2, skip, skip], text: "1 of 1 at 2 or above"),
    Case(name: "best-fit", marks: [2, skip, skip], text: "2"),
    // Missing and not reviewed stay in it: one answer of three is too few, except for a distribution.
    Case(name: "distribution", marks: [2, none, later], text: "1 × 2"),
    Case(
      name: "median", marks: [2, none, later],
      text: "Only 1 of 3 is answered; at least half is needed for a figure."),
    Case(
      name: "mean", marks: [2, none, later],
      text: "Only 1 of 3 is answered; at least half is needed for a figure."),
    Case(
      name: "mode", marks: [2, none, later],
      text: "Only 1 of 3 is answered; at least half is needed for a figure."),
    Case(
      name: "min", marks: [2, none, later],
      text: "Only 1 of 3 is answered; at least half is needed for a figure."),
    Case(
      name: "max", marks: [2, none, later],
      text: "Only 1 of 3 is answered; at least half is needed for a figure."),
    Case(
      name: "proportion", marks: [2, none, later],
      text: "Only 1 of 3 is answered; at least half is needed for a figure."),
    Case(
      name: "best-fit", marks: [2, none, later],
      text: "Only 1 of 3 is answered; at least half is needed for a figure."),
    // The share is the framework's, and exactly the share is enough.
    Case(name: "median", marks: [2, none], text: "2"),
    Case(
      name: "median", marks: [2, 2, 1, none],
      text: "Only 3 of 4 are answered; all of it is needed for a figure.", answered: 1),
    Case(name: "median", marks: [2, 2, 1, none], text: "2", answered: 0.75),
    Case(name: "mean", marks: [3, none, none], text: "3", answered: 1.0 / 3),
    Case(name: "mean", marks: [3, none, none], text: "3", answered: 0),
    // Nothing at all.
    Case(name: "median", marks: [skip, skip], text: "None of this applies here."),
    Case(name: "median", marks: [none, later], text: "Nothing has been answered yet.", answered: 0),
    Case(name: "median", marks: [], text: "Nothing here is marked in this kind of review."),
    Case(name: "distribution", marks: [none, skip], text: "Nothing has been answered yet."),
    Case(name: "distribution", marks: [], text: "Nothing here is marked in this kind of review."),
  ]

  @Test(arguments: cases)
  func follows(_ expected: Case) throws {
    let rubric = try TestFrameworks.small()
    let aggregation = try #require(Aggregations.named(expected.name))
    let result = aggregation.result(
      of: AggregateBasis(
        scale: rubric.scales[0], tally: Tally(pointCount: 4, of: expected.marks),
        rule: AggregateRule(expected.name, answered: expected.answered, point: "p2")))
    #expect(result.text == expected.text)
    #expect((result.value == nil) == (result.shortfall != nil))
  }

  @Test func everyRuleHasANameOfItsOwnAndASummary() {
    #expect(Set(Aggregations.names).count == Aggregations.all.count)
    #expect(
      Aggregations.all.allSatisfy { !$0.summary.isEmpty && Aggregations.named($0.name)?.name == $0.name })
    #expect(Aggregations.named("average") == nil)
  }

  /// DESIGN section 4 names them.
  @Test func theRulesOfTheDesignAreThere() {
    #expect(
      Aggregations.names == [
        "none", "distribution", "best-fit", "median", "mean", "weighted-mean", "mode", "min", "max",
        "proportion",
      ])
  }

  /// The check of frameworks knows the same names, and that best fit is for statements.
  @Test(arguments: Aggregations.names)
  func frameworksMayNameEveryRuleButBestFit(_ name: String) throws {
    let rule = name == "proportion" ? "{aggregate: proportion, point: p1}" : name
    let rubric = try? TestFrameworks.small(aggregate: rule)
    #expect((rubric != nil) == (name != "best-fit"))
  }

  @Test func everyRuleSaysWhatBecomesOfWhatHasNoPoint() throws {
    for aggregation in Aggregations.all where !["none", "distribution"].contains(aggregation.name) {
      #expect(aggregation.unanswered == .usual, "\(aggregation.name)")
    }
    #expect(Aggregations.named("none")?.unanswered == .ignored)
    #expect(Aggregations.named("distribution")?.unanswered == .shown)
  }

  @Test func namesWithoutAnOrderAreCountedAndNothingElse() throws {
    let rubric = try TestFrameworks.small(kind: "nominal")
    let basis = AggregateBasis(scale: rubric.scales[0], tally: Tally(pointCount: 4, of: [1, 1, 2]))
    let suited = Aggregations.all.filter { $0.result(of: basis).value != nil }.map(\.name)
    #expect(suited == ["distribution", "mode"])
    #expect(Aggregations.Median().result(of: basis).text == "This rule does not suit the scale “steps”.")
  }

  @Test func aProportionWithoutAKnownPointHasNoFigure() throws {
    let rubric = try TestFrameworks.small()
    for point in [nil, "p9"] {
      let basis = AggregateBasis(
        scale: rubric.scales[0], tally: Tally(pointCount: 4, of: [1, 1]),
        rule: AggregateRule("proportion", point: point))
      #expect(Aggregations.Proportion().result(of: basis).shortfall == .noFigure)
    }
  }

  @Test func aMeanIsAFraction() throws {
    let rubric = try TestFrameworks.small()
    let basis = AggregateBasis(scale: rubric.scales[0], tally: Tally(pointCount: 4, of: [0, 1, 3]))
    #expect(Aggregations.Mean().result(of: basis).value == .mean(sum: 4, count: 3))
  }
}
