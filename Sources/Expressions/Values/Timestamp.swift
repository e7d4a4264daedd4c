/// A moment: whole seconds since 1970-01-01T00:00:00Z and nanoseconds after them, in the years 1 to 9999.
public struct Timestamp: Sendable, Hashable, Comparable {
  public let seconds: Int64
  /// 0 to 999,999,999.
  public let nanoseconds: Int32

  /// Nil outside the years 1 to 9999.
  public init?(seconds: Int64, nanoseconds: Int32 = 0) {
    guard Self.range.contains(seconds), (0..<1_000_000_000).contains(nanoseconds) else { return nil }
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  public static func < (a: Timestamp, b: Timestamp) -> Bool {
    (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds)
  }

  /// Nil outside the years 1 to 9999.
  func adding(_ span: TimeSpan) -> Timestamp? {
    let (whole, rest) = span.nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    var seconds = self.seconds + whole
    var nanoseconds = Int64(self.nanoseconds) + rest
    if nanoseconds < 0 {
      nanoseconds += 1_000_000_000
      seconds -= 1
    } else if nanoseconds >= 1_000_000_000 {
      nanoseconds -= 1_000_000_000
      seconds += 1
    }
    return Timestamp(seconds: seconds, nanoseconds: Int32(nanoseconds))
  }

  /// Nil when the length does not fit a ``TimeSpan``.
  func since(_ other: Timestamp) -> TimeSpan? {
    let (billions, tooLong) = (seconds - other.seconds).multipliedReportingOverflow(by: 1_000_000_000)
    guard !tooLong else { return nil }
    let (sum, over) = billions.addingReportingOverflow(Int64(nanoseconds - other.nanoseconds))
    return over ? nil : TimeSpan(nanoseconds: sum)
  }
}

/// A length of time in nanoseconds, about 290 years either way.
public struct TimeSpan: Sendable, Hashable, Comparable {
  public let nanoseconds: Int64

  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// Nil when it does not fit.
  public init?(seconds: Int64, nanoseconds: Int64 = 0) {
    let (billions, tooLong) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    guard !tooLong else { return nil }
    let (sum, over) = billions.addingReportingOverflow(nanoseconds)
    guard !over else { return nil }
    self.nanoseconds = sum
  }

  public static func < (a: TimeSpan, b: TimeSpan) -> Bool { a.nanoseconds < b.nanoseconds }
}
