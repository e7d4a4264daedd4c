/// Finds out what stands between the cells.
enum CSVSeparator {
  static let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  /// Where the table starts (past a byte order mark and a line `sep=;`, which is a message to spreadsheets), and its
  /// separator: the one that is most frequent, outside quotes, on the first line that has any.
  static func find(_ bytes: [UInt8]) -> (start: Int, separator: UInt8) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = bytes[start...].prefix(8)
    if head.starts(with: Array("sep=".utf8)), head.count > 4, candidates.contains(head[start + 4]) {
      return (start + 5, head[start + 4])
    }
    var counts = [0, 0, 0]
    var isInQuotes = false
    for byte in bytes[start...] {
      switch byte {
      case UInt8(ascii: "\""): isInQuotes.toggle()
      case 0x0A, 0x0D:
        if !isInQuotes, let best = mostFrequent(counts) { return (start, best) }
      default:
        if !isInQuotes, let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
      }
    }
    return (start, mostFrequent(counts) ?? candidates[0])
  }

  private static func mostFrequent(_ counts: [Int]) -> UInt8? {
    guard let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) else { return nil }
    return candidates[index]
  }
}
