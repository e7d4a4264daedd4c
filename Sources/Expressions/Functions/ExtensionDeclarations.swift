extension StandardFunctions {
  /// Ours: figures of a list of numbers. The common language has no function of these names.
  ///
  /// | | of ints | of uints | of doubles | of an empty list |
  /// |---|---|---|---|---|
  /// | `sum` | int | uint | double | 0 |
  /// | `mean`, `median` | double | double | double | an error |
  /// | `count` | int | int | int | 0 |
  ///
  /// `sum` fails on overflow. Numbers of several types in one list are an error of `sum`; `mean` and `median`
  /// take them as doubles. Doubles are added in the order of the list. The median of an even number of elements
  /// is the mean of the two in the middle. `count` says how many elements a list of any type has.
  static let extensions: [FunctionDeclaration] = [
    figure("sum", "The sum of a list of numbers; of an empty list 0.", .sum) { $0 },
    figure("mean", "The mean of a list of numbers, which must not be empty.", .mean) { _ in .double },
    figure(
      "median", "The number in the middle of a list of numbers, which must not be empty.", .median
    ) { _ in .double },
    FunctionDeclaration(
      name: "count", summary: "How many elements a list has.", isExtension: true,
      overloads: [Overload([.list(.parameter("A"))], .int)], routine: .count),
  ]

  private static func figure(
    _ name: String, _ summary: String, _ routine: Routine, result: (ValueType) -> ValueType
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name: name, summary: summary, isExtension: true,
      overloads: [ValueType.int, .uint, .double].map {
        Overload([.list($0)], result($0), cost: .first)
      },
      routine: routine)
  }
}
