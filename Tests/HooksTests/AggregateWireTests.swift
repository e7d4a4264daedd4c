import Diagnostics
import Documents
import Sealing
import Testing

@testable import Hooks

/// What is written and read by hand, for speed, against what the hook declares.
@Suite struct AggregateWireTests {
  @Test(arguments: [0, 1, 2, 57]) func theTextIsWhatIsDeclared(rows: Int) throws {
    let marks = (0..<rows * 3).map { Int8([0, 3, -1, -2, -3, 11, 127, -128][$0 % 8]) }
    let request = AggregateRequest(
      aggregation: "trimmed-mean", kind: .ordinal,
      points: [.init(id: "low", value: 1, label: "“Low” \\ \n"), .init(id: "high", value: 2, label: "High")],
      criteria: ["a/b", "c", "d"], weights: [1, 2.5, 0], marks: marks)
    #expect(request.rowCount == rows)
    let declared = Hooks.aggregate.request.json(request)
    let text = try JSONValue(parsing: request.wireText())
    #expect(try text.canonicalBytes() == declared.canonicalBytes())
  }

  @Test(arguments: [
    #"{"figures":[1,2.5,null]}"#,
    #"{"figures":[1,2,3],"reasons":[null,"too few",null],"texts":["one",null,null]}"#,
    #"{"figures":[0,-1,1e3],"x-note":"mine"}"#,
  ])
  func anAnswerIsReadAsDeclared(text: String) throws {
    let json = try JSONValue(parsing: Array(text.utf8))
    let quick = try #require(AggregateAnswer(json: json, rows: 3))
    #expect(quick == read(json))
  }

  @Test(arguments: [
    #"{"figures":[1,2]}"#, #"{"figures":[1,2,"3"]}"#, #"{"figures":[1,2,3],"reasons":["no"]}"#, #"{}"#, "[]",
    #"{"figures":[1,2,3],"figure":1}"#, #"{"figures":[1,2,3],"texts":[1,2,3]}"#, #"{"figures":[true,2,3]}"#,
  ])
  func whatIsNoAnswerIsNotTaken(text: String) throws {
    #expect(AggregateAnswer(json: try JSONValue(parsing: Array(text.utf8)), rows: 3) == nil)
  }

  private func read(_ json: JSONValue) -> AggregateAnswer? {
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let source = SourceFile(path: "answer", bytes: Array(YAMLWriter.text(json).utf8))
    guard let tree = DocumentTree(source, sources.add(source), into: &bag) else { return nil }
    var reader = Reader(tree)
    return AggregateAnswer.shape.read(tree.root, &reader)
  }
}
