import Diagnostics
import Documents
import Frameworks
import Hooks
import Reviews
import Rubrics
import Sealing
import Synchronization
import Testing

@testable import Extensions

/// A plugin's figures in scores: asked for once, counted by Waymark, stamped.
@Suite struct PluginAggregationTests {
  private static let stamp = PluginStamp(
    id: "robust", version: SemanticVersion(1, 2, 3), digest: Digest(of: Array("plugin".utf8)))

  private static let framework = """
    schema: waymark.framework/1
    id: trial
    version: 1.0.0
    title: A made-up framework
    language: en-GB
    subject: school
    levels: [{id: area, title: Area}, {id: question, title: Question}]
    scales: {steps: {kind: ordinal, points: [{id: low, value: 1}, {id: mid, value: 2}, {id: high, value: 3}]}}
    judging: {self: {level: question, scale: steps}, peer: none}
    overall: {aggregate: trimmed-mean, plugin: robust, assumed: made up}
    criteria:
      - id: one
        title: One
        criteria: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]

    """

  @Test func severalReviewsAreAskedForAtOnce() throws {
    let calls = Mutex<[JSONValue]>([])
    let scores = try score(["low mid high", "mid mid not-reviewed", "- - low"]) { method, params in
      #expect(method == "aggregate")
      guard case .encoded(let bytes) = params else { throw Failure(.badData, "not encoded") }
      calls.withLock { $0.append((try? JSONValue(parsing: bytes)) ?? .null) }
      return ["figures": [2, 2.5], "texts": [nil, "halfway"]]
    }
    let asked = calls.withLock { $0 }
    #expect(asked.count == 1)
    // The third review has too few answers: nobody asks.
    #expect(asked[0]["rows"] == [[0, 1, 2], [1, 1, -3]])
    #expect(asked[0]["criteria"] == ["one/a", "one/b", "one/c"])
    let results = try scores.map { try $0.overall() }
    #expect(results.map(\.text) == ["2", "halfway", results[2].text])
    #expect(results[2].value == nil && results[2].shortfall != nil)
    #expect(results.allSatisfy { $0.through == Self.stamp })
    #expect(results[0].json()["through"]?["digest"]?.asString == Self.stamp.digest.description)
    #expect(scores[0].rubric.plugins == [Self.stamp])
  }

  @Test(arguments: [
    ("{\"figures\":[1]}", "figures"), ("{}", "not what the hook wants"), ("{\"figures\":[null,null]}", ""),
    ("{\"figures\":[null,null],\"reasons\":[\"too odd\",null]}", "too odd"),
  ])
  func aBadAnswerIsNoFigure(answer: String, words: String) throws {
    let scores = try score(["low mid high", "mid mid mid"]) { _, _ in
      try JSONValue(parsing: Array(answer.utf8))
    }
    let result = try scores[0].overall()
    #expect(result.value == nil)
    #expect(words.isEmpty || result.text.contains(words), "\(result.text)")
  }

  @Test func aPluginThatIsNotHereIsNamed() throws {
    let scores = try score(["low mid high"], plugin: false) { _, _ in [:] }
    #expect(try scores[0].overall().text.contains("“robust”"))
    #expect(scores[0].rubric.plugins.isEmpty)
  }

  @Test func aNameThatThePluginDoesNotHave() throws {
    let source = Self.catalogue { _, _ in [:] }.aggregationSource
    guard case .shortfall(let shortfall) = source.find("trimed-mean", of: "robust") else {
      Issue.record("found")
      return
    }
    #expect(shortfall.words.contains("Did you mean “trimmed-mean”?"))
  }

  private static func catalogue(
    _ send: @escaping @Sendable (String, PluginParams) throws -> JSONValue
  ) -> HookCatalogue {
    var provided = PluginManifest.Provided()
    provided.hook = .aggregate
    provided.name = Located("trimmed-mean")
    var catalogue = HookCatalogue()
    catalogue.add(
      [provided],
      PluginCalls(stamp) { method, params, _ in PluginAnswer(result: try send(method, params), files: [:]) })
    return catalogue
  }

  private func score(
    _ reviews: [String], plugin: Bool = true,
    _ send: @escaping @Sendable (String, PluginParams) throws -> JSONValue
  ) throws -> [ScoredReview] {
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let source = SourceFile(path: "framework.yaml", bytes: Array(Self.framework.utf8))
    let framework = try #require(
      FrameworkReader.read(
        sources.add(source), in: &sources, bases: FrameworkLibrary(folders: []), into: &bag),
      "\(TextPrinter.print(bag, sources))")
    let rubric = try Rubric(
      framework, aggregations: plugin ? Self.catalogue(send).aggregationSource : .own)
    let marked = reviews.map { points in
      var review = Review()
      review.framework.id = Located("trial")
      review.judgements = zip(["one/a", "one/b", "one/c"], points.split(separator: " ")).filter { $1 != "-" }
        .map {
          var judgement = Judgement()
          judgement.point = Located(String($1))
          return Keyed(key: Located($0), value: judgement)
        }
      return MarkedReview(review, rubric: rubric)
    }
    return Scorer.score(marked)
  }
}
