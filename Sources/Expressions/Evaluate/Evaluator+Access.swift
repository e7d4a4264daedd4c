// Fields, keys, elements, lists and maps.
extension Evaluator {
  /// The field of the record that lies at `holder`, which a variable or a comprehension's variable is.
  @inline(__always)
  mutating func field(of holder: UnsafePointer<Value>, _ instruction: Instruction, _ at: Int) -> Value {
    // Two nodes in one: the variable and its field.
    charge(1)
    let place = places[Int(instruction.c)]
    if case .record(let record) = holder.pointee, ObjectIdentifier(record.type) == place.type {
      return located(record.slots[place.index], at)
    }
    return field(code.names[Int(instruction.b)], of: located(holder.pointee, at), at)
  }

  @inline(never)
  mutating func variableField(_ instruction: Instruction, _ at: Int) -> Value {
    guard Int(instruction.a) < slots.count, let start = slots.baseAddress else {
      return fail(.undeclaredName, "the variable has no value", at)
    }
    return field(of: start + Int(instruction.a), instruction, at)
  }

  @inline(never)
  mutating func selection(_ instruction: Instruction, _ at: Int) -> Value {
    if instruction.operation == .entry { charge(1) }
    let operand = evaluate(Int(instruction.a))
    if instruction.c >= 0 {
      let place = places[Int(instruction.c)]
      switch operand {
      case .record(let record) where ObjectIdentifier(record.type) == place.type:
        return located(record.slots[place.index], at)
      case .map(let map) where map.keyedType.map(ObjectIdentifier.init) == place.type:
        return located(map.value(atPlace: place.index), at)
      default: break
      }
    }
    return field(code.names[Int(instruction.b)], of: operand, at)
  }

  @inline(never)
  func field(_ name: String, of operand: Value, _ at: Int) -> Value {
    switch operand {
    case .record(let record):
      guard let place = record.type.place(of: name) else {
        return fail(.noSuchField, "\(record.type.name) has no field “\(name)”", at)
      }
      return located(record.slots[place], at)
    case .map(let map):
      guard let value = map.value(at: name) else { return fail(.noSuchKey, "there is no key “\(name)”", at) }
      return located(value, at)
    case .failure: return located(operand, at)
    default: return fail(.noSuchField, "\(operand.typeName?.name ?? "this") has no fields", at)
    }
  }

  /// Whether a field is there: not unavailable, and of a record not null.
  @inline(never)
  func has(_ operand: Value, _ name: String, _ at: Int) -> Value {
    switch operand {
    case .record(let record):
      guard let place = record.type.place(of: name) else {
        return fail(.noSuchField, "\(record.type.name) has no field “\(name)”", at)
      }
      switch record.slots[place] {
      case .null, .failure: return .bool(false)
      default: return .bool(true)
      }
    case .map(let map): return .bool(map.value(at: name).map { !$0.isFailure } ?? false)
    // What hangs on something unavailable is not there either.
    case .failure(let failure): return failure.isError ? operand : .bool(false)
    default: return fail(.noSuchField, "\(operand.typeName?.name ?? "this") has no fields", at)
    }
  }

  @inline(never)
  func element(of operand: Value, at key: Value, _ at: Int) -> Value {
    switch (operand, key) {
    case (.failure, _), (_, .failure): return noOverload("[ ]", operand, key, at)
    case (.list(let list), _): return element(of: list, at: key, at)
    case (.map(let map), _):
      guard let value = map.value(at: key) else {
        return fail(.noSuchKey, "there is no key \(ValueText.short(key))", at)
      }
      return located(value, at)
    default: return noOverload("[ ]", operand, key, at)
    }
  }

  private func element(of list: [Value], at key: Value, _ at: Int) -> Value {
    let place: Int? =
      switch key {
      case .int(let value): Int(value)
      case .uint(let value): Int(exactly: value) ?? -1
      case .double(let value): Int(exactly: value)
      default: nil
      }
    guard let place else {
      return fail(.badArgument, "\(ValueText.short(key)) is no place in a list", at)
    }
    guard list.indices.contains(place) else {
      return fail(.indexOutOfBounds, "the list has \(list.count) elements and none at \(place)", at)
    }
    return located(list[place], at)
  }

  @inline(never)
  mutating func list(_ instruction: Instruction) -> Value {
    var elements: [Value] = []
    elements.reserveCapacity(Int(instruction.b))
    var left: Failure?
    for place in Int(instruction.a)..<Int(instruction.a + instruction.b) {
      let element = evaluate(Int(operands[place]))
      if case .failure(let failure) = element { left = Failure.worse(left, failure) }
      elements.append(element)
    }
    return left.map { .failure($0) } ?? .list(elements)
  }

  @inline(never)
  mutating func map(_ instruction: Instruction, _ at: Int) -> Value {
    var pairs: [(key: Value, value: Value)] = []
    pairs.reserveCapacity(Int(instruction.b) / 2)
    var left: Failure?
    for place in stride(from: Int(instruction.a), to: Int(instruction.a + instruction.b), by: 2) {
      let key = evaluate(Int(operands[place]))
      let value = evaluate(Int(operands[place + 1]))
      for part in [key, value] {
        if case .failure(let failure) = part { left = Failure.worse(left, failure) }
      }
      pairs.append((key, value))
    }
    if let left { return .failure(left) }
    do {
      return .map(try ValueMap(pairs))
    } catch {
      switch error {
      case .repeated(let key): return fail(.repeatedKey, "the key \(ValueText.short(key)) is there twice", at)
      case .unsupported(let key):
        return fail(.badKey, "\(key.typeName?.name ?? "this") is no type of a key", at)
      }
    }
  }
}

extension Value {
  var isFailure: Bool {
    if case .failure = self { true } else { false }
  }
}
