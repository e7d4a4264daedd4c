import Benchmark
import Clock
import Diagnostics
import Extensions
import Foundation
import Hooks
import Reviews
import Sealing

/// What it costs to ask a plugin: a Python program in the sandbox.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: BenchmarkMetric.times, warmupIterations: 3, maxDuration: .seconds(10), maxIterations: 500)
  let trial = Trial()

  Benchmark("warm") { benchmark in
    guard let trial else { return benchmark.error("the plugin cannot be run here") }
    let answer = benchmark.timed { try? trial.host.call(trial.program, "check", params: .value(.object([]))) }
    guard answer != nil else { return benchmark.error("no answer") }
    blackHole(answer)
  }

  // From nothing, as a score does: the process is started, asked and ended.
  Benchmark("million", configuration: .init(maxDuration: .seconds(30), maxIterations: 8)) { benchmark in
    guard let trial else { return benchmark.error("the plugin cannot be run here") }
    let count = benchmark.timed { trial.figures() }
    guard count == Trial.rows else { return benchmark.error("\(count ?? 0) figures") }
    blackHole(count)
  }
}

private struct Trial {
  static let rows = 100_000
  static let criteria = 10

  let host: PluginHost
  let program: PluginProgram
  private let sandbox: Sandbox

  init?() {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let sdk = here.appendingPathComponent("../../Plugins/sdk/python").standardizedFileURL.path
    let folder = here.appendingPathComponent("trimmed").path
    let command = ["python3", "main.py"]
    guard let sandbox = try? Sandbox.probe(),
      let digest = try? PluginDigest.of(folder: folder, command: command)
    else { return nil }
    self.sandbox = sandbox
    program = PluginProgram(
      id: "trimmed", version: "1.0.0", hooks: ["aggregate", "check"], folder: folder, command: command,
      libraries: [sdk], digest: digest,
      limits: PluginLimits(time: 120, memory: 2_048, processes: 16, message: 64, folder: 64))
    host = PluginHost(sandbox: sandbox, waymark: "0.1.0")
    if let path = ProcessInfo.processInfo.environment["WAYMARK_MILLION"] {
      // The same requests for the program alone.
      guard let text = try? request.wireText() else { return nil }
      try? Data(text + [0x0a]).write(to: URL(fileURLWithPath: path))
    }
  }

  private var request: AggregateRequest {
    AggregateRequest(
      aggregation: "trimmed-mean", kind: .ordinal,
      points: (1...5).map { .init(id: "point-\($0)", value: $0, label: "Point \($0)") },
      criteria: (1...Self.criteria).map { "area/question-\($0)" },
      weights: (1...Self.criteria).map { _ in 1 },
      marks: (0..<Self.rows * Self.criteria).map { Int8(($0 &* 2_654_435_761) >> 7 & 7) % 6 - 1 })
  }

  func figures() -> Int? {
    guard let process = try? PluginProcess(program, sandbox: sandbox, waymark: "0.1.0") else { return nil }
    defer { process.close() }
    let stamp = PluginStamp(id: "trimmed", version: .init(1, 0, 0), digest: program.digest)
    let calls = PluginCalls(stamp) { try process.call($0, params: $1, files: $2) }
    return (try? calls.call(request))?.figures.count
  }
}
