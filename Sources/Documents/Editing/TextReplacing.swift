import Diagnostics

extension DocumentTree {
  /// A scalar's text without the white space around it, as fields of text read it.
  ///
  /// - Returns: `nil` for other nodes, and where nothing can be seen.
  public func visibleText(_ node: NodeID) -> String? {
    guard kind(node) == .scalar, !isBlank(node) else { return nil }
    return withText(node) { bytes in
      var start = 0
      var end = bytes.count
      while start < end, bytes[start] <= 0x20 { start += 1 }
      while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    }
  }

  /// The same document with other texts in some of its scalars, each shown at the place it is given.
  ///
  /// - Parameter texts: by scalar; other nodes are left as they are.
  public func replacing(_ texts: [NodeID: Located<String>]) -> DocumentTree {
    var files = files
    var records = records
    var text = text
    for (node, replacement) in texts.sorted(by: { $0.key.index < $1.key.index })
    where records.indices.contains(node.index) && kind(node) == .scalar {
      let origin: UInt16
      if let known = files.firstIndex(of: replacement.range.file) {
        origin = UInt16(known)
      } else {
        origin = UInt16(files.count)
        files.append(replacement.range.file)
      }
      let bytes = Array(replacement.value.utf8)
      records[node.index] = Record(
        kind: .scalar, marks: [], origin: origin, start: replacement.range.start, end: replacement.range.end,
        next: UInt32(node.index + 1), textStart: UInt32(text.count), textCount: UInt32(bytes.count))
      text += bytes
    }
    return DocumentTree(files: files, records: records, text: text)
  }
}
