import Foundation

/// Every way in which `total` schools can spread over `cells` points, numbered in one order.
public struct CountVectors: Sendable {
  public let total: Int
  public let cells: Int
  /// How many there are.
  public let count: Int
  private let choose: [[Int]]

  /// `nil` past 20 million, where nobody should enumerate.
  public init?(total: Int, cells: Int) {
    guard total >= 0, cells >= 1, let count = Self.count(total: total, cells: cells), count <= 20_000_000
    else { return nil }
    (self.total, self.cells, self.count) = (total, cells, count)
    // choose[k][r] is C(r + k, k): the ways of spreading r over k + 1 cells.
    var rows = [[Int](repeating: 1, count: total + 1)]
    for k in 1..<max(cells, 2) {
      var row = rows[k - 1]
      for rest in 1..<(total + 1) { row[rest] += row[rest - 1] }
      rows.append(row)
    }
    choose = rows
  }

  /// The number of ways; `nil` where it passes 2^40.
  public static func count(total: Int, cells: Int) -> Int? {
    var count = 1
    for step in 1..<max(cells, 1) {
      let (product, overflow) = count.multipliedReportingOverflow(by: total + step)
      if overflow || product > 1 << 40 { return nil }
      count = product / step
    }
    return count
  }

  /// Calls back with each vector in turn, the first cell's largest count last, and its number.
  public func forEach(_ body: (_ counts: [Int], _ number: Int) -> Void) {
    var counts = [Int](repeating: 0, count: cells)
    counts[cells - 1] = total
    for number in 0..<count {
      body(counts, number)
      advance(&counts)
    }
  }

  /// The number of a vector with this total.
  public func number(of counts: [Int]) -> Int {
    var (rest, number) = (total, 0)
    for cell in 0..<(cells - 1) {
      let row = choose[cells - 1 - cell]
      number += row[rest] - row[rest - counts[cell]]
      rest -= counts[cell]
    }
    return number
  }

  /// To the next in order; after the last, anything.
  private func advance(_ counts: inout [Int]) {
    guard cells > 1 else { return }
    var rest = counts[cells - 1]
    for cell in stride(from: cells - 2, through: 0, by: -1) {
      if rest > 0 {
        counts[cell] += 1
        for later in (cell + 1)..<cells { counts[later] = 0 }
        counts[cells - 1] = rest - 1
        return
      }
      rest += counts[cell]
    }
  }

  /// The chance of each vector where every school's point has these chances, by number.
  func chances(_ chances: [Double]) -> [Double] {
    let logs = chances.map { log($0) }
    var factorials = [0.0]
    for size in 1..<(total + 1) { factorials.append(factorials[size - 1] + log(Double(size))) }
    var result = [Double](repeating: 0, count: count)
    forEach { counts, number in
      var sum = factorials[total]
      for cell in 0..<cells where counts[cell] > 0 {
        sum += Double(counts[cell]) * logs[cell] - factorials[counts[cell]]
      }
      result[number] = exp(sum)
    }
    return result
  }
}
