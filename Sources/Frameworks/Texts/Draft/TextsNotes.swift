import Diagnostics
import Documents

/// What stands in a file of translated texts beside its content: the translators' own comments, and entries that
/// are commented out. Kept, so that bringing a file up to date loses nothing.
///
/// Three lines of comment make an entry that is commented out: its address, its text and its mark. Comments that
/// start with `#.` are the program's own, written anew each time.
struct TextsNotes {
  private static let generated = "#."

  /// Comments before the first entry.
  private(set) var head: [String] = []
  /// Comments after the last entry.
  private(set) var tail: [String] = []
  /// Keys of the translators' own (`x-…`) at the top of the file, as they are written.
  private(set) var ownKeys: [String] = []
  /// By the address of the entry, in use or commented out, that they stand before or in.
  private var comments: [String: [String]] = [:]
  private var ownKeysInside: [String: [String]] = [:]
  /// Entries that are commented out and have a text, in order.
  private var setAside: [(address: String, lines: [String])] = []

  /// For a file that is new.
  init() {}

  private struct Comment {
    let offset: Int
    let line: Int
    let words: String
  }

  /// - Parameter tree: the document of the same text.
  init(_ source: SourceFile, _ tree: DocumentTree) {
    let starts = source.lineStarts()
    let comments = Self.comments(source, tree, starts)
    let entries = Self.entries(source, tree, starts)
    let body = Self.textsOffset(tree) ?? Int.max
    let isHead = { (comment: Comment) in comment.offset < body }
    head = comments.filter(isHead).map(\.words).filter { !$0.hasPrefix(Self.generated) }
    var waiting: [String] = []
    var next = 0
    var index = comments.firstIndex { !isHead($0) } ?? comments.count
    while index < comments.count {
      let comment = comments[index]
      while next < entries.count, entries[next].offset <= comment.offset {
        settle(&waiting, before: entries[next].address)
        next += 1
      }
      if next > 0, comment.line <= entries[next - 1].lastLine {
        add([comment.words], to: entries[next - 1].address)
      } else if let (address, lines) = Self.commentedOut(comments[index...].prefix(3)) {
        settle(&waiting, before: address)
        if lines[1] != "#   text:" { setAside.append((address, lines)) }
        index += 2
      } else if !comment.words.hasPrefix(Self.generated) {
        waiting.append(comment.words)
      }
      index += 1
    }
    if next < entries.count { settle(&waiting, before: entries[next].address) }
    tail = waiting
    keepOwnKeys(source, tree)
  }

  private mutating func settle(_ waiting: inout [String], before address: String) {
    add(waiting, to: address)
    waiting = []
  }

  private mutating func add(_ lines: [String], to address: String) {
    let own = lines.filter { !$0.hasPrefix(Self.generated) }
    if !own.isEmpty { comments[address, default: []] += own }
  }

  // MARK: - Taking it over

  /// The comments of an entry, which are its no longer.
  mutating func takeComments(of address: String) -> [String] {
    comments.removeValue(forKey: address) ?? []
  }

  mutating func takeOwnKeys(of address: String) -> [String] {
    ownKeysInside.removeValue(forKey: address) ?? []
  }

  /// What was commented out at an address.
  mutating func takeSetAside(at address: String) -> [String] {
    let lines = setAside.filter { $0.address == address }.flatMap(\.lines)
    if !lines.isEmpty { setAside.removeAll { $0.address == address } }
    return lines
  }

  /// Comments an entry out.
  mutating func setAside(_ entry: Keyed<TextsFile.Entry>) {
    let address = entry.key.value
    for key in takeOwnKeys(of: address) { add(["# \(key)"], to: address) }
    setAside.append(
      (
        address,
        [
          "# \(address):", "#   text: \(TextsYAML.quoted(entry.value.text.value))",
          entry.value.of.map { "#   of: \(TextsYAML.mark($0.value))" } ?? "#   of:",
        ]
      ))
  }

  /// Everything that was commented out and not taken yet, and every comment that was not.
  mutating func takeSetAside() -> [String] {
    var lines: [String] = []
    for entry in setAside { lines += takeComments(of: entry.address) + entry.lines }
    setAside = []
    for address in comments.keys.sorted() { lines += takeComments(of: address) }
    return lines
  }

  // MARK: - What stands where

  private static func textsOffset(_ tree: DocumentTree) -> Int? {
    var children = tree.children(tree.root)
    while let key = children.next(), children.next() != nil {
      if tree.string(key) == "texts" { return Int(tree.range(key).start) }
    }
    return nil
  }

  private static func entries(_ source: SourceFile, _ tree: DocumentTree, _ starts: [Int]) -> [(
    address: String, offset: Int, lastLine: Int
  )] {
    guard let texts = tree.value(of: "texts", in: tree.root), tree.kind(texts) == .mapping else { return [] }
    var entries: [(String, Int, Int)] = []
    var children = tree.children(texts)
    while let key = children.next(), let value = children.next() {
      var end = Int(tree.range(value).end)
      while end > 0, source.bytes[end - 1] <= 0x20 { end -= 1 }
      let last = source.position(of: max(0, end - 1), lineStarts: starts).line
      entries.append((tree.string(key), Int(tree.range(key).start), last))
    }
    return entries
  }

  /// Every comment, in order: a `#` at the start of a line or after white space that no value holds.
  private static func comments(_ source: SourceFile, _ tree: DocumentTree, _ starts: [Int]) -> [Comment] {
    var values: [Range<Int>] = []
    collect(tree, tree.root, &values)
    var comments: [Comment] = []
    var value = 0
    for (line, start) in starts.enumerated() {
      let end = line + 1 < starts.count ? starts[line + 1] : source.bytes.count
      for offset in start..<end where source.bytes[offset] == UInt8(ascii: "#") {
        guard offset == 0 || source.bytes[offset - 1] <= 0x20 else { continue }
        while value < values.count, values[value].upperBound <= offset { value += 1 }
        if value < values.count, values[value].contains(offset) { continue }
        var stop = end
        while stop > offset, source.bytes[stop - 1] <= 0x20 { stop -= 1 }
        comments.append(
          Comment(
            offset: offset, line: line + 1,
            words: String(decoding: source.bytes[offset..<stop], as: UTF8.self)))
        break
      }
    }
    return comments
  }

  private static func collect(
    _ tree: DocumentTree, _ node: DocumentTree.NodeID, _ values: inout [Range<Int>]
  ) {
    guard tree.kind(node) == .scalar else {
      for child in tree.children(node) { collect(tree, child, &values) }
      return
    }
    let range = tree.range(node)
    values.append(Int(range.start)..<Int(range.end))
  }

  private mutating func keepOwnKeys(_ source: SourceFile, _ tree: DocumentTree) {
    let starts = Set(source.lineStarts())
    for (key, value) in Self.ownKeys(tree, tree.root) {
      let words = Self.words(source, key, value)
      if starts.contains(Int(key.start)) || !words.contains("\n") {
        ownKeys.append(words)
      } else {
        head += words.split(separator: "\n").map { "# \($0)" }
      }
    }
    guard let texts = tree.value(of: "texts", in: tree.root), tree.kind(texts) == .mapping else { return }
    var children = tree.children(texts)
    while let address = children.next(), let entry = children.next() {
      for (key, value) in Self.ownKeys(tree, entry) {
        let words = Self.words(source, key, value)
        if words.contains("\n") {
          add(words.split(separator: "\n").map { "# \($0)" }, to: tree.string(address))
        } else {
          ownKeysInside[tree.string(address), default: []].append(words)
        }
      }
    }
  }

  private static func ownKeys(_ tree: DocumentTree, _ node: DocumentTree.NodeID) -> [(
    key: SourceRange, value: SourceRange
  )] {
    guard tree.kind(node) == .mapping else { return [] }
    var found: [(SourceRange, SourceRange)] = []
    var children = tree.children(node)
    while let key = children.next(), let value = children.next() {
      if tree.string(key).hasPrefix("x-") { found.append((tree.range(key), tree.range(value))) }
    }
    return found
  }

  /// A key and its value as they are written.
  private static func words(_ source: SourceFile, _ key: SourceRange, _ value: SourceRange) -> String {
    var end = max(Int(value.end), Int(key.end) + 1)
    while end > Int(key.start), end > source.bytes.count || source.bytes[end - 1] <= 0x20 { end -= 1 }
    return String(decoding: source.bytes[Int(key.start)..<end], as: UTF8.self)
  }

  private static func commentedOut(_ lines: ArraySlice<Comment>) -> (address: String, lines: [String])? {
    let words = lines.map(\.words)
    guard words.count == 3, words[0].hasPrefix("# "), words[0].hasSuffix(":"),
      words[1].hasPrefix("#   text:"), words[2].hasPrefix("#   of:")
    else { return nil }
    let address = String(words[0].dropFirst(2).dropLast())
    return address.isEmpty || address.contains(" ") ? nil : (address, words)
  }
}
