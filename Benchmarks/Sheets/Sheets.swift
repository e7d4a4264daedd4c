import Benchmark
import Clock
import Diagnostics
import Documents
import Foundation
import Frameworks
import Profiles
import Rubrics

/// What a release is made from: the handbook's framework of 71 questions in four sections, forty made-up schools,
/// and the policy that ships.
private enum Cohort {
  static let schools = 40

  static func request() throws -> SheetRequest {
    let rubric = try rubric()
    let columns = rubric.columns(.own).count
    var table = JudgementTable(columnCount: columns)
    var generator = SystemRandomNumberGenerator()
    for school in 0..<schools {
      table.append(
        subject: "made-up-\(school)",
        marks: (0..<columns).map { _ in UInt8.random(in: 0..<6, using: &generator) })
    }
    let period = try require(Period("2025-26"), "a school year")
    return SheetRequest(
      partnership: "made-up", region: "E12000004", rubric: rubric, period: period, kind: .own, cohort: table,
      policy: try policy())
  }

  private static func rubric() throws -> Rubric {
    try read("Frameworks/spp/2.0.0/framework.yaml") { source, file, bag in
      try FrameworkReader.read(source, file, into: &bag).map { try Rubric($0) }
    }
  }

  private static func policy() throws -> Policy {
    try read("Registry/policies/default.yaml") { PolicyReader.read($0, $1, into: &$2) }
  }

  private static func read<Value>(
    _ path: String, _ reader: (SourceFile, FileID, inout DiagnosticBag) throws -> Value?
  ) throws -> Value {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let source = try FileReading.source(root.appendingPathComponent(path).path)
    return try require(try reader(source, sources.add(source), &bag), "\(path) has mistakes")
  }

  private static func require<Value>(_ value: Value?, _ what: String) throws -> Value {
    guard let value else { throw Failure(.badData, what) }
    return value
  }
}

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: BenchmarkMetric.times, warmupIterations: 2, maxDuration: .seconds(5), maxIterations: 40)

  Benchmark("sections") { benchmark, request in
    var generator = SystemRandomNumberGenerator()
    blackHole(benchmark.timed { try? SheetMaker.make(request, using: &generator).payload() })
  } setup: {
    let request = try Cohort.request()
    var generator = SystemRandomNumberGenerator()
    print("figures \(try SheetMaker.make(request, using: &generator).figures.count)")
    return request
  }
}
