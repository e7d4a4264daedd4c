import Rubrics
import TestSupport
import Testing

@Suite struct TallyTests {
  @Test func countsPointsAndWhyThereAreNone() {
    let tally = Tally(
      pointCount: 4, of: [0, 3, 3, Mark.missing, Mark.notApplicable, Mark.notReviewed, Mark.missing])
    #expect(tally.points == [1, 0, 0, 2])
    #expect((tally.missing, tally.notApplicable, tally.notReviewed) == (2, 1, 1))
    #expect((tally.answered, tally.applicable, tally.total) == (3, 6, 7))
  }

  @Test(arguments: [1, 4, 31, 32, 33, 200])
  func largeScalesCountLikeSmallOnes(pointCount: Int) {
    var generator = SeededGenerator(seed: UInt64(pointCount))
    let marks = (0..<500).map { _ in UInt8.random(in: 0..<UInt8(pointCount), using: &generator) }
    let tally = Tally(pointCount: pointCount, of: marks)
    #expect(tally.points == (0..<pointCount).map { point in marks.count { $0 == point } })
  }

  @Test func aNumberThatNamesNoPointIsMissing() {
    let tally = Tally(pointCount: 4, of: [4, 200, 249, 250])
    #expect(tally.answered == 0)
    #expect(tally.missing == 4)
  }

  @Test func runsOfMarksThatDoNotLieSideBySideCountToo() {
    let marks: [UInt8] = [1, 2, 2, Mark.missing]
    #expect(
      Tally(pointCount: 3, of: marks.lazy.filter { $0 != 1 })
        == Tally(pointCount: 3, of: [2, 2, Mark.missing]))
  }

  @Test func sumsOfTalliesAreTalliesOfSums() {
    let first: [UInt8] = [0, 1, Mark.notReviewed], second: [UInt8] = [1, Mark.missing, Mark.notApplicable]
    var sum = Tally(pointCount: 2, of: first)
    sum.add(Tally(pointCount: 2, of: second))
    #expect(sum == Tally(pointCount: 2, of: first + second))
  }

  @Test func theMiddleIsThatOfTheSortedAnswers() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let marks = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        UInt8.random(in: 0..<6, using: &generator)
      }
      let sorted = marks.sorted()
      let middle = Tally(pointCount: 6, of: marks).middle
      #expect(middle?.lower == sorted[(sorted.count - 1) / 2])
      #expect(middle?.upper == sorted[sorted.count / 2])
    }
    #expect(Tally(pointCount: 6, of: [Mark.missing]).middle == nil)
  }
}
