import Benchmark
import Foundation

extension Benchmark {
  /// Runs some work and records the processor time of this thread beside the wall-clock time. Other programs
  /// disturb it far less, and all work measured here runs on one thread.
  public func timed<Result>(_ body: () -> Result) -> Result {
    startMeasurement()
    let begin = Self.threadMicroseconds()
    let result = body()
    let end = Self.threadMicroseconds()
    stopMeasurement()
    measurement(.processorTime, end - begin)
    return result
  }

  private static func threadMicroseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
  }
}

extension BenchmarkMetric {
  /// In microseconds.
  public static var processorTime: BenchmarkMetric { .custom("processor time", useScalingFactor: false) }

  /// What every benchmark here measures; the export of the tool wants the throughput.
  public static var times: [BenchmarkMetric] { [.wallClock, .processorTime, .throughput] }
}
