import Diagnostics
import Documents

/// Where the characters of names stand: inside quotes and blocks as well.
struct NamePlaces {
  let tree: DocumentTree
  let sources: SourceMap

  /// The characters of a single value, without its quotes.
  func range(_ node: DocumentTree.NodeID) -> SourceRange {
    range(node, 0..<tree.string(node).utf8.count)
  }

  /// A part of a single value: UTF-8 offsets in it.
  func range(_ node: DocumentTree.NodeID, _ part: Range<Int>) -> SourceRange { ranges(node, [part])[0] }

  func ranges(_ node: DocumentTree.NodeID, _ parts: [Range<Int>]) -> [SourceRange] {
    let whole = tree.range(node)
    let text = tree.string(node)
    // Written plainly on one line: every byte stands for itself.
    if Int(whole.end - whole.start) == text.utf8.count {
      return parts.map {
        SourceRange(
          file: whole.file, start: whole.start + UInt32($0.lowerBound),
          end: whole.start + UInt32($0.upperBound))
      }
    }
    guard let source = sources[whole.file] else { return parts.map { _ in whole } }
    let places = ScalarPlaces(of: Located(text, at: whole), in: source)
    return parts.map { places.range(ofDecoded: $0) }
  }
}
