import TestSupport
import Testing

@testable import Profiles

@Suite struct RoundedTests {
  static let strict = Rounded(below: 8, nearest: 5, complementary: true)

  @Test(arguments: [
    ([8, 0, 0, 0], [10, nil, nil, nil]), ([7, 7, 7, 7], [nil, nil, nil, nil]),
    ([12, 13, 8, 8], [10, 15, 10, 10]),
    ([9, 3, 10, 2], [10, nil, 10, nil]), ([22, 23, 0, 0], [20, 25, nil, nil]),
    // One gap alone could be worked out, so the smallest shown count goes too: by its true size, the lowest point first.
    ([12, 9, 10, 1], [10, nil, 10, nil]), ([10, 1, 9, 9], [10, nil, nil, 10]), ([8, 0], [nil, nil]),
  ])
  func `small counts are withheld, the others rounded`(_ counts: [Int], _ shown: [Int?]) {
    #expect(Self.strict.shown(counts) == shown)
  }

  @Test func `without the second gap one count alone may be withheld`() {
    let loose = Rounded(below: 3, nearest: 3, complementary: false)
    #expect(loose.shown([3, 4, 5, 2]) == [3, 3, 6, nil])
    #expect(Rounded(below: 2, nearest: 4, complementary: false).shown([2, 6, 9, 1]) == [4, 8, 8, nil])
  }

  /// The attackers' view is what is published, count by count.
  @Test func `the mechanism is what is published`() throws {
    let policy = try SheetFixtures.shipped("rounded")
    let points = [1, 2, 3, 4]
    guard case .function(let output) = policy.mechanism(unit: .criterion, n: 30, points: points, criteria: 1)
    else {
      Issue.record("not a function")
      return
    }
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<500 {
      let counts = points.map { _ in Int.random(in: 0...14, using: &generator) }
      var exact = ExactSum(n: counts.reduce(0, +), sum: 0, lowest: 1, highest: 4, criteria: 1)
      (exact.points, exact.counts) = (points, counts)
      let published = try #require(Self.strict.publish(exact, using: &generator) as? RoundedFigure)
      #expect(output(counts) == published.cells.map { $0.count ?? -1 })
      #expect(published.cells.map(\.value) == points)
    }
    if case .nothing = policy.mechanism(unit: .criterion, n: 7, points: points, criteria: 1) {
    } else {
      Issue.record("below the gate something is published")
    }
    if case .nothing = policy.mechanism(unit: .section, n: 30, points: points, criteria: 4) {
    } else {
      Issue.record("a section is published")
    }
  }

  /// The reader's bounds hold every count that is shown so, and no other.
  @Test func `a shown count stands for the counts that round to it`() throws {
    for method in [
      Self.strict, Rounded(below: 3, nearest: 4, complementary: false),
      .init(below: 2, nearest: 1, complementary: false),
    ] {
      let figure = RoundedFigure(method, cells: [])
      for shown in 0...40 {
        let counts = (0...60).filter { method.shown([$0, 100, 100, 0, 0])[0] == shown }
        #expect(figure.range(of: shown).map(Array.init) ?? [] == counts, "\(shown) of \(method)")
      }
    }
  }
}
