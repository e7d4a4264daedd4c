/// A pattern as instructions for ``PatternSearch``. Execution starts at the first.
struct PatternProgram: Sendable {
  enum Instruction: Sendable {
    case scalar(UInt32)
    case set(Int)
    /// Goes on at both.
    case split(Int, Int)
    case jump(Int)
    case assertion(PatternAssertion)
    case match
  }

  let instructions: [Instruction]
  let sets: [ScalarSet]
  /// Whether it can match at the text's start only.
  let isAnchored: Bool
}

/// Turns a pattern's parts into instructions (Thompson's construction).
struct PatternCompiler {
  private let sets: [ScalarSet]
  private var instructions: [PatternProgram.Instruction] = []
  /// Parts visited; a repetition of nothing makes no instruction and still takes time.
  private var visits = 0

  /// The largest program. `[a-z]{1000}` takes 1,000.
  static let mostInstructions = 10_000

  init(sets: [ScalarSet]) { self.sets = sets }

  mutating func compile(_ syntax: PatternSyntax, length: Int) throws(PatternFailure) -> PatternProgram {
    guard emit(syntax) else {
      throw PatternFailure(
        "the pattern is too large once its repetitions are written out", at: 0..<length,
        help: "use smaller numbers in braces, or “*” and “+”; repetitions within repetitions multiply")
    }
    instructions.append(.match)
    return PatternProgram(instructions: instructions, sets: sets, isAnchored: Self.isAnchored(syntax))
  }

  private static func isAnchored(_ syntax: PatternSyntax) -> Bool {
    switch syntax {
    case .assertion(.textStart): true
    case .sequence(let parts): parts.first.map(isAnchored) ?? false
    case .choice(let choices): choices.allSatisfy(isAnchored)
    default: false
    }
  }

  /// Whether there was room.
  private mutating func emit(_ syntax: PatternSyntax) -> Bool {
    visits += 1
    guard instructions.count < Self.mostInstructions, visits < Self.mostInstructions * 4 else { return false }
    switch syntax {
    case .empty: return true
    case .scalar(let scalar): instructions.append(.scalar(scalar))
    case .set(let set): instructions.append(.set(set))
    case .assertion(let assertion): instructions.append(.assertion(assertion))
    case .sequence(let parts): return parts.allSatisfy { emit($0) }
    case .choice(let choices): return emitChoice(choices)
    case .repetition(let part, let least, let most): return emitRepetition(part, least, most)
    }
    return true
  }

  private mutating func emitChoice(_ choices: [PatternSyntax]) -> Bool {
    var jumps: [Int] = []
    for (index, choice) in choices.enumerated() {
      guard index < choices.count - 1 else {
        guard emit(choice) else { return false }
        break
      }
      let split = reserve()
      guard emit(choice) else { return false }
      jumps.append(reserve())
      instructions[split] = .split(split + 1, instructions.count)
    }
    for jump in jumps { instructions[jump] = .jump(instructions.count) }
    return true
  }

  private mutating func emitRepetition(_ part: PatternSyntax, _ least: Int, _ most: Int?) -> Bool {
    for _ in 0..<least {
      guard emit(part) else { return false }
    }
    guard let most else {
      let split = reserve()
      guard emit(part) else { return false }
      instructions.append(.jump(split))
      instructions[split] = .split(split + 1, instructions.count)
      return true
    }
    var splits: [Int] = []
    for _ in least..<most {
      splits.append(reserve())
      guard emit(part) else { return false }
    }
    for split in splits { instructions[split] = .split(split + 1, instructions.count) }
    return true
  }

  private mutating func reserve() -> Int {
    instructions.append(.jump(0))
    return instructions.count - 1
  }
}
