import CYaml
import Diagnostics

extension DocumentTree {
  /// Reads one YAML document. `nil` where the text is no YAML; then `bag` says why.
  public init?(_ source: SourceFile, _ file: FileID, limits: Limits = Limits(), into bag: inout DiagnosticBag)
  {
    var builder = TreeBuilder(source: source, file: file, limits: limits)
    guard builder.read() else {
      bag.append(builder.bag)
      return nil
    }
    bag.append(builder.bag)
    self.init(files: [file], records: builder.records, text: builder.text)
  }
}

/// Turns libyaml's events into the tree's arrays.
struct TreeBuilder {
  let source: SourceFile
  let file: FileID
  let limits: Limits
  var bag = DiagnosticBag()
  var records: [DocumentTree.Record] = []
  var text: [UInt8] = []
  var open: [OpenNode] = []
  var anchors: [String: Anchor] = [:]
  var places: ByteOffsets
  /// Nodes so far with aliases written out.
  var expanded = 0
  /// Bytes of text so far with aliases written out.
  var expandedText = 0
  var base = 0

  struct OpenNode {
    let index: Int
    let expandedBefore: Int
    let expandedTextBefore: Int
    let anchor: String?
    /// Levels of containers from this one down.
    var deepest: Int
    /// Written with brackets, so that its end is marked.
    let isFlow: Bool
    var childCount = 0
    /// Where the last child ends.
    var lastEnd: UInt32 = 0
  }

  struct Anchor {
    let index: Int
    let expanded: Int
    let expandedText: Int
    /// Levels of containers from the anchored node down, 0 for a scalar; `nil` while it is open.
    let height: Int?
  }

  init(source: SourceFile, file: FileID, limits: Limits) {
    self.source = source
    self.file = file
    self.limits = limits
    places = ByteOffsets()
  }

  mutating func read() -> Bool {
    guard checkBytes() else { return false }
    records.reserveCapacity(source.bytes.count / 18)
    text.reserveCapacity(source.bytes.count)
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else { return false }
    defer { yaml_parser_delete(parser) }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    let input = source.bytes
    return input.withUnsafeBufferPointer { bytes in
      let body = UnsafeBufferPointer(rebasing: bytes[base...])
      // libyaml refuses a null pointer by ending the program.
      guard let start = body.baseAddress, body.count > 0 else {
        bag.report(TreeCodes.emptyFile, Self.emptyMessage, at: range(0, UInt32(base)))
        return false
      }
      yaml_parser_set_input_string(parser, start, body.count)
      return readEvents(parser, body)
    }
  }

  private mutating func readEvents(
    _ parser: UnsafeMutablePointer<yaml_parser_t>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    defer { event.deallocate() }
    var documents = 0
    while true {
      guard yaml_parser_parse(parser, event) == 1 else {
        reportSyntax(parser.pointee, bytes)
        return false
      }
      defer { yaml_event_delete(event) }
      switch event.pointee.type {
      case YAML_STREAM_END_EVENT:
        if records.isEmpty {
          bag.report(TreeCodes.emptyFile, Self.emptyMessage, at: range(0, UInt32(base)))
          return false
        }
        return true
      case YAML_DOCUMENT_START_EVENT:
        documents += 1
        if documents > 1 {
          let start = places.offset(event.pointee.start_mark.index, bytes) + UInt32(base)
          bag.report(
            TreeCodes.severalDocuments, "A second document starts here.", at: range(start, start + 3))
          return false
        }
      case YAML_SCALAR_EVENT, YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT, YAML_ALIAS_EVENT:
        guard add(event, bytes) else { return false }
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
        close(end: places.offset(event.pointee.end_mark.index, bytes) + UInt32(base))
      default: break
      }
    }
  }

  private mutating func add(_ event: UnsafeMutablePointer<yaml_event_t>, _ bytes: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    let start = places.offset(event.pointee.start_mark.index, bytes) + UInt32(base)
    let end = places.offset(event.pointee.end_mark.index, bytes) + UInt32(base)
    let isKey = keyComesNext
    var record = DocumentTree.Record(
      kind: .scalar, marks: [], start: start, end: end, next: UInt32(records.count + 1), textStart: 0,
      textCount: 0)
    var anchor: UnsafeMutablePointer<yaml_char_t>?
    var tag: UnsafeMutablePointer<yaml_char_t>?
    var container = false
    var isFlow = false
    switch event.pointee.type {
    case YAML_SCALAR_EVENT:
      addScalar(event, bytes, &record)
      anchor = event.pointee.data.scalar.anchor
      tag = event.pointee.data.scalar.tag
    case YAML_MAPPING_START_EVENT:
      record.kind = .mapping
      container = true
      isFlow = event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      anchor = event.pointee.data.mapping_start.anchor
      tag = event.pointee.data.mapping_start.tag
    case YAML_SEQUENCE_START_EVENT:
      record.kind = .sequence
      container = true
      isFlow = event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
      anchor = event.pointee.data.sequence_start.anchor
      tag = event.pointee.data.sequence_start.tag
    default:
      guard addAlias(event, &record) else { return false }
    }
    if let tag {
      let name = String(cString: tag).replacing("tag:yaml.org,2002:", with: "!!", maxReplacements: 1)
      bag.report(TreeCodes.tag, "This value carries the tag “\(name.shortened)”.", at: range(start, end))
    }
    if isKey, record.kind != .scalar {
      bag.report(TreeCodes.keyNotText, "A name was expected before the colon.", at: range(start, end))
      return false
    }
    expanded += 1
    if !open.isEmpty {
      open[open.count - 1].childCount += 1
      open[open.count - 1].lastEnd = record.end
    }
    let index = records.count
    records.append(record)
    if container {
      open.append(
        OpenNode(
          index: index, expandedBefore: expanded - 1, expandedTextBefore: expandedText,
          anchor: anchor.map { String(cString: $0) }, deepest: 1,
          isFlow: isFlow))
      if let anchor {
        anchors[String(cString: anchor)] = Anchor(index: index, expanded: 0, expandedText: 0, height: nil)
      }
      if open.count > limits.depth { return tooDeep(at: range(start, end)) }
    } else if let anchor, record.kind == .scalar {
      anchors[String(cString: anchor)] = Anchor(
        index: index, expanded: 1, expandedText: Int(record.textCount), height: 0)
    }
    return true
  }

  private mutating func addScalar(
    _ event: UnsafeMutablePointer<yaml_event_t>, _ bytes: UnsafeBufferPointer<UInt8>,
    _ record: inout DocumentTree.Record
  ) {
    let scalar = event.pointee.data.scalar
    record.textStart = UInt32(text.count)
    record.textCount = UInt32(scalar.length)
    text.append(contentsOf: UnsafeBufferPointer(start: scalar.value, count: scalar.length))
    expandedText += scalar.length
    switch scalar.style {
    case YAML_PLAIN_SCALAR_STYLE:
      record.marks = .plain
      var next = Int(record.end) - base
      let end = next
      while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
      if next > end, next < bytes.count, bytes[next] == UInt8(ascii: "#") {
        record.marks.insert(.comment)
        if next + 1 < bytes.count, bytes[next + 1] != 0x20, bytes[next + 1] != 0x0A, bytes[next + 1] != 0x0D {
          record.marks.insert(.tightComment)
        }
      }
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE:
      record.marks = .block
      record.end = trimmed(record.end, from: record.start)
    default: break
    }
  }

  private mutating func addAlias(
    _ event: UnsafeMutablePointer<yaml_event_t>, _ record: inout DocumentTree.Record
  ) -> Bool {
    let name = String(cString: event.pointee.data.alias.anchor)
    let place = range(record.start, record.end)
    guard let anchor = anchors[name], let height = anchor.height else {
      let known = NearestName.of(name, among: anchors.keys.sorted())
      bag.report(
        TreeCodes.unknownAlias, "No finished value before this place is called “\(name)”.",
        help: known.map { "Did you mean “*\($0)”?" } ?? "", at: place)
      return false
    }
    record.kind = .alias
    record.textStart = UInt32(anchor.index)
    expanded += anchor.expanded
    expandedText += anchor.expandedText
    if expanded - records.count > limits.aliasedNodes || expandedText - text.count > limits.aliasedBytes {
      let what =
        expanded - records.count > limits.aliasedNodes
        ? "\(limits.aliasedNodes) values" : "\(limits.aliasedBytes) bytes"
      bag.report(
        TreeCodes.aliasExpansion, "With this alias the document would repeat more than \(what).", at: place)
      return false
    }
    if open.count + height > limits.depth { return tooDeep(at: place) }
    if !open.isEmpty { open[open.count - 1].deepest = max(open[open.count - 1].deepest, height + 1) }
    return true
  }

  private mutating func close(end: UInt32) {
    guard let node = open.popLast() else { return }
    records[node.index].next = UInt32(records.count)
    // A block's end mark stands at the start of what follows it, past blank lines and comments.
    let end = node.isFlow ? end : max(node.lastEnd, records[node.index].start)
    records[node.index].end = end
    if !open.isEmpty { open[open.count - 1].lastEnd = end }
    if !open.isEmpty { open[open.count - 1].deepest = max(open[open.count - 1].deepest, node.deepest + 1) }
    if let name = node.anchor {
      anchors[name] = Anchor(
        index: node.index, expanded: expanded - node.expandedBefore,
        expandedText: expandedText - node.expandedTextBefore, height: node.deepest)
    }
  }

  /// A block of text ends before the blank lines that follow it.
  private func trimmed(_ end: UInt32, from start: UInt32) -> UInt32 {
    var end = Int(end)
    while end > start, end <= source.bytes.count, source.bytes[end - 1] <= 0x20 { end -= 1 }
    return UInt32(end)
  }

  private var keyComesNext: Bool {
    guard let last = open.last else { return false }
    return records[last.index].kind == .mapping && last.childCount % 2 == 0
  }

  private mutating func tooDeep(at place: SourceRange) -> Bool {
    bag.report(TreeCodes.nestingTooDeep, "This is nested deeper than \(limits.depth) levels.", at: place)
    return false
  }

  private static let emptyMessage = "There is nothing here to read."

  func range(_ start: UInt32, _ end: UInt32) -> SourceRange {
    SourceRange(file: file, start: start, end: end)
  }
}
