/// Where schools at known points stand a year later, one school after another.
struct YearOfMoves {
  private let cells: Int
  /// By how many schools have moved, their vector's number and the next one's new point: the next number.
  private let next: [[Int]]
  /// How many vectors there are of one school more.
  private let sizes: [Int]

  init?(total: Int, cells: Int) {
    self.cells = cells
    var next: [[Int]] = []
    var sizes: [Int] = []
    for size in 0..<max(total, 0) {
      guard let vectors = CountVectors(total: size, cells: cells),
        let larger = CountVectors(total: size + 1, cells: cells)
      else { return nil }
      var numbers: [Int] = []
      vectors.forEach { counts, _ in
        var more = counts
        for cell in 0..<cells {
          more[cell] += 1
          numbers.append(larger.number(of: more))
          more[cell] -= 1
        }
      }
      next.append(numbers)
      sizes.append(larger.count)
    }
    (self.next, self.sizes) = (next, sizes)
  }

  /// The chance of each count vector after the year, by its number.
  ///
  /// - Parameters:
  ///   - counts: of all schools before.
  ///   - moves: from a point in one year to each point in the next.
  func moved(_ counts: [Int], _ moves: [[Double]]) -> [Double] {
    var found = [1.0]
    var size = 0
    for (from, count) in counts.enumerated() {
      for _ in 0..<count {
        let numbers = next[size]
        var more = [Double](repeating: 0, count: sizes[size])
        size += 1
        for (vector, chance) in found.enumerated() {
          for cell in 0..<cells { more[numbers[vector * cells + cell]] += chance * moves[from][cell] }
        }
        found = more
      }
    }
    return found
  }
}
