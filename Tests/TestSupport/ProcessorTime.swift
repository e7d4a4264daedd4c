import Foundation

/// What a piece of work costs the processor, however busy the machine is with other things. For limits such as "no
/// document may hold the reader up", which a clock on the wall would break on a bad day.
public enum ProcessorTime {
  /// The time that this thread computed.
  public static func of<Result>(_ work: () throws -> Result) rethrows -> (result: Result, time: Duration) {
    let start = now()
    let result = try work()
    return (result, now() - start)
  }

  private static func now() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
  }
}
