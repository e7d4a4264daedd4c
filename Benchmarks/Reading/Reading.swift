import Benchmark
import Clock
import Diagnostics
import Documents
import EventScan
import Frameworks
import Generated

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: BenchmarkMetric.times, warmupIterations: 3, maxDuration: .seconds(8), maxIterations: 40)
  let bytes = Array(GeneratedFramework.text.utf8)

  Benchmark("libyaml") { benchmark in
    let count = benchmark.timed {
      bytes.withUnsafeBufferPointer { event_scan($0.baseAddress, $0.count) }
    }
    guard count > 100_000 else { return benchmark.error("libyaml does not read the generated framework") }
  }

  Benchmark("Waymark") { benchmark in
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let framework = benchmark.timed {
      let source = SourceFile(path: "generated.yaml", bytes: bytes)
      return FrameworkReader.read(source, sources.add(source), into: &bag)
    }
    guard let framework, bag.items.isEmpty else {
      return benchmark.error(
        "the generated framework has mistakes: \(TextPrinter.print(bag, sources).prefix(400))")
    }
    blackHole(framework)
  }
}
