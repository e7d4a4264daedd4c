import Benchmark
import Clock
import Diagnostics
import Documents
import Frameworks

/// Two versions of a made-up framework of about 6,000 criteria, every tenth of them worded differently.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: BenchmarkMetric.times, warmupIterations: 2, maxDuration: .seconds(8), maxIterations: 30)
  let earlier = read("1.0.0", everyTenth: "know")
  let later = read("1.0.1", everyTenth: "understand")

  Benchmark("diff of two versions of 6,000 criteria") { benchmark in
    guard let earlier, let later else { return benchmark.error("the generated framework has mistakes") }
    let diff = benchmark.timed { FrameworkDiff(from: earlier, to: later) }
    guard diff.step == .patch, diff.changes.count > 500 else {
      return benchmark.error("\(diff.changes.count) changes")
    }
    blackHole(diff)
  }

  Benchmark("diff of a version and itself") { benchmark in
    guard let earlier else { return benchmark.error("the generated framework has mistakes") }
    let diff = benchmark.timed { FrameworkDiff(from: earlier, to: earlier) }
    guard diff.isEmpty else { return benchmark.error("\(diff.changes.count) changes") }
    blackHole(diff)
  }
}

private func read(_ version: String, everyTenth word: String) -> ResolvedFramework? {
  var sources = SourceMap()
  var bag = DiagnosticBag()
  let source = SourceFile(path: "generated.yaml", bytes: Array(text(version, everyTenth: word).utf8))
  return FrameworkReader.read(source, sources.add(source), into: &bag)
}

/// 8 themes, 14 dimensions each, 53 questions each, three statements a question.
private func text(_ version: String, everyTenth word: String) -> String {
  var text = """
    schema: waymark.framework/1
    id: generated
    version: \(version)
    status: released
    title: Generated for a benchmark
    levels: [{id: theme, title: Theme}, {id: dimension, title: Dimension}, {id: question, title: Question}]
    scales: {extent: {points: [{id: p0, value: 0}, {id: p1, value: 1}, {id: p2, value: 2}]}}
    judging: {self: {level: question, scale: extent}, peer: none}
    overall: none
    sections:

    """
  for theme in 0..<8 { text += "  - {id: theme-\(theme), title: Theme \(theme), of: [theme-\(theme)]}\n" }
  text += "criteria:\n"
  var number = 0
  for theme in 0..<8 {
    text += "  - id: theme-\(theme)\n    title: Theme \(theme)\n    criteria:\n"
    for dimension in 0..<14 {
      text += "      - id: dimension-\(dimension)\n        title: Dimension \(dimension)\n        criteria:\n"
      for question in 0..<53 {
        number += 1
        text +=
          "          - id: question-\(question)\n            text: To what extent do leaders at every level "
        text += "\(number % 10 == 0 ? word : "know") how question \(number) is answered, and by whom?\n"
        text += "            statements:\n"
        for point in 0..<3 {
          text +=
            "              - {id: statement-\(point), at: p\(point), text: At point \(point) most of the staff "
          text += "can say what they do about question \(number) and why they do it in this way.}\n"
        }
      }
    }
  }
  return text
}
