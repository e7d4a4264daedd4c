extension StandardFunctions {
  private static let a = ValueType.parameter("A")
  private static let b = ValueType.parameter("B")

  static let operators: [FunctionDeclaration] = logical + comparisons + arithmetic + access

  private static let logical: [FunctionDeclaration] = [
    operation("!_", "The opposite of a boolean.", [Overload([.bool], .bool)]),
    operation(
      "_&&_", "Whether both are true. A false one decides, whatever the other is.",
      [Overload([.bool, .bool], .bool)]),
    operation(
      "_||_", "Whether one is true. A true one decides, whatever the other is.",
      [Overload([.bool, .bool], .bool)]),
    operation(
      "_?_:_", "The second if the first is true, else the third.", [Overload([.bool, a, a], a)]),
  ]

  private static let comparisons: [FunctionDeclaration] = [
    operation(
      "_==_", "Whether two values are equal. Numbers are equal if they count the same, whatever their type.",
      [Overload([a, a], .bool, cost: .all)]),
    operation("_!=_", "Whether two values differ.", [Overload([a, a], .bool, cost: .all)]),
    operation("_<_", "Whether the first comes before the second.", ordered),
    operation("_<=_", "Whether the first comes before the second or is equal to it.", ordered),
    operation("_>_", "Whether the first comes after the second.", ordered),
    operation("_>=_", "Whether the first comes after the second or is equal to it.", ordered),
    operation(
      "@in", "Whether a list has an element, or a map a key.",
      [
        Overload([a, .list(a)], .bool, cost: .last),
        Overload([a, .map(a, b)], .bool),
      ]),
  ]

  private static let ordered: [Overload] = [
    Overload([.bool, .bool], .bool),
    Overload([.int, .int], .bool),
    Overload([.uint, .uint], .bool),
    Overload([.double, .double], .bool),
    Overload([.string, .string], .bool, cost: .all),
    Overload([.bytes, .bytes], .bool, cost: .all),
    Overload([.timestamp, .timestamp], .bool),
    Overload([.duration, .duration], .bool),
  ]

  private static let arithmetic: [FunctionDeclaration] = [
    operation(
      "-_", "The number with its sign turned.", [Overload([.int], .int), Overload([.double], .double)]),
    operation(
      "_+_", "The sum of two numbers or times; two strings, bytes or lists one after the other.",
      numbers([.int, .uint, .double]) + [
        Overload([.string, .string], .string, cost: .all),
        Overload([.bytes, .bytes], .bytes, cost: .all),
        Overload([.list(a), .list(a)], .list(a), cost: .all),
        Overload([.timestamp, .duration], .timestamp),
        Overload([.duration, .timestamp], .timestamp),
        Overload([.duration, .duration], .duration),
      ]),
    operation(
      "_-_", "The first less the second.",
      numbers([.int, .uint, .double]) + [
        Overload([.timestamp, .timestamp], .duration),
        Overload([.timestamp, .duration], .timestamp),
        Overload([.duration, .duration], .duration),
      ]),
    operation("_*_", "The product of two numbers.", numbers([.int, .uint, .double])),
    operation(
      "_/_", "The first divided by the second; of whole numbers the whole part.",
      numbers([.int, .uint, .double])),
    operation("_%_", "What is left when the first is divided by the second.", numbers([.int, .uint])),
  ]

  private static let access: [FunctionDeclaration] = [
    operation(
      "_[_]", "A list's element at a place, counted from 0, or a map's value at a key.",
      [Overload([.list(a), .int], a), Overload([.map(a, b), a], b)])
  ]

  private static func numbers(_ types: [ValueType]) -> [Overload] {
    types.map { Overload([$0, $0], $0) }
  }

  private static func operation(
    _ name: String, _ summary: String, _ overloads: [Overload]
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name: name, summary: summary, isExtension: false, overloads: overloads, routine: .structural)
  }
}
