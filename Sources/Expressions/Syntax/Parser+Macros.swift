// The macros and `previous`, which look like calls and are not.
extension Parser {
  /// `has(e.f)`.
  mutating func has(from start: Int, focus: Range<Int>) throws(Stop) -> NodeID {
    let opening = token.range.lowerBound
    let arguments = try arguments()
    guard arguments.count == 1, let argument = arguments.first,
      case .select(let operand, let field) = nodes[argument].kind
    else {
      throw stop(
        .badMacro, focus.lowerBound..<max(previousEnd, opening),
        "has() wants one field, such as has(plan.lead)",
        help: "whether a map has a key is written: \"key\" in map")
    }
    // The field itself is not read: has() stands in its place.
    _ = removeLast()
    return try add(.has(operand: operand, field: field), from: start, focus: focus)
  }

  /// `previous(e)`.
  mutating func previous(from start: Int, focus: Range<Int>) throws(Stop) -> NodeID {
    if isInsidePrevious {
      throw stop(
        .badPrevious, focus, "previous() stands inside previous()",
        help: "only the one earlier review can be asked")
    }
    isInsidePrevious = true
    let arguments = try arguments()
    isInsidePrevious = false
    guard arguments.count == 1, let operand = arguments.first else {
      throw stop(.badPrevious, focus, "previous() wants one expression, such as previous(j[\"path\"].point)")
    }
    return try add(.previous(operand), from: start, focus: focus)
  }

  /// `e.all(x, p)` and its kin.
  mutating func comprehension(
    _ kind: Comprehension.Kind, over source: NodeID, from start: Int, focus: Range<Int>
  ) throws(Stop) -> NodeID {
    try expect(.leftParenthesis, "“(”")
    guard case .word(let variable) = token.kind, nextToken.kind == .mark(.comma),
      !ReservedWords.keywords.contains(variable)
    else {
      throw stop(
        .badMacro, token.range, "\(kind.rawValue)() wants the name of a variable first",
        help: Self.form(of: kind))
    }
    let variableRange = token.range
    refuseReserved(variable, at: variableRange)
    advance()
    var parts: [NodeID] = []
    while take(.comma) { parts.append(try expression()) }
    try expect(.rightParenthesis, "“,” or “)”")
    guard parts.count == 1 || (kind == .map && parts.count == 2) else {
      throw stop(
        .badMacro, focus,
        "\(kind.rawValue)() has \(parts.count + 1) arguments and wants \(kind == .map ? "2 or 3" : "2")",
        help: Self.form(of: kind))
    }
    let isFiltered = kind == .filter || parts.count == 2
    return try add(
      .comprehension(
        Comprehension(
          kind: kind, source: source, variable: variable, variableRange: variableRange,
          condition: isFiltered ? parts[0] : nil, body: kind == .filter ? nil : parts[parts.count - 1])),
      from: start, focus: focus)
  }

  private static func form(of kind: Comprehension.Kind) -> String {
    switch kind {
    case .all, .exists, .existsOne, .filter: "such as list.\(kind.rawValue)(x, x > 1)"
    case .map: "such as list.map(x, x * 2) or list.map(x, x > 1, x * 2)"
    }
  }
}
