import Diagnostics

extension EditableTree {
  /// The document as it stands now, with the file and place of every node.
  public func frozen() -> DocumentTree {
    var freezer = Freezer(self)
    freezer.emit(root)
    return DocumentTree(files: freezer.files, records: freezer.records, text: freezer.text)
  }
}

private struct Freezer {
  let source: EditableTree
  var files: [FileID] = []
  var records: [DocumentTree.Record] = []
  var text: [UInt8] = []
  /// Where each tree's text starts in ours.
  private var textStarts: [UInt32?]
  /// For each tree, its files' positions among ours.
  private var origins: [[UInt16]]
  private let hasAliases: [Bool]

  init(_ source: EditableTree) {
    self.source = source
    textStarts = Array(repeating: nil, count: source.trees.count)
    hasAliases = source.trees.map { tree in tree.records.contains { $0.kind == .alias } }
    origins = []
    origins = source.trees.map { tree in tree.files.map { origin(of: $0) } }
    records.reserveCapacity(source.trees.reduce(0) { $0 + $1.records.count })
  }

  private mutating func origin(of file: FileID) -> UInt16 {
    if let known = files.firstIndex(of: file) { return UInt16(known) }
    files.append(file)
    return UInt16(files.count - 1)
  }

  mutating func emit(_ node: EditableTree.Node) {
    let slot = source.slots[node.index]
    switch slot.content {
    case .kept(let tree, let id): keep(tree, id)
    case .scalar(let bytes):
      open(.scalar, at: slot.range, text: bytes)
    case .mapping(let entries):
      let index = open(.mapping, at: slot.range)
      for entry in entries {
        emit(entry.key)
        emit(entry.value)
      }
      records[index].next = UInt32(records.count)
    case .sequence(let nodes):
      let index = open(.sequence, at: slot.range)
      for node in nodes { emit(node) }
      records[index].next = UInt32(records.count)
    }
  }

  @discardableResult
  private mutating func open(_ kind: DocumentTree.Kind, at range: SourceRange, text bytes: [UInt8] = [])
    -> Int
  {
    records.append(
      DocumentTree.Record(
        kind: kind, marks: [], origin: origin(of: range.file), start: range.start, end: range.end,
        next: UInt32(records.count + 1), textStart: UInt32(text.count), textCount: UInt32(bytes.count)))
    text += bytes
    return records.count - 1
  }

  private mutating func keep(_ tree: Int, _ id: DocumentTree.NodeID) {
    let records = source.trees[tree].records
    let place = records[id.index]
    if hasAliases[tree] {
      copy(tree, id.index, placedAs: place)
      return
    }
    let start = textStart(tree)
    let difference = Int64(self.records.count) - Int64(id.index)
    let origins = origins[tree]
    let first = self.records.count
    self.records.append(contentsOf: records[id.index..<Int(place.next)])
    self.records.withUnsafeMutableBufferPointer { buffer in
      for index in first..<buffer.count {
        buffer[index].next = UInt32(Int64(buffer[index].next) + difference)
        buffer[index].textStart += start
        buffer[index].origin = origins[Int(buffer[index].origin)]
      }
    }
  }

  /// Writes aliases out: what they point to may not come along.
  private mutating func copy(_ tree: Int, _ index: Int, placedAs place: DocumentTree.Record) {
    let source = source.trees[tree].records
    var target = index
    while source[target].kind == .alias { target = Int(source[target].textStart) }
    var record = source[target]
    (record.start, record.end, record.origin) = (place.start, place.end, origins[tree][Int(place.origin)])
    record.textStart += textStart(tree)
    let own = records.count
    records.append(record)
    var child = target + 1
    let end = record.kind == .scalar ? child : Int(source[target].next)
    while child < end {
      copy(tree, child, placedAs: source[child])
      child = Int(source[child].next)
    }
    records[own].next = UInt32(records.count)
  }

  private mutating func textStart(_ tree: Int) -> UInt32 {
    if let known = textStarts[tree] { return known }
    let start = UInt32(text.count)
    text += source.trees[tree].text
    textStarts[tree] = start
    return start
  }
}
