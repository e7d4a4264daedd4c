import Benchmark
import Clock
import Foundation
import Synchronization

/// What a partnership and a registry do for a pool of 71 criteria with 6 points each, with the registry's rows in SQLite
/// on this disk.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: BenchmarkMetric.times, warmupIterations: 1, maxDuration: .seconds(10), maxIterations: 20)
  let pools = Mutex(Result { try PoolBench(partnerships: 1_000) })

  Benchmark("make") { benchmark in
    pools.withLock { pools in
      do {
        let bench = try pools.get()
        let counts = try bench.counts()
        blackHole(try benchmark.timed { Result { try bench.file(of: 0, counts) } }.get())
      } catch { benchmark.error("\(error)") }
    }
  }

  Benchmark("verify") { benchmark in
    pools.withLock { pools in
      do {
        let bench = try pools.get()
        let file = try bench.file(of: 0, bench.counts())
        let isProved = try benchmark.timed { Result { try bench.isProved(file) } }.get()
        guard isProved else { return benchmark.error("the proof does not hold") }
      } catch { benchmark.error("\(error)") }
    }
  }

  // Once: what was counted is counted for good.
  Benchmark(
    "thousand",
    configuration: .init(
      metrics: BenchmarkMetric.times, warmupIterations: 0, maxDuration: .seconds(1), maxIterations: 1)
  ) { benchmark in
    pools.withLock { pools in
      do {
        let bench = try pools.get()
        let counts = try bench.counts()
        let files = try (0..<1_000).map { try bench.file(of: $0, counts) }
        let messages = try bench.runPeer(files)
        let start = ContinuousClock.now
        let counted = try benchmark.timed { Result { try bench.runFirst(files, messages) } }.get()
        let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
        guard counted == 1_000 else { return benchmark.error("\(counted) counted") }
        // The tool exports nothing that happens less than once a second, and passes on nothing that is printed here.
        if let path = ProcessInfo.processInfo.environment["WAYMARK_THOUSAND"] {
          try Data("\(milliseconds)\n".utf8).write(to: URL(fileURLWithPath: path))
        }
      } catch { benchmark.error("\(error)") }
    }
  }
}
