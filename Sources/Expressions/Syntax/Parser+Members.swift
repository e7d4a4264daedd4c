// Names, fields, calls and literals.
extension Parser {
  /// `Member`: fields, calls and indexes after one another are gathered in a loop.
  mutating func member(sign: Int?) throws(Stop) -> NodeID {
    let start = sign ?? token.range.lowerBound
    var operand = try primary(sign: sign)
    while true {
      if take(.fullStop) {
        operand = try selection(of: operand, from: start)
      } else if token.kind == .mark(.leftBracket) {
        let bracket = token.range.lowerBound
        advance()
        let key = try expression()
        try expect(.rightBracket, "“]”")
        operand = try add(
          .index(operand: operand, key: key), from: start, focus: bracket..<previousEnd)
      } else if token.kind == .mark(.leftBrace) {
        throw stop(
          .message, token.range, "messages of protocol buffers are no part of this language",
          help: "a map is written {\"key\": value}, with nothing before it")
      } else {
        return operand
      }
    }
  }

  /// What stands after a full stop: a field or a call.
  private mutating func selection(of operand: NodeID, from start: Int) throws(Stop) -> NodeID {
    let focus = token.range
    switch token.kind {
    case .word(let name) where !ReservedWords.keywords.contains(name):
      advance()
      guard token.kind == .mark(.leftParenthesis) else {
        return try add(.select(operand: operand, field: name), from: start, focus: focus)
      }
      if let macro = Comprehension.Kind(rawValue: name) {
        return try comprehension(macro, over: operand, from: start, focus: focus)
      }
      let arguments = try arguments()
      return try add(
        .call(function: name, receiver: operand, arguments: arguments), from: start, focus: focus)
    case .quotedWord(let name):
      advance()
      return try add(.select(operand: operand, field: name), from: start, focus: focus)
    default:
      throw unexpected("a field's name")
    }
  }

  private mutating func primary(sign: Int?) throws(Stop) -> NodeID {
    let focus = token.range
    let start = sign ?? focus.lowerBound
    switch token.kind {
    case .word(let name): return try word(name)
    case .int(let magnitude):
      advance()
      return try add(
        .literal(int(magnitude, sign: sign, at: focus)), from: start, focus: start..<focus.upperBound)
    case .uint(let value): return try literal(.uint(value))
    case .double(let value):
      advance()
      return try add(
        .literal(.double(sign == nil ? value : -value)), from: start, focus: start..<focus.upperBound)
    case .string(let value): return try literal(.string(value))
    case .bytes(let value): return try literal(.bytes(value))
    case .mark(.fullStop):
      advance()
      guard case .word(let name) = token.kind, !ReservedWords.keywords.contains(name) else {
        throw unexpected("a name")
      }
      return try self.name(name, from: start, isAbsolute: true)
    case .mark(.leftParenthesis):
      advance()
      let inner = try expression()
      try expect(.rightParenthesis, "“)”")
      return inner
    case .mark(.leftBracket): return try list()
    case .mark(.leftBrace): return try map()
    default: throw unexpected("a value")
    }
  }

  private mutating func literal(_ value: Value) throws(Stop) -> NodeID {
    let range = token.range
    advance()
    return try add(.literal(value), from: range.lowerBound, focus: range)
  }

  private mutating func int(_ magnitude: UInt64, sign: Int?, at range: Range<Int>) -> Value {
    if let value = Int64(exactly: magnitude) { return .int(sign == nil ? value : -value) }
    if sign != nil { return .int(.min) }
    issues.append(
      ExpressionIssue(
        .badNumber, at: range, "the number is too big for an int",
        help: "a number without a sign is written with a u after it"))
    return .int(0)
  }

  private mutating func word(_ name: String) throws(Stop) -> NodeID {
    switch name {
    case "true": return try literal(.bool(true))
    case "false": return try literal(.bool(false))
    case "null": return try literal(.null)
    case "in": throw unexpected("a value")
    default: return try self.name(name, from: token.range.lowerBound, isAbsolute: false)
    }
  }

  private mutating func name(_ name: String, from start: Int, isAbsolute: Bool) throws(Stop) -> NodeID {
    let focus = token.range
    refuseReserved(name, at: focus)
    advance()
    guard token.kind == .mark(.leftParenthesis) else {
      return try add(.name(name, isAbsolute: isAbsolute), from: start, focus: focus)
    }
    switch name {
    case "has": return try has(from: start, focus: focus)
    case "previous": return try previous(from: start, focus: focus)
    default:
      let arguments = try arguments()
      return try add(.call(function: name, receiver: nil, arguments: arguments), from: start, focus: focus)
    }
  }

  mutating func refuseReserved(_ name: String, at range: Range<Int>) {
    guard ReservedWords.reserved.contains(name) else { return }
    issues.append(
      ExpressionIssue(.reservedWord, at: range, "“\(name)” is a reserved word and cannot be a name here"))
  }

  /// `(a, b)`.
  mutating func arguments() throws(Stop) -> [NodeID] {
    try expect(.leftParenthesis, "“(”")
    var arguments: [NodeID] = []
    if take(.rightParenthesis) { return [] }
    repeat { arguments.append(try expression()) } while take(.comma)
    try expect(.rightParenthesis, "“,” or “)”")
    return arguments
  }

  private mutating func list() throws(Stop) -> NodeID {
    let focus = token.range
    advance()
    var elements: [NodeID] = []
    while token.kind != .mark(.rightBracket) {
      elements.append(try expression())
      guard take(.comma) else { break }
    }
    try expect(.rightBracket, "“,” or “]”")
    return try add(.list(elements), from: focus.lowerBound, focus: focus)
  }

  private mutating func map() throws(Stop) -> NodeID {
    let focus = token.range
    advance()
    var entries: [MapEntryNode] = []
    while token.kind != .mark(.rightBrace) {
      let key = try expression()
      try expect(.colon, "“:” and the key's value")
      entries.append(MapEntryNode(key: key, value: try expression()))
      guard take(.comma) else { break }
    }
    try expect(.rightBrace, "“,” or “}”")
    return try add(.map(entries), from: focus.lowerBound, focus: focus)
  }
}
