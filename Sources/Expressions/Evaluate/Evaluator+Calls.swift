// Functions.
extension Evaluator {
  @inline(never)
  mutating func call(_ instruction: Instruction, _ operand: Value, _ at: Int) -> Value {
    let result: Figure
    switch (instruction.routine, operand) {
    case (_, .failure): return operand
    case (.size, .list(let list)): return .int(Int64(list.count))
    case (.size, .string(let text)):
      chargeBytes(text.utf8.count)
      return .int(Int64(CodePoints.count(text)))
    case (.size, .map(let map)): return .int(Int64(map.count))
    case (.size, .bytes(let bytes)): return .int(Int64(bytes.count))
    case (.count, .list(let list)): return .int(Int64(list.count))
    case (.sum, .list(let list)), (.mean, .list(let list)), (.median, .list(let list)):
      return figure(instruction, of: list, at)
    case (.toDyn, _): return operand
    case (.toType, _): return operand.typeName.map { .type($0) } ?? operand
    default:
      switch operand {
      case .string(let text): chargeBytes(text.utf8.count)
      case .bytes(let bytes): chargeBytes(bytes.count)
      default: break
      }
      guard
        let converted = Conversion.convert(operand, instruction.routine)
          ?? TimePart(instruction.routine)?.value(of: operand, zone: nil)
      else { return noOverload(name(instruction.routine), operand, at) }
      result = converted
    }
    return result.value { fail($0, $1, at) }
  }

  @inline(never)
  mutating func call(_ instruction: Instruction, _ first: Value, _ second: Value, _ at: Int) -> Value {
    guard case .string(let argument) = second, !first.isFailure else {
      return noOverload(name(instruction.routine), first, second, at)
    }
    if case .string(let text) = first {
      switch instruction.routine {
      case .startsWith:
        chargeBytes(argument.utf8.count)
        return .bool(CodePoints.hasPrefix(text, argument))
      case .endsWith:
        chargeBytes(argument.utf8.count)
        return .bool(CodePoints.hasSuffix(text, argument))
      case .contains:
        charge(Self.product(text.utf8.count, argument.utf8.count))
        return .bool(CodePoints.contains(text, argument))
      case .matches:
        charge(Self.product(text.utf8.count, argument.utf8.count))
        return isStopped ? .null : matches(text, argument, at)
      default: break
      }
    }
    guard let figure = TimePart(instruction.routine)?.value(of: first, zone: argument) else {
      return noOverload(name(instruction.routine), first, second, at)
    }
    return figure.value { fail($0, $1, at) }
  }

  /// `matches` with a pattern that is known: compiled with the program.
  @inline(never)
  mutating func matches(_ operand: Value, _ instruction: Instruction, _ at: Int) -> Value {
    // The pattern is a node of its own.
    charge(1)
    guard case .string(let text) = operand else { return noOverload("matches()", operand, at) }
    charge(Self.product(text.utf8.count, Int(instruction.c)))
    return isStopped ? .null : .bool(code.patterns[Int(instruction.b)].matches(text))
  }

  private func matches(_ text: String, _ pattern: String, _ at: Int) -> Value {
    do {
      return .bool(try Pattern(pattern).matches(text))
    } catch {
      return fail(.badArgument, "the pattern is not right: \(error.message)", at)
    }
  }

  private mutating func figure(_ instruction: Instruction, of list: [Value], _ at: Int) -> Value {
    charge(list.count)
    var left: Failure?
    var tally = Tally(zero: instruction.zero)
    for value in list {
      if case .failure(let failure) = value {
        left = left ?? failure
      } else if instruction.routine != .median {
        tally.add(value)
      }
    }
    if let left { return located(.failure(left), at) }
    let figure = instruction.routine == .median ? Tally.median(list) : tally.value(of: instruction.routine)
    return figure.value { fail($0, $1, at) }
  }

  /// What searching one string for another or for a pattern may cost, by their bytes.
  private static func product(_ text: Int, _ part: Int) -> Int {
    (text / EvaluationCost.bytesPerUnit + 1) * (part / EvaluationCost.bytesPerUnit + 1)
  }

  private func name(_ routine: Routine) -> String {
    (StandardFunctions.all.first { $0.routine == routine && !$0.isOperator }?.name ?? "this function") + "()"
  }
}
