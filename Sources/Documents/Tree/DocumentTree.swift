import Diagnostics

/// A YAML document as a tree of nodes, each with its place.
///
/// The nodes lie in one array in the order of the text (a parent before its children); their text lies in one
/// buffer. Nothing is typed yet: what a scalar means is decided by the field that reads it. A tree that was put
/// together from several documents (``EditableTree``) knows of each node which file it stands in.
public struct DocumentTree: Sendable {
  public enum Kind: UInt8, Sendable { case scalar, mapping, sequence, alias }

  /// What the reader must remember of how a scalar was written.
  struct Marks: OptionSet, Sendable {
    let rawValue: UInt8
    /// Written without quotes.
    static let plain = Marks(rawValue: 1)
    /// Text stood behind it on its line, after ` #`.
    static let comment = Marks(rawValue: 2)
    /// That text followed the `#` without a space, as in `area #1`.
    static let tightComment = Marks(rawValue: 4)
    /// Written in block style, `|` or `>`.
    static let block = Marks(rawValue: 8)
  }

  struct Record: Sendable {
    var kind: Kind
    var marks: Marks
    /// Its position in `files`.
    var origin: UInt16 = 0
    var start: UInt32
    var end: UInt32
    /// The index after the last node of this subtree.
    var next: UInt32
    /// A scalar's text in `text`; an alias's target in `textStart`.
    var textStart: UInt32
    var textCount: UInt32
  }

  /// The files that its nodes stand in.
  let files: [FileID]
  var records: [Record]
  var text: [UInt8]

  /// A node's name within its tree.
  public struct NodeID: Hashable, Sendable {
    let index: Int
  }

  /// The file of a tree that was read; for one that was put together, the file of its outermost node.
  public var file: FileID { files[records.isEmpty ? 0 : Int(records[0].origin)] }

  public var root: NodeID { NodeID(index: 0) }
  public var nodeCount: Int { records.count }

  /// Follows aliases.
  @inline(__always)
  func record(_ node: NodeID) -> Record {
    var record = records[node.index]
    while record.kind == .alias { record = records[Int(record.textStart)] }
    return record
  }

  public func kind(_ node: NodeID) -> Kind { record(node).kind }

  public func range(_ node: NodeID) -> SourceRange {
    let record = records[node.index]
    return SourceRange(file: files[Int(record.origin)], start: record.start, end: record.end)
  }

  /// A scalar's text.
  public func string(_ node: NodeID) -> String {
    withText(node) { String(decoding: $0, as: UTF8.self) }
  }

  @inline(__always)
  func withText<Result>(_ node: NodeID, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let record = record(node)
    return text.withUnsafeBufferPointer { buffer in
      guard record.kind == .scalar, record.textCount > 0 else {
        return body(UnsafeBufferPointer(start: nil, count: 0))
      }
      let start = Int(record.textStart)
      return body(UnsafeBufferPointer(rebasing: buffer[start..<start + Int(record.textCount)]))
    }
  }

  /// Whether nothing was written: an empty plain scalar, `~` or `null`.
  public func isNull(_ node: NodeID) -> Bool {
    let record = record(node)
    guard record.kind == .scalar, record.marks.contains(.plain) else { return false }
    switch record.textCount {
    case 0: return true
    case 1: return text[Int(record.textStart)] == UInt8(ascii: "~")
    case 4: return withText(node) { $0.elementsEqual("null".utf8) }
    default: return false
    }
  }

  /// Whether nothing can be seen: null, or quotes around nothing but white space.
  func isBlank(_ node: NodeID) -> Bool {
    guard kind(node) == .scalar else { return false }
    return isNull(node) || withText(node) { $0.allSatisfy { $0 <= 0x20 } }
  }

  /// The children of a mapping (keys and values in turn) or of a sequence.
  public func children(_ node: NodeID) -> Children {
    var index = node.index
    while records[index].kind == .alias { index = Int(records[index].textStart) }
    guard records[index].kind != .scalar else { return Children(tree: self, upcoming: 0, end: 0) }
    return Children(tree: self, upcoming: index + 1, end: Int(records[index].next))
  }

  public struct Children: Sequence, IteratorProtocol {
    let tree: DocumentTree
    var upcoming: Int
    let end: Int

    public mutating func next() -> NodeID? {
      guard upcoming < end else { return nil }
      defer { upcoming = Int(tree.records[upcoming].next) }
      return NodeID(index: upcoming)
    }
  }

  /// The value under a key of a mapping.
  public func value(of key: String, in node: NodeID) -> NodeID? {
    guard kind(node) == .mapping else { return nil }
    var children = children(node)
    while let name = children.next(), let value = children.next() {
      if withText(name, { $0.elementsEqual(key.utf8) }) { return value }
    }
    return nil
  }
}
