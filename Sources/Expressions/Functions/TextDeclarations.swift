extension StandardFunctions {
  static let textFunctions: [FunctionDeclaration] = [
    FunctionDeclaration(
      name: "size",
      summary: "How many code points a string has, bytes a value of bytes, elements a list, entries a map.",
      isExtension: false,
      overloads: [false, true].flatMap { isReceiver in
        [
          Overload([.string], .int, isReceiver: isReceiver, cost: .first),
          Overload([.bytes], .int, isReceiver: isReceiver),
          Overload([.list(.parameter("A"))], .int, isReceiver: isReceiver),
          Overload([.map(.parameter("A"), .parameter("B"))], .int, isReceiver: isReceiver),
        ]
      },
      routine: .size),
    FunctionDeclaration(
      name: "contains", summary: "Whether a string has another within it.", isExtension: false,
      overloads: [Overload([.string, .string], .bool, isReceiver: true, cost: .product)], routine: .contains),
    FunctionDeclaration(
      name: "startsWith", summary: "Whether a string begins with another.", isExtension: false,
      overloads: [Overload([.string, .string], .bool, isReceiver: true, cost: .last)], routine: .startsWith),
    FunctionDeclaration(
      name: "endsWith", summary: "Whether a string ends with another.", isExtension: false,
      overloads: [Overload([.string, .string], .bool, isReceiver: true, cost: .last)], routine: .endsWith),
    FunctionDeclaration(
      name: "matches", summary: "Whether a pattern in RE2's syntax is found anywhere in a string.",
      isExtension: false,
      overloads: [
        Overload([.string, .string], .bool, cost: .product),
        Overload([.string, .string], .bool, isReceiver: true, cost: .product),
      ],
      routine: .matches),
  ]
}
