import Frameworks
import Rubrics
import TestSupport
import Testing

@Suite struct WeightedMeanTests {
  private func mean(_ terms: [WeightedTerm], answered: Double = 0.5) throws -> AggregateResult {
    let rubric = try TestFrameworks.small(kind: "interval")
    return Aggregations.WeightedMean().result(
      of: AggregateBasis(
        scale: rubric.scales[0], tally: Tally(pointCount: 4, of: [1]), terms: terms,
        rule: AggregateRule("weighted-mean", answered: answered)))
  }

  private func term(_ weight: Double, _ number: Double?, applies: Bool = true) -> WeightedTerm {
    WeightedTerm("Made up", weight: weight, number: number, applies: applies)
  }

  @Test func weightsPull() throws {
    #expect(try mean([term(3, 1), term(1, 3)]).value == .weightedMean(1.5, weight: 4))
    #expect(try mean([term(1, 1), term(1, 3)]).text == "2")
  }

  @Test func aWeightOfZeroLeavesOut() throws {
    #expect(try mean([term(0, 3), term(2, 1)]).value == .weightedMean(1, weight: 2))
    #expect(try mean([term(0, 3)]).shortfall == .nothingApplies)
  }

  @Test func whatDoesNotApplyGivesUpItsWeight() throws {
    #expect(try mean([term(9, nil, applies: false), term(1, 2)]).value == .weightedMean(2, weight: 1))
  }

  @Test func whatIsMissingKeepsItsWeight() throws {
    let result = try mean([term(3, nil), term(2, 2)])
    #expect(result.shortfall == .tooLittleWeight(answered: 2, of: 5, needed: 0.5))
    #expect(
      result.text == "Those with a figure carry 2 of 5 of the weight; at least half is needed for a figure.")
    #expect(try mean([term(2, nil), term(2, 2)]).value == .weightedMean(2, weight: 2))
    #expect(try mean([term(3, nil), term(2, nil)]).shortfall == .nothingAnswered(of: 2))
  }

  @Test func onlyTheRatioOfWeightsMatters() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let terms = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
        term(
          Double(Int.random(in: 1...9, using: &generator)),
          Int.random(in: 0..<5, using: &generator) == 0 ? nil : Double.random(in: 0...3, using: &generator))
      }
      let factor = Double.random(in: 0.01...100, using: &generator)
      let scaled = terms.map { term($0.weight * factor, $0.number) }
      let (one, other) = (try mean(terms), try mean(scaled))
      #expect((one.value == nil) == (other.value == nil))
      guard case .weightedMean(let first, _) = one.value, case .weightedMean(let second, _) = other.value
      else { continue }
      #expect(abs(first - second) < 1e-12)
      // The order of the criteria does not reach the last bit.
      #expect(try mean(terms.shuffled(using: &generator)).value == one.value)
      let numbers = terms.compactMap(\.number)
      #expect(first >= (numbers.min() ?? 0) - 1e-12 && first <= (numbers.max() ?? 0) + 1e-12)
    }
  }

  @Test func equalNumbersGiveThatNumberWhateverTheWeights() throws {
    #expect(try mean([term(5, 2), term(0.25, 2), term(1, 2)]).text == "2")
  }
}
