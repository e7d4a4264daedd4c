import Benchmark
import Clock
import Diagnostics
import Documents
import Frameworks
import Generated

/// What variants and versions cost beside checking one framework.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: BenchmarkMetric.times, warmupIterations: 2, maxDuration: .seconds(8), maxIterations: 30)
  let shelf = Shelf.filled()
  let earlier = shelf?.read("base")
  let later = Shelf(texts: ["base": GeneratedVersions.framework("1.0.1", word: "understand")]).read("base")

  Benchmark("base") { benchmark in
    guard let shelf else { return benchmark.error("the generated frameworks have mistakes") }
    let framework = benchmark.timed { shelf.read("base") }
    guard framework?.criteria.count ?? 0 > 5_900 else { return benchmark.error("too few criteria") }
    blackHole(framework)
  }

  Benchmark("chain") { benchmark in
    guard let shelf else { return benchmark.error("the generated frameworks have mistakes") }
    let framework = benchmark.timed { shelf.read("variant-5") }
    guard framework?.descent != nil else { return benchmark.error("the chain does not resolve") }
    blackHole(framework)
  }

  Benchmark("diff") { benchmark in
    guard let earlier, let later else { return benchmark.error("the generated frameworks have mistakes") }
    let diff = benchmark.timed { FrameworkDiff(from: earlier, to: later) }
    guard diff.changes.count > 500 else { return benchmark.error("\(diff.changes.count) changes") }
    blackHole(diff)
  }
}

/// Frameworks in memory, by id.
private struct Shelf: FrameworkBases {
  var texts: [String: String]

  /// The framework and a chain of five variants, each with the digest of the one before.
  static func filled() -> Shelf? {
    var shelf = Shelf(texts: ["base": GeneratedVersions.framework("1.0.0", word: "know")])
    var last = shelf.read("base")
    for number in 1...5 {
      guard let digest = try? last?.framework.contentDigest() else { return nil }
      shelf.texts["variant-\(number)"] = GeneratedVersions.variant(number, digest: digest.description)
      last = shelf.read("variant-\(number)")
    }
    return last == nil ? nil : shelf
  }

  func source(id: String, version: SemanticVersion) -> SourceFile? {
    texts[id].map { SourceFile(path: "\(id).yaml", bytes: Array($0.utf8)) }
  }
  func versions(id: String) -> [SemanticVersion] { [] }
  func ids() -> [String] { texts.keys.sorted() }

  func read(_ id: String) -> ResolvedFramework? {
    var sources = SourceMap()
    var bag = DiagnosticBag()
    guard let source = source(id: id, version: SemanticVersion(1, 0, 0)) else { return nil }
    return FrameworkReader.read(sources.add(source), in: &sources, bases: self, into: &bag)
  }
}
