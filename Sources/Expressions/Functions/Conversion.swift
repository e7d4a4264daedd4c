/// The functions that make a value of another type.
enum Conversion {
  /// The converted value or why there is none; nil if the routine converts no values of this type.
  static func convert(_ value: Value, _ routine: Routine) -> Figure? {
    switch routine {
    case .toBool: toBool(value)
    case .toBytes: toBytes(value)
    case .toDouble: toDouble(value)
    case .toInt: toInt(value)
    case .toUint: toUint(value)
    case .toString: toString(value)
    case .toTimestamp: toTimestamp(value)
    case .toDuration: toDuration(value)
    default: nil
    }
  }

  private static func toBool(_ value: Value) -> Figure? {
    switch value {
    case .bool: .value(value)
    case .string("true"), .string("True"), .string("TRUE"), .string("t"), .string("1"): .value(.bool(true))
    case .string("false"), .string("False"), .string("FALSE"), .string("f"), .string("0"):
      .value(.bool(false))
    case .string: .failure(.badArgument, "\(ValueText.short(value)) is neither true nor false")
    default: nil
    }
  }

  private static func toBytes(_ value: Value) -> Figure? {
    switch value {
    case .bytes: .value(value)
    case .string(let text): .value(.bytes(Array(text.utf8)))
    default: nil
    }
  }

  private static func toDouble(_ value: Value) -> Figure? {
    switch value {
    case .double: .value(value)
    case .int(let number): .value(.double(Double(number)))
    case .uint(let number): .value(.double(Double(number)))
    case .string(let text):
      NumberText.double(text).map { .value(.double($0)) } ?? noNumber(value)
    default: nil
    }
  }

  private static func toInt(_ value: Value) -> Figure? {
    switch value {
    case .int: return .value(value)
    case .uint(let number): return Int64(exactly: number).map { .value(.int($0)) } ?? outOfRange(value, "int")
    case .double(let number):
      // The ends of the range are no ints: whether they survive a double and back hangs on the compiler.
      guard number > -0x1p63, number < 0x1p63 else { return outOfRange(value, "int") }
      return .value(.int(Int64(number)))
    case .string(let text): return NumberText.int(text).map { .value(.int($0)) } ?? noNumber(value)
    case .timestamp(let moment): return .value(.int(moment.seconds))
    default: return nil
    }
  }

  private static func toUint(_ value: Value) -> Figure? {
    switch value {
    case .uint: return .value(value)
    case .int(let number):
      return UInt64(exactly: number).map { .value(.uint($0)) } ?? outOfRange(value, "uint")
    case .double(let number):
      guard number > -1, number < 0x1p64 else { return outOfRange(value, "uint") }
      return .value(.uint(UInt64(number)))
    case .string(let text): return NumberText.uint(text).map { .value(.uint($0)) } ?? noNumber(value)
    default: return nil
    }
  }

  private static func toString(_ value: Value) -> Figure? {
    switch value {
    case .string: return .value(value)
    case .bool(let truth): return .value(.string(truth ? "true" : "false"))
    case .int(let number): return .value(.string(String(number)))
    case .uint(let number): return .value(.string(String(number)))
    case .double(let number): return .value(.string(NumberText.text(of: number)))
    case .bytes(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self) else {
        return .failure(.badArgument, "the bytes are no UTF-8 text")
      }
      return .value(.string(text))
    case .timestamp(let moment): return .value(.string(TimestampText.text(of: moment)))
    case .duration(let span): return .value(.string(DurationText.text(of: span)))
    default: return nil
    }
  }

  private static func toTimestamp(_ value: Value) -> Figure? {
    switch value {
    case .timestamp: return .value(value)
    case .int(let seconds):
      return Timestamp(seconds: seconds).map { .value(.timestamp($0)) }
        ?? .failure(.outOfRange, "the moment is outside the years 1 to 9999")
    case .string(let text):
      return TimestampText.timestamp(text).map { .value(.timestamp($0)) }
        ?? .failure(.badArgument, "\(ValueText.short(value)) is no moment such as 2026-07-01T00:00:00Z")
    default: return nil
    }
  }

  private static func toDuration(_ value: Value) -> Figure? {
    switch value {
    case .duration: .value(value)
    case .string(let text):
      switch DurationText.duration(text) {
      case .span(let span): .value(.duration(span))
      case .tooLong: .failure(.outOfRange, "\(ValueText.short(value)) is over 290 years")
      case .malformed: .failure(.badArgument, "\(ValueText.short(value)) is no duration such as 1h30m")
      }
    default: nil
    }
  }

  private static func noNumber(_ value: Value) -> Figure {
    .failure(.badArgument, "\(ValueText.short(value)) is no number of this type")
  }

  private static func outOfRange(_ value: Value, _ type: String) -> Figure {
    .failure(.outOfRange, "\(ValueText.short(value)) is out of the range of \(type)")
  }
}
