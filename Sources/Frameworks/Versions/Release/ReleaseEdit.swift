import Diagnostics
import Documents

/// The smallest change of a framework's text that releases it: comments and layout stay.
struct ReleaseEdit {
  private let source: SourceFile
  private let tree: DocumentTree
  /// What comes in place of which bytes.
  private var edits: [(range: Range<Int>, text: String)] = []

  init(_ source: SourceFile, _ tree: DocumentTree) { (self.source, self.tree) = (source, tree) }

  /// The text with all changes made.
  var bytes: [UInt8] {
    var bytes = source.bytes
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(edit.range, with: Array(edit.text.utf8))
    }
    return bytes
  }

  /// Sets a field at the top, right after `version` where it is not there yet.
  mutating func set(_ key: String, to value: String) {
    set(key, to: value, in: tree.root)
  }

  /// Sets a field of the mapping under `extends`.
  mutating func setInBase(_ key: String, to value: String) {
    guard let base = tree.value(of: "extends", in: tree.root) else { return }
    set(key, to: value, in: base)
  }

  private mutating func set(_ key: String, to value: String, in mapping: DocumentTree.NodeID) {
    guard let node = tree.value(of: key, in: mapping) else {
      return insert(key, value, after: "version", in: mapping)
    }
    // Where nothing stands behind the colon, the place is right behind it.
    let space =
      span(node).isEmpty && source.bytes[..<span(node).lowerBound].last == UInt8(ascii: ":") ? " " : ""
    edits.append((span(node), space + value))
  }

  private mutating func insert(
    _ key: String, _ value: String, after neighbour: String, in mapping: DocumentTree.NodeID
  ) {
    var children = tree.children(mapping)
    while let name = children.next(), let old = children.next() {
      guard tree.string(name) == neighbour else { continue }
      let end = span(old).upperBound
      if source.bytes[span(mapping).lowerBound] == UInt8(ascii: "{") {
        edits.append((end..<end, ", \(key): \(value)"))
      } else {
        let start = span(name).lowerBound
        let lineStart = source.bytes[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let lineEnd = source.bytes[end...].firstIndex(of: UInt8(ascii: "\n")) ?? source.bytes.count
        // A byte order mark is no indentation.
        let indent = source.bytes[lineStart..<start].count { $0 == UInt8(ascii: " ") }
        let hasReturn = lineEnd > end && source.bytes[lineEnd - 1] == UInt8(ascii: "\r")
        let place = hasReturn ? lineEnd - 1 : lineEnd
        let lineBreak = hasReturn ? "\r\n" : "\n"
        edits.append((place..<place, "\(lineBreak)\(String(repeating: " ", count: indent))\(key): \(value)"))
      }
      return
    }
  }

  private func span(_ node: DocumentTree.NodeID) -> Range<Int> {
    let range = tree.range(node)
    return Int(range.start)..<min(Int(range.end), source.bytes.count)
  }
}
