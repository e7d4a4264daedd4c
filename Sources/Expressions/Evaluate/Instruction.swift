/// One step of a program: what to do and where its operands are. It is small and holds nothing that is counted
/// by reference, so that running a program costs no more than the work itself.
struct Instruction: Sendable {
  enum Operation: UInt8, Sendable {
    /// `constants[a]`.
    case constant
    /// The variable in slot `a`.
    case variable
    /// The comprehension's variable `a`.
    case local
    /// Fails with `failures[a]`.
    case fail
    /// Field `names[b]` of operand `a`; `places[c]` unless it is negative.
    case field
    /// Field `names[b]` of the comprehension's variable `a`, or of the variable in slot `a`; `places[c]`.
    case localField, variableField
    /// Whether operand `a` has the field `names[b]`.
    case has
    /// Element of operand `a` at the key `b`.
    case index
    /// Entry `names[b]` of operand `a`; `places[c]` unless it is negative.
    case entry
    case not, negate
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, contained
    case add, subtract, multiply, divide, modulo
    /// Operand `a` decides between `b` and `c`.
    case conditional
    /// The `b` operands from `a` on, joined.
    case and, or
    /// The `b` operands from `a` on, gathered.
    case list, map
    /// Over operand `a`, with the variable `b`; operands `c` and `c + 1` are condition (or -1) and body.
    case all, exists, existsOne, transform, filter
    /// The routine with one operand `a`, or two, `a` and `b`; of figures, `c` is the type of an empty sum.
    case call1, call2
    /// Whether operand `a` matches `patterns[b]`, which is of `c` bytes.
    case matchesConstant
    /// The figure `routine` of what `transform` would make: `a`, `b` and `c` as there.
    case figureOfTransform
    /// Operand `a` on the earlier review.
    case previous
  }

  let operation: Operation
  var routine: Routine = .structural
  /// What an empty sum is: 0 as an int, a uint or a double.
  var zero: Zero = .int
  var a: Int32 = -1
  var b: Int32 = -1
  var c: Int32 = -1

  enum Zero: UInt8, Sendable { case int, uint, double }
}

/// A compiled expression's tables. A class, so that handing it about costs one reference.
final class Code: Sendable {
  /// A field's or key's place, known because the type of what holds it is. The type is kept as its identity,
  /// which is compared without counting references; ``Code/types`` keeps it alive.
  struct Place: Sendable {
    let type: ObjectIdentifier
    let index: Int
  }

  let instructions: [Instruction]
  /// The node of each instruction.
  let origins: [NodeID]
  let operands: [Int32]
  let constants: [Value]
  let names: [String]
  let places: [Place]
  private let types: [ValueType]
  let patterns: [Pattern]
  let failures: [Failure]
  /// How many variables comprehensions have within one another at most.
  let localCount: Int
  let root: Int

  init(_ builder: Compiler, root: Int) {
    instructions = builder.instructions
    origins = builder.origins
    operands = builder.operands
    constants = builder.constants
    names = builder.names
    places = builder.places
    types = builder.types
    patterns = builder.patterns
    failures = builder.failures
    localCount = builder.localCount
    self.root = root
  }

  /// Lends the tables that are read at each step.
  @inline(__always)
  func withTables<Result>(
    _ body: (
      UnsafeBufferPointer<Instruction>, UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Place>,
      UnsafeBufferPointer<Value>
    ) -> Result
  ) -> Result {
    instructions.withUnsafeBufferPointer { instructions in
      operands.withUnsafeBufferPointer { operands in
        places.withUnsafeBufferPointer { places in
          constants.withUnsafeBufferPointer { constants in body(instructions, operands, places, constants) }
        }
      }
    }
  }
}
