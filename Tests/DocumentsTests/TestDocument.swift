import Diagnostics
import Testing

@testable import Documents

/// A text read as a tree, with what was said about it.
struct TreeReading {
  let tree: DocumentTree?
  let bag: DiagnosticBag

  init(_ bytes: [UInt8], limits: Limits = Limits()) {
    var bag = DiagnosticBag()
    tree = DocumentTree(
      SourceFile(path: "t.yaml", bytes: bytes), FileID(index: 0), limits: limits, into: &bag)
    self.bag = bag
  }

  init(_ text: String, limits: Limits = Limits()) { self.init(Array(text.utf8), limits: limits) }

  var codes: [String] { bag.items.map(\.code.id) }
}

/// A text read by a shape, with what was said about it.
struct ShapeReading<Value: Sendable> {
  let value: Value?
  let bag: DiagnosticBag

  init(_ text: String, as shape: Shape<Value>) {
    let reading = TreeReading(text)
    var bag = reading.bag
    if let tree = reading.tree {
      var reader = Reader(tree)
      value = shape.read(tree.root, &reader)
      bag.append(reader.bag)
    } else {
      value = nil
    }
    self.bag = bag
  }

  var codes: [String] { bag.items.map(\.code.id) }
}

/// Expects one report of the code at the one marked place.
func expectTree(_ code: String, _ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let marked = MarkedText(marked)
  let reading = TreeReading(marked.text)
  #expect(reading.codes == [code], sourceLocation: sourceLocation)
  let places = reading.bag.items.compactMap(\.range).map { $0.start..<$0.end }
  #expect(places == marked.places, "\(reading.bag.items)", sourceLocation: sourceLocation)
}
