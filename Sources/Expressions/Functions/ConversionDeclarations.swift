extension StandardFunctions {
  static let conversions: [FunctionDeclaration] = [
    conversion(
      "bool", "A boolean, also from true, t, 1, false, f or 0 as text.", from: [.bool, .string], to: .bool),
    conversion("bytes", "The UTF-8 bytes of a string.", from: [.bytes, .string], to: .bytes, cost: .first),
    conversion(
      "double", "A number with a fraction, also from text.", from: [.double, .int, .uint, .string],
      to: .double),
    conversion(
      "duration", "A length of time, from text such as 1h30m.", from: [.duration, .string], to: .duration),
    conversion(
      "dyn", "The same value, of a type that is not checked beforehand.", from: [.parameter("A")], to: .dyn),
    conversion(
      "int", "A whole number: a fraction is cut off, a timestamp counts its seconds since 1970.",
      from: [.int, .uint, .double, .string, .timestamp], to: .int),
    conversion(
      "string", "A value as text.",
      from: [.string, .bool, .int, .uint, .double, .bytes, .timestamp, .duration], to: .string, cost: .first),
    conversion(
      "timestamp", "A moment, from text such as 2026-07-01T00:00:00Z or from seconds since 1970.",
      from: [.timestamp, .string, .int], to: .timestamp),
    FunctionDeclaration(
      name: "type", summary: "The type of a value, as a value.", isExtension: false,
      overloads: [Overload([.parameter("A")], .type(.parameter("A")))], routine: .toType),
    conversion(
      "uint", "A whole number that is not negative: a fraction is cut off.",
      from: [.uint, .int, .double, .string], to: .uint),
  ]

  private static let routines: [String: Routine] = [
    "bool": .toBool, "bytes": .toBytes, "double": .toDouble, "duration": .toDuration, "dyn": .toDyn,
    "int": .toInt, "string": .toString, "timestamp": .toTimestamp, "uint": .toUint,
  ]

  private static func conversion(
    _ name: String, _ summary: String, from: [ValueType], to: ValueType, cost: CostGrowth = .constant
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name: name, summary: summary, isExtension: false,
      overloads: from.map { Overload([$0], to, cost: cost) },
      routine: routines[name] ?? .structural)
  }
}
