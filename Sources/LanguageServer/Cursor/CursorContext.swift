/// Where in a document's structure the cursor is, by indentation and brackets alone: works in a text that cannot be
/// parsed.
struct CursorContext {
  enum Step: Equatable {
    case key(String)
    case item
  }

  /// What may be written at the cursor.
  enum Position: Equatable {
    /// Anything: a key of a mapping, or a single value.
    case node
    /// What follows a key on its line.
    case value
  }

  /// From the top of the document to what the cursor stands in.
  private(set) var steps: [Step] = []
  /// The single values that stand beside the cursor's way: `fields[n]` are those of the mapping after n steps.
  private(set) var fields: [[String: String]] = []
  private(set) var position = Position.node
  /// Where the word starts that the cursor is at the end of.
  private(set) var token: Int
  private(set) var isQuoted = false
  /// Whether the cursor stands where the dash of a list's next item belongs.
  private(set) var wantsDash = false
  /// Whether a colon stands right before the cursor.
  private(set) var isAtColon = false

  private let lines: TextLines
  private let line: Int
  /// The steps from the cursor upwards, while they are found.
  private var found: [Found] = []
  private var siblings: [String: String] = [:]
  /// The bytes before the keys of the mapping that `siblings` are of; `nil` between brackets.
  private var column: Int?

  /// A step, and the mapping that it leads into.
  private struct Found {
    let step: Step
    var fields: [String: String]
    var column: Int?
  }

  init(_ lines: TextLines, at offset: Int) {
    self.lines = lines
    line = lines.line(of: offset)
    token = offset
    if let anchor = anchor() {
      if anchor.isFlow {
        let flow = flow(anchor.content..<offset)
        if !flow.frames.isEmpty {
          enter(flow)
          climb(from: anchor.line, anchor.block)
          finish()
          return
        }
      } else {
        position = .value
        token = anchor.content
        climb(from: anchor.line, anchor.block)
        finish()
        return
      }
    }
    readLine(upTo: offset)
    finish()
  }

  /// The text from the start of the value to the cursor.
  func typed(to offset: Int) -> String {
    String(decoding: lines.bytes[min(token, offset)..<offset], as: UTF8.self)
  }

  // MARK: The cursor's line

  private mutating func readLine(upTo offset: Int) {
    let start = lines.starts[line]
    let block = BlockLine(lines.bytes, start..<max(start, offset))
    let content = block.content
    if case .key? = block.markers.last?.kind {
      position = .value
      isAtColon = block.endsAtColon
      token = content
      if content < offset, [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(lines.bytes[content]) {
        enter(flow(content..<offset))
      } else {
        skipQuote(offset)
      }
      climb(from: line, block)
      return
    }
    token = content
    if content < offset, [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(lines.bytes[content]) {
      enter(flow(content..<offset))
      climb(from: line, block)
      return
    }
    skipQuote(offset)
    let column = block.isBlank ? offset - start : content - start
    self.column = column
    climb(from: line, block, column: column)
  }

  private func flow(_ span: Range<Int>) -> FlowScan {
    var flow = FlowScan(lines.bytes, span)
    flow.lookAhead(lines.bytes, span.upperBound..<max(span.upperBound, lines.span(ofLine: line).upperBound))
    return flow
  }

  private mutating func skipQuote(_ offset: Int) {
    guard token < offset, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(lines.bytes[token]) else { return }
    token += 1
    isQuoted = true
  }

  /// From the innermost bracket outwards.
  private mutating func enter(_ flow: FlowScan) {
    guard !flow.frames.isEmpty else { return }
    token = flow.token
    isQuoted = flow.isQuoted
    position = .node
    for (index, frame) in flow.frames.enumerated().reversed() {
      let isInnermost = index == flow.frames.count - 1
      if !frame.isMapping {
        found.append(Found(step: .item, fields: siblings))
        siblings = [:]
      } else if let key = frame.key {
        if isInnermost { position = .value }
        found.append(Found(step: .key(key), fields: siblings))
        siblings = frame.fields
      } else {
        siblings = frame.fields
      }
    }
  }

  // MARK: Upwards

  /// Goes from a line to the top of the document.
  ///
  /// - Parameter column: where what is being written starts; without it, it is the value of the line's last marker.
  private mutating func climb(from start: Int, _ block: BlockLine, column: Int? = nil) {
    var limit = column ?? Int.max
    var childIsItem = false
    for marker in block.markers.reversed() {
      if column == nil || marker.column < limit { take(marker, &limit, &childIsItem) }
    }
    var line = start - 1
    while line >= 0 {
      defer { line -= 1 }
      let span = lines.span(ofLine: line)
      guard indentation(span) <= limit else { continue }
      let block = BlockLine(lines.bytes, span)
      guard !block.isBlank else { continue }
      for marker in block.markers.reversed() {
        if marker.column < limit {
          take(marker, &limit, &childIsItem)
        } else if marker.column == limit {
          switch marker.kind {
          case .key where childIsItem && !(wantsDash && found.isEmpty): take(marker, &limit, &childIsItem)
          case .key(let key):
            // Dashes under a key may stand as far to the left as the key: then a key is as likely as a dash.
            (wantsDash, childIsItem) = (false, false)
            siblings[key] = siblings[key] ?? block.value(lines.bytes)
          case .item where !childIsItem && found.isEmpty:
            wantsDash = true
            childIsItem = true
          case .item: break
          }
        }
      }
    }
  }

  private mutating func take(_ marker: BlockLine.Marker, _ limit: inout Int, _ childIsItem: inout Bool) {
    switch marker.kind {
    case .item: found.append(Found(step: .item, fields: siblings, column: column))
    case .key(let key): found.append(Found(step: .key(key), fields: siblings, column: column))
    }
    siblings = [:]
    limit = marker.column
    childIsItem = marker.kind == .item
    column = childIsItem ? nil : limit
  }

  private func indentation(_ span: Range<Int>) -> Int {
    var at = span.lowerBound
    while at < span.upperBound, lines.bytes[at] == 0x20 { at += 1 }
    return at - span.lowerBound
  }

  private mutating func finish() {
    collectBelow()
    steps = found.reversed().map(\.step)
    fields = [siblings] + found.reversed().map(\.fields)
  }

  // MARK: Neighbours

  /// Keys that stand below the cursor, in its mapping and in those around it. What stands at the top of the document is
  /// wanted only where the cursor is there.
  private mutating func collectBelow() {
    var open = found.indices.filter { found[$0].column != nil }
    var isAtTop = found.isEmpty && column != nil
    var next = line + 1
    while next < lines.starts.count, !open.isEmpty || isAtTop {
      defer { next += 1 }
      let span = lines.span(ofLine: next)
      let indentation = indentation(span)
      // Most lines are deeper than anything that is asked for.
      let deepest = open.first.flatMap { found[$0].column } ?? column ?? 0
      guard indentation <= deepest else { continue }
      let block = BlockLine(lines.bytes, span)
      if block.isBlank { continue }
      while let first = open.first, indentation < found[first].column ?? 0 { open.removeFirst() }
      guard let marker = block.markers.first, case .key(let key) = marker.kind else {
        // A dash ends the mapping that stands where it stands.
        while let first = open.first, indentation <= found[first].column ?? 0 { open.removeFirst() }
        if isAtTop, indentation <= column ?? 0 { isAtTop = false }
        continue
      }
      if let first = open.first, indentation == found[first].column {
        found[first].fields[key] = found[first].fields[key] ?? block.value(lines.bytes)
      } else if isAtTop, indentation == column {
        siblings[key] = siblings[key] ?? block.value(lines.bytes)
      }
    }
  }

  private struct Anchor {
    let line: Int
    let block: BlockLine
    let content: Int
    let isFlow: Bool
  }

  /// The outermost line above whose value goes on to the cursor's line: one that opens brackets, or a text of several
  /// lines.
  private func anchor() -> Anchor? {
    let span = lines.span(ofLine: line)
    let own = BlockLine(lines.bytes, span)
    var limit = own.isBlank ? max(own.indentation, 1) : own.indentation
    var anchor: Anchor?
    var above = line - 1
    while above >= 0, limit > 0 {
      defer { above -= 1 }
      let span = lines.span(ofLine: above)
      guard indentation(span) < limit else { continue }
      let block = BlockLine(lines.bytes, span)
      if block.isBlank { continue }
      let isAround = (block.markers.last?.column ?? 0) < limit
      limit = block.indentation
      guard block.content < block.end else { continue }
      switch lines.bytes[block.content] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        anchor = Anchor(line: above, block: block, content: block.content, isFlow: true)
      case UInt8(ascii: "|"), UInt8(ascii: ">"):
        guard isAround else { continue }
        let text = min(above + 1, lines.starts.count - 1)
        anchor = Anchor(line: above, block: block, content: lines.starts[text], isFlow: false)
      default:
        guard isAround, case .key? = block.markers.last?.kind, anchor == nil,
          lines.bytes[block.content] != UInt8(ascii: "#"),
          own.markers.isEmpty, !own.isBlank
        else { continue }
        anchor = Anchor(line: above, block: block, content: block.content, isFlow: false)
      }
    }
    return anchor
  }
}
