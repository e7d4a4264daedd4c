import Rubrics
import Testing

@testable import Profiles

@Suite struct SheetFigureTests {
  static func figure(sum: Int, n: Int = 8, points: ClosedRange<Int> = 1...4) throws -> SheetFigure {
    let epsilon = try #require(Fraction("2"))
    return try #require(
      SheetFigure(id: "c", title: "C", n: n, points: points, criteria: 1, sum: sum, epsilon: epsilon))
  }

  static func noisy(_ sum: Int, _ n: Int) throws -> NoisyFigure { try #require(figure(sum: sum, n: n).noisy) }

  @Test func `six decimals, halves upwards`() throws {
    #expect(try Self.noisy(20, 9).mean == 2.222222)
    #expect(try Self.noisy(-20, 9).mean == -2.222222)
    #expect(try Self.noisy(5, 64).mean == 0.078125)
    #expect(try Self.noisy(1, 128).mean == 0.007813)
    #expect(try Self.noisy(-1, 128).mean == -0.007812)
  }

  @Test func `parts that cannot belong together`() throws {
    let epsilon = try #require(Fraction("2"))
    func make(_ n: Int, _ points: ClosedRange<Int>, _ criteria: Int, _ sum: Int, _ epsilon: Fraction)
      -> SheetFigure?
    {
      SheetFigure(id: "c", title: "C", n: n, points: points, criteria: criteria, sum: sum, epsilon: epsilon)
    }
    #expect(make(8, 1...4, 1, 8, epsilon) != nil)
    #expect(make(0, 1...4, 1, 8, epsilon) == nil)
    #expect(make(8, 1...1, 1, 8, epsilon) == nil)
    #expect(make(8, Int.min...4, 1, 8, epsilon) == nil)
    #expect(make(8, 1...4, 0, 8, epsilon) == nil)
    #expect(make(8, 1...4, 1, .min, epsilon) == nil)
    #expect(make(8, 1...4, 1, 8, try #require(Fraction(2_001, over: 2))) == nil)
  }

  @Test func `display keeps to the scale, the figure does not`() throws {
    let figure = try Self.figure(sum: 35)
    let display = try #require(SheetDisplay(figure))
    #expect(figure.noisy?.mean == 4.375 && display.exactMean == 4.375)
    #expect(display.mean == 4 && display.isClamped)
    #expect(display.interval == 3.875...4)
    #expect(display.text == "4.0 (3.9 to 4.0)")
    #expect(try #require(SheetDisplay(Self.figure(sum: 20))).isClamped == false)
  }

  @Test(arguments: [
    (8, "about 1"), (9, "about 1"), (12, "between 1 and 2"), (14, "about 2"), (16, "about 2"),
    (99, "about 4"), (-9, "about 1"),
  ])
  func `words for a mean`(_ sum: Int, _ words: String) throws {
    let scale = try SheetFixtures.rubric(criteria: 1).scales[0]
    #expect(try #require(SheetDisplay(Self.figure(sum: sum))).words(on: scale) == words)
    #expect(try #require(SheetDisplay(Self.figure(sum: sum, points: 0...4))).words(on: scale) == nil)
  }
}
