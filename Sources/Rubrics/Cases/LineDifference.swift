/// What two texts have in common and where they part, line by line.
public struct LineDifference: Sendable {
  public let lines: [Line]

  public enum Line: Sendable, Equatable {
    case both(String)
    case expected(String)
    case found(String)
  }

  public init(expected: String, found: String) {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let new = found.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var lines: [Line] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if left < old.count, removed.contains(left) {
        lines.append(.expected(old[left]))
        left += 1
      } else if right < new.count, added.contains(right) {
        lines.append(.found(new[right]))
        right += 1
      } else {
        if left < old.count { lines.append(.both(old[left])) }
        left += 1
        right += 1
      }
    }
    self.lines = lines
  }

  public var isEmpty: Bool { lines.allSatisfy { if case .both = $0 { true } else { false } } }

  /// Changed lines with up to two around them, as people read differences: `-` was expected, `+` was found.
  public var text: String {
    let changed = lines.indices.filter { if case .both = lines[$0] { false } else { true } }
    var shown: [String] = []
    var last = -1
    for index in lines.indices where changed.contains(where: { abs($0 - index) <= 2 }) {
      if last >= 0, index > last + 1 { shown.append("    …") }
      switch lines[index] {
      case .both(let line): shown.append("    \(line)")
      case .expected(let line): shown.append("  - \(line)")
      case .found(let line): shown.append("  + \(line)")
      }
      last = index
    }
    return shown.joined(separator: "\n")
  }
}
