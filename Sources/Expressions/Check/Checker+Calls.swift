// Functions.
extension Checker {
  mutating func call(
    _ function: String, receiver: NodeID?, arguments: [NodeID], _ node: NodeID
  ) -> ValueType {
    guard let declaration = StandardFunctions.declaration(of: function), !declaration.isOperator else {
      return unknownFunction(function, receiver: receiver, arguments: arguments, node)
    }
    let nodes = (receiver.map { [$0] } ?? []) + arguments
    let given = nodes.map { type(of: $0) }
    let shaped = declaration.overloads.filter {
      $0.isReceiver == (receiver != nil) && $0.parameters.count == given.count
    }
    if shaped.isEmpty {
      misshaped(declaration, receiver: receiver, arguments: arguments, given, node)
      return .error
    }
    if let result = result(of: shaped, given, node) { return result }
    refused(declaration, shaped, nodes, given, node)
    return shaped.allSatisfy { $0.result == shaped[0].result } ? shaped[0].result : .error
  }

  /// The result of the overloads that take what is given; `dyn` where that leaves it open, `nil` where none does.
  mutating func result(of candidates: [Overload], _ given: [ValueType], _ node: NodeID) -> ValueType? {
    var fitting: [(overload: Overload, result: ValueType, relation: TypeRelation)] = []
    for overload in candidates {
      var attempt = relation
      let (parameters, result) = attempt.fresh(overload)
      guard zip(given, parameters).allSatisfy({ attempt.fits($0, $1) }) else { continue }
      fitting.append((overload, attempt.resolved(result), attempt))
    }
    guard let first = fitting.first else { return nil }
    if fitting.count == 1 {
      overloads[node] = first.overload
      // Letters of an overload are of no use once its result is known.
      if given.contains(where: TypeRelation.isOpen) { relation = first.relation }
      return first.result
    }
    if fitting.allSatisfy({ $0.result == first.result }) { return first.result }
    return given.contains(.error) ? .error : .dyn
  }

  // MARK: What is wrong with a call

  private mutating func refused(
    _ declaration: FunctionDeclaration, _ candidates: [Overload], _ nodes: [NodeID], _ given: [ValueType],
    _ node: NodeID
  ) {
    let name = declaration.name + "()"
    for (place, type) in given.enumerated() {
      let fitting = candidates.filter { overload in
        var attempt = relation
        return attempt.fits(type, attempt.fresh(overload).parameters[place])
      }
      guard fitting.isEmpty else { continue }
      let wanted = TypeWords.anyOf(candidates.map { TypeWords.one($0.parameters[place]) })
      let verb = candidates[0].isReceiver && place == 0 ? "is called on" : "is given"
      report(
        .noOverload, expression[nodes[place]].range,
        "\(name) \(verb) \(TypeWords.one(type)) and wants \(wanted)",
        help: Self.help(for: declaration.name, type))
      return
    }
    report(
      .noOverload, expression[node].range,
      "\(name) does not take \(given.map { TypeWords.one($0) }.joined(separator: " and ")) together")
  }

  private static func help(for function: String, _ type: ValueType) -> String? {
    switch (function, type) {
    case ("contains", .list): "whether a list has an element is written: element in list"
    case ("contains", .map), ("contains", .keyed): "whether a map has a key is written: key in map"
    case ("sum", .list), ("mean", .list), ("median", .list):
      "take the numbers out first, such as \(function)(list.map(x, x.value))"
    default: nil
    }
  }

  private mutating func misshaped(
    _ declaration: FunctionDeclaration, receiver: NodeID?, arguments: [NodeID], _ given: [ValueType],
    _ node: NodeID
  ) {
    let name = declaration.name
    let sameCount = declaration.overloads.contains { $0.parameters.count == given.count }
    let focus = expression[node].focus
    if sameCount {
      let first =
        receiver.map { text(of: $0, most: 20) } ?? arguments.first.map { text(of: $0, most: 20) } ?? "…"
      let rest = given.count > 1 ? "…" : ""
      report(
        .noOverload, focus, "\(name)() is not called like this",
        help: receiver == nil
          ? "write \(first).\(name)(\(rest))" : "write \(name)(\(first)\(given.count > 1 ? ", …" : ""))")
      return
    }
    let isReceiver = receiver != nil && declaration.overloads.contains { $0.isReceiver }
    let counts = declaration.overloads.filter { $0.isReceiver == isReceiver || receiver == nil }
      .map { $0.parameters.count - (receiver != nil && $0.isReceiver ? 1 : 0) }
    let wanted = Set(counts).sorted().map(String.init)
    report(
      .noOverload, focus,
      "\(name)() is given \(arguments.count) \(arguments.count == 1 ? "argument" : "arguments")"
        + " and wants \(TypeWords.anyOf(wanted))")
  }

  private mutating func unknownFunction(
    _ function: String, receiver: NodeID?, arguments: [NodeID], _ node: NodeID
  ) -> ValueType {
    let focus = expression[node].focus
    let macros = Comprehension.Kind.allCases.map(\.rawValue)
    if let (macro, isMacro) = Self.otherNames[function]
      ?? (macros.contains(function) ? (function, true) : nil)
    {
      let source = text(of: receiver ?? arguments.first ?? node, most: 20)
      let form =
        !isMacro ? "did you mean \(macro)()?" : "did you mean \(source).\(macro)(x, …)?"
      report(.unknownFunction, focus, "there is no function “\(function)”", help: form)
      if isMacro { return .error }
    } else {
      let known = StandardFunctions.all.filter { !$0.isOperator }.map(\.name) + macros + ["has", "previous"]
      report(
        .unknownFunction, focus, "there is no function “\(function)”", help: nearest(function, among: known))
    }
    // In `math.abs(x)` nothing is wrong with `math` alone.
    if let receiver, !isUnknownName(receiver) { _ = type(of: receiver) }
    for argument in arguments { _ = type(of: argument) }
    return .error
  }

  /// What other languages call a function or macro, and whether ours is a macro.
  private static let otherNames: [String: (name: String, isMacro: Bool)] = [
    "any": ("exists", true), "some": ("exists", true), "every": ("all", true), "forall": ("all", true),
    "existsOne": ("exists_one", true), "one": ("exists_one", true), "find": ("filter", true),
    "where": ("filter", true), "select": ("map", true), "collect": ("map", true), "transform": ("map", true),
    "average": ("mean", false), "avg": ("mean", false), "total": ("sum", false), "length": ("size", false),
    "len": ("size", false), "includes": ("contains", false), "match": ("matches", false),
    "regex": ("matches", false), "str": ("string", false), "float": ("double", false),
    "date": ("timestamp", false), "number": ("double", false), "integer": ("int", false),
  ]
}
