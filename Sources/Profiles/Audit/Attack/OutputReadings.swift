/// How counts lead to some outputs of a figure: first to a reading, such as their sum, which is one of few, then from
/// there to each output with some likelihood. So ways of spreading schools that read alike are weighed once.
struct OutputReadings {
  /// How many readings there are.
  let count: Int
  /// By output, then by reading.
  let likelihoods: [[Double]]
  private let attack: ReleaseAttack
  private let lowest: Int
  private let wanted: [Int: Int]

  /// `nil` where an output has no such reading: noise on each count.
  init?(_ outputs: [PublishedFigure.Output], _ attack: ReleaseAttack) {
    self.attack = attack
    switch attack.kernel {
    case .sum(let noise):
      let (low, high) = (attack.figure.values.first ?? 0, attack.figure.values.last ?? 0)
      let lowest = low * attack.figure.n
      let count = (high - low) * attack.figure.n + 1
      (self.lowest, self.count, wanted) = (lowest, count, [:])
      likelihoods = outputs.map { output in
        guard case .sum(let published) = output else { return [Double](repeating: 0, count: count) }
        return (0..<count).map { noise.probability(of: published - lowest - $0) }
      }
    case .function(let table):
      let numbers = outputs.map { table.number(of: $0) }
      var wanted: [Int: Int] = [:]
      for case .some(let number) in numbers where wanted[number] == nil { wanted[number] = wanted.count }
      let count = wanted.count
      likelihoods = numbers.map { number in
        let place = number.flatMap { wanted[$0] }
        return (0..<count).map { $0 == place ? 1 : 0 }
      }
      (lowest, self.count, self.wanted) = (0, count, wanted)
    case .none, .counts: return nil
    }
  }

  /// The reading of these counts; `nil` where they lead to none of the outputs.
  func reading(_ counts: [Int]) -> Int? {
    switch attack.kernel {
    case .sum: attack.figure.sum(of: counts) - lowest
    case .function(let table): wanted[table.output(of: counts)]
    case .none, .counts: nil
    }
  }
}
