/// What a mechanism without chance publishes of every way in which n schools can spread over the points.
struct OutputTable: Sendable {
  let vectors: CountVectors
  /// How many outputs there are.
  let outputs: Int
  private let numbers: [Int32]
  private let known: [PublishedFigure.Output: Int32]

  init?(n: Int, cells: Int, _ function: (_ counts: [Int]) -> [Int]?) {
    guard let vectors = CountVectors(total: n, cells: cells) else { return nil }
    var numbers: [Int32] = []
    numbers.reserveCapacity(vectors.count)
    var known: [PublishedFigure.Output: Int32] = [:]
    vectors.forEach { counts, _ in
      let output = function(counts).map { PublishedFigure.Output.key($0) } ?? .nothing
      let number = known[output, default: Int32(known.count)]
      known[output] = number
      numbers.append(number)
    }
    (self.vectors, self.numbers, self.known, outputs) = (vectors, numbers, known, known.count)
  }

  /// The number of the output of these counts.
  func output(of counts: [Int]) -> Int { Int(numbers[vectors.number(of: counts)]) }

  /// The number of an output; `nil` where no counts give it.
  func number(of output: PublishedFigure.Output) -> Int? { known[output].map { Int($0) } }
}
