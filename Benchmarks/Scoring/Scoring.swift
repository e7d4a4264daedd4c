import Benchmark
import Clock
import Diagnostics
import Documents
import Foundation
import Frameworks
import Rubrics

/// 200,000 made-up reviews of 71 judgements on six points, in four sections; the same marks that `peer.py`
/// gives DuckDB.
private enum Marks {
  static let rows = 200_000
  static let columns = 71

  /// A linear congruential generator (Knuth's MMIX constants) that Python repeats exactly.
  static func table() -> JudgementTable {
    var table = JudgementTable(columnCount: columns)
    var state: UInt64 = 2026
    var row = [UInt8](repeating: 0, count: columns)
    for subject in 0..<rows {
      for column in row.indices {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        row[column] = UInt8((state >> 33) % 6)
      }
      table.append(subject: String(subject), marks: row)
    }
    return table
  }

  /// The handbook's framework: 71 questions in four themes, each a section.
  static func rubric() throws -> Rubric {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Frameworks/spp/2.0.0/framework.yaml").path
    let source = try FileReading.source(path)
    var sources = SourceMap()
    var bag = DiagnosticBag()
    guard let framework = FrameworkReader.read(source, sources.add(source), into: &bag) else {
      throw Failure(.badData, "the framework has mistakes")
    }
    return try Rubric(framework)
  }

  /// A figure that any other mark or median, or the same ones in another order, would most likely change.
  /// The peer works it out from its own answer.
  static func checksum(_ score: TableScore) -> Int {
    score.withRows { rows in
      rows.indices.reduce(0) { sum, index in
        let row = rows[index]
        let twiceMedian = Int(row.lower) + Int(row.upper)
        return sum + (twiceMedian * 100 + Int(row.answered)) * (index % 9973 + 1)
      }
    }
  }
}

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: BenchmarkMetric.times, warmupIterations: 2, maxDuration: .seconds(10), maxIterations: 40)

  Benchmark("Waymark") { benchmark, input in
    blackHole(benchmark.timed { TableScore(rubric: input.0, kind: .own, table: input.1) })
  } setup: {
    let rubric = try Marks.rubric()
    let table = Marks.table()
    print("checksum \(Marks.checksum(TableScore(rubric: rubric, kind: .own, table: table)))")
    return (rubric, table)
  }
}
