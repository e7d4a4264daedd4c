import Diagnostics
import Documents
import Sealing

/// The text of a variant, of which changes can be rewritten or set aside line by line.
struct VariantLines {
  let source: SourceFile
  let variant: Variant
  private let starts: [Int]
  /// The lines (from 0) of each change.
  private let spans: [ClosedRange<Int>]
  private let header: [String: SourceRange]
  private let baseRange: SourceRange
  private let baseFields: [String: SourceRange]

  var changes: [Change] { variant.changes }

  /// - Throws: `badData` where two changes share a line.
  init(_ source: SourceFile) throws(Failure) {
    self.source = source
    starts = source.lineStarts()
    var map = SourceMap()
    var bag = DiagnosticBag()
    guard let tree = DocumentTree(source, map.add(source), into: &bag),
      let variant = Document.read(tree, kind: .framework, as: Variant.shape, into: &bag), !bag.hasErrors,
      let base = tree.value(of: "extends", in: tree.root)
    else { throw Failure(.badData, "\(source.path) is no variant that can be read.") }
    self.variant = variant
    header = Self.fields(tree.root, tree)
    baseFields = Self.fields(base, tree)
    baseRange = tree.range(base)
    let starts = starts
    spans = variant.changes.map { change in
      let first = source.lineIndex(Int(change.range.start), starts)
      return
        first...max(first, source.lineIndex(max(Int(change.range.start), Int(change.range.end) - 1), starts))
    }
    for (one, next) in zip(spans, spans.dropFirst()) where one.upperBound >= next.lowerBound {
      throw Failure(
        .badData, "Two changes in \(source.path) share line \(next.lowerBound + 1).",
        help: "Put each change on lines of its own, each starting with “- ”.")
    }
    for span in spans where !isEntry(span.lowerBound) {
      throw Failure(
        .badData, "The change in \(source.path), line \(span.lowerBound + 1), does not start with “- ”.",
        help: "Put each change on lines of its own, each starting with “- ”.")
    }
  }

  private static func fields(_ node: DocumentTree.NodeID, _ tree: DocumentTree) -> [String: SourceRange] {
    var fields: [String: SourceRange] = [:]
    var children = tree.children(node)
    while let key = children.next(), let value = children.next() {
      fields[tree.string(key)] = tree.range(value)
    }
    return fields
  }

  private func isEntry(_ line: Int) -> Bool {
    source.line(line + 1, lineStarts: starts).drop { $0 == " " }.hasPrefix("- ")
  }

  /// The text with another base and version, rewritten addresses, and what has to be decided on as comments.
  func text(
    _ results: [VariantUpgrade.Result], edits: [SourceRange: String], base: FrameworkIdentity,
    version: SemanticVersion
  ) -> String {
    var replacements: [(Range<Int>, String)] = edits.map { (Int($0.key.start)..<Int($0.key.end), $0.value) }
    if let range = header["version"] { replacements.append((range.bytes, version.description)) }
    if let range = header["status"] { replacements.append((range.bytes, "draft")) }
    if let range = baseFields["version"] { replacements.append((range.bytes, base.version.description)) }
    if let digest = base.digest {
      if let range = baseFields["digest"] {
        replacements.append((range.bytes, digest.description))
      } else if let range = baseFields["version"] {
        let isFlow = source.bytes[Int(baseRange.start)] == UInt8(ascii: "{")
        let margin = String(
          repeating: " ",
          count: max(0, Int(baseRange.start) - starts[source.lineIndex(Int(baseRange.start), starts)]))
        let addition = isFlow ? ", digest: \(digest)" : "\n\(margin)digest: \(digest)"
        replacements.removeAll { $0.0 == range.bytes }
        replacements.append((range.bytes, base.version.description + addition))
      }
    }
    let setAside = results.indices.filter { results[$0].isSetAside }
    var comments: [Int: Comment] = [:]
    for index in setAside {
      let first = spans[index].lowerBound
      let margin = source.line(first + 1, lineStarts: starts).prefix { $0 == " " }.count
      for line in spans[index] {
        comments[line] = Comment(margin: margin, reason: line == first ? results[index].reason : nil)
      }
    }
    return assemble(replacements.sorted { $0.0.lowerBound < $1.0.lowerBound }, comments)
  }

  /// A line that is set aside.
  private struct Comment {
    /// The spaces before the change that it belongs to.
    let margin: Int
    let reason: String?
  }

  private func assemble(_ replacements: [(Range<Int>, String)], _ comments: [Int: Comment]) -> String {
    var bytes: [UInt8] = []
    var upcoming = replacements[...]
    for line in starts.indices {
      let end = line + 1 < starts.count ? starts[line + 1] : source.bytes.count
      var position = starts[line]
      var text: [UInt8] = []
      while let next = upcoming.first, next.0.lowerBound < end {
        upcoming.removeFirst()
        guard next.0.lowerBound >= position else { continue }
        text += source.bytes[position..<next.0.lowerBound]
        text += Array(next.1.utf8)
        position = min(next.0.upperBound, end)
      }
      text += source.bytes[position..<end]
      guard let comment = comments[line] else {
        bytes += text
        continue
      }
      let margin = [UInt8](repeating: 0x20, count: comment.margin)
      for part in comment.reason?.split(separator: "\n") ?? [] {
        bytes += margin + Array("# \(part)\n".utf8)
      }
      let own = text.prefix(comment.margin).prefix { $0 == 0x20 }.count
      bytes += margin + Array("# ".utf8) + text.dropFirst(own)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads the new text: the changes that fail on the new base, and what else is wrong.
  func trial(
    _ text: String, _ results: [VariantUpgrade.Result], _ bases: any FrameworkBases
  ) -> (failed: [Int: String], others: [Diagnostic]) {
    var map = SourceMap()
    var bag = DiagnosticBag()
    let file = map.add(SourceFile(path: source.path, bytes: Array(text.utf8)))
    _ = FrameworkReader.read(file, in: &map, bases: bases, into: &bag)
    guard let written = map[file] else { return ([:], []) }
    var own = DiagnosticBag()
    let ranges =
      DocumentTree(written, file, into: &own)
      .flatMap { Document.read($0, kind: .framework, as: Variant.shape, into: &own) }?.changes.map(\.range)
      ?? []
    let standing = results.indices.filter { !results[$0].isSetAside }
    var failed: [Int: String] = [:]
    var others: [Diagnostic] = []
    for diagnostic in bag.items where diagnostic.severity == .error {
      let position = ranges.firstIndex { range in
        diagnostic.range.map { $0.file == file && range.start <= $0.start && $0.start < range.end } ?? false
      }
      if let position, position < standing.count {
        if failed.isEmpty || failed[standing[position]] != nil {
          failed[standing[position], default: ""] +=
            (failed[standing[position]] == nil ? "" : " ") + diagnostic.message
        }
      } else {
        others.append(diagnostic)
      }
    }
    return (failed, others)
  }
}

extension VariantUpgrade.Result {
  var isSetAside: Bool {
    switch self {
    case .decide, .dropped: true
    case .kept, .rewritten, .look: false
    }
  }

  fileprivate var reason: String? {
    switch self {
    case .decide(let reason): "Decide: \(reason)"
    case .dropped(let reason): "Not needed any more: \(reason)"
    case .kept, .rewritten, .look: nil
    }
  }
}

extension SourceRange {
  fileprivate var bytes: Range<Int> { Int(start)..<Int(end) }
}

extension SourceFile {
  /// The line (from 0) of a byte.
  fileprivate func lineIndex(_ offset: Int, _ starts: [Int]) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
