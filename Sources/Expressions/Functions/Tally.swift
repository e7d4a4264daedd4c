/// The sum, mean and count of numbers that come one by one.
struct Tally {
  private(set) var count = 0
  private var ints: Int64 = 0
  private var uints: UInt64 = 0
  private var doubles = 0.0
  /// The type of the numbers so far; nil before the first.
  private var type: Instruction.Zero?
  private let zero: Instruction.Zero
  private var hasOverflowed = false
  private var isMixed = false
  /// All of them as doubles, in order.
  private var asDoubles = 0.0
  private var stranger: TypeName?

  /// `zero` is the type of the sum of nothing.
  init(zero: Instruction.Zero) { self.zero = zero }

  @inline(__always)
  mutating func add(_ value: Value) {
    count += 1
    switch value {
    case .double(let number):
      take(.double)
      doubles += number
      asDoubles += number
    case .int(let number):
      take(.int)
      let (sum, over) = ints.addingReportingOverflow(number)
      ints = sum
      hasOverflowed = hasOverflowed || over
      asDoubles += Double(number)
    case .uint(let number):
      take(.uint)
      let (sum, over) = uints.addingReportingOverflow(number)
      uints = sum
      hasOverflowed = hasOverflowed || over
      asDoubles += Double(number)
    default: stranger = stranger ?? value.typeName
    }
  }

  @inline(__always)
  private mutating func take(_ type: Instruction.Zero) {
    if self.type == nil { self.type = type } else if self.type != type { isMixed = true }
  }

  /// The figure, or why there is none.
  func value(of routine: Routine) -> Figure {
    if routine == .count { return .value(.int(Int64(count))) }
    let name = routine == .sum ? "sum()" : "mean()"
    if let stranger { return .failure(.noSuchOverload, "\(name) does not take a list with \(stranger.name)") }
    if routine == .mean {
      guard count > 0 else { return .failure(.badArgument, "an empty list has no mean") }
      return .value(.double(asDoubles / Double(count)))
    }
    if isMixed { return .failure(.noSuchOverload, "sum() does not take numbers of several types") }
    switch type ?? zero {
    case .double: return .value(.double(doubles))
    case .int where !hasOverflowed: return .value(.int(ints))
    case .uint where !hasOverflowed: return .value(.uint(uints))
    default: return .failure(.overflow, "the sum does not fit 64 bits")
    }
  }

  /// The number in the middle of `values`, or the mean of the two there.
  static func median(_ values: [Value]) -> Figure {
    guard !values.isEmpty else { return .failure(.badArgument, "an empty list has no median") }
    var numbers: [Double] = []
    numbers.reserveCapacity(values.count)
    for value in values {
      switch value {
      case .double(let number): numbers.append(number)
      case .int(let number): numbers.append(Double(number))
      case .uint(let number): numbers.append(Double(number))
      default:
        return .failure(
          .noSuchOverload, "median() does not take a list with \(value.typeName?.name ?? "failures")")
      }
    }
    // Not-a-number has no place in an order, so it is the median of any list that has it.
    if numbers.contains(where: \.isNaN) { return .value(.double(.nan)) }
    numbers.sort()
    let middle = numbers.count / 2
    guard numbers.count.isMultiple(of: 2) else { return .value(.double(numbers[middle])) }
    return .value(.double(numbers[middle - 1] / 2 + numbers[middle] / 2))
  }
}

/// A figure of a list, or why there is none.
enum Figure {
  case value(Value)
  case failure(EvaluationError.Kind, String)

  func value(or fail: (EvaluationError.Kind, String) -> Value) -> Value {
    switch self {
    case .value(let value): value
    case .failure(let kind, let message): fail(kind, message)
    }
  }
}
