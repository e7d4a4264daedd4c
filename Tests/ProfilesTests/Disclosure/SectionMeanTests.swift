import Testing

@testable import Profiles

@Suite struct SectionMeanTests {
  @Test func `a subject counts from half of the criteria on`() throws {
    let rubric = try SheetFixtures.rubric(criteria: 5, points: 0...5)
    func sum(_ rows: [[UInt8?]], _ columns: [Int]) -> ExactSum {
      SectionMean.sum(of: SheetFixtures.cohort(rows), columns: columns, on: rubric.scales[0])
    }
    #expect(sum([[5, 4, nil, nil, nil]], [0, 1, 2, 3, 4]).n == 0)
    // A mean of 4 over three of five makes a total of 20.
    #expect(
      sum([[5, 4, 3, nil, nil]], [0, 1, 2, 3, 4])
        == ExactSum(n: 1, sum: 20, lowest: 0, highest: 5, criteria: 5))
    #expect(sum([[5, 4, nil, nil, nil]], [0, 1, 2, 3]).sum == 18)
    // 4/3 × 4 = 5.33…, and 3.5 × 3 = 10.5, halves upwards.
    #expect(sum([[1, 1, 2, nil, nil]], [0, 1, 2, 3]).sum == 5)
    #expect(sum([[3, 4, nil, nil, nil]], [0, 1, 2]).sum == 11)
    #expect(sum([[nil, nil, nil, nil, nil]], [0]).n == 0)
  }

  @Test(arguments: [
    (7, 2, 4), (-7, 2, -3), (-3, 2, -1), (-8, 3, -3), (8, 3, 3), (0, 5, 0), (-1, 3, 0), (-2, 3, -1),
  ])
  func `rounding`(_ dividend: Int, _ divisor: Int, _ rounded: Int) {
    #expect(SectionMean.roundedQuotient(dividend, divisor) == rounded)
  }
}
