/// Two texts compared word by word.
public enum WordDifference {
  /// Words that stand together in both, or in one of the two.
  public struct Run: Sendable, Equatable {
    public enum Side: String, Sendable { case both, before, after }

    public var side: Side
    public var text: String
  }

  /// Texts past this many words are not compared word by word, which takes the square of their difference.
  private static let limit = 4_000

  /// The words of both texts in order; what went stands before what came.
  public static func runs(from before: String, to after: String) -> [Run] {
    let old = before.split(whereSeparator: \.isWhitespace)
    let new = after.split(whereSeparator: \.isWhitespace)
    guard old.count + new.count <= limit else { return joined([(.before, old), (.after, new)]) }
    var (gone, come): (Set<Int>, Set<Int>) = ([], [])
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): come.insert(offset)
      }
    }
    var parts: [(Run.Side, [Substring])] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      var taken: [Substring] = []
      while left < old.count, gone.contains(left) { take(&left, of: old, into: &taken) }
      parts.append((.before, taken))
      taken = []
      while right < new.count, come.contains(right) { take(&right, of: new, into: &taken) }
      parts.append((.after, taken))
      taken = []
      while left < old.count, right < new.count, !gone.contains(left), !come.contains(right) {
        left += 1
        take(&right, of: new, into: &taken)
      }
      parts.append((.both, taken))
    }
    return joined(parts)
  }

  private static func take(_ index: inout Int, of words: [Substring], into taken: inout [Substring]) {
    taken.append(words[index])
    index += 1
  }

  private static func joined(_ parts: [(Run.Side, [Substring])]) -> [Run] {
    parts.compactMap { side, words in
      words.isEmpty ? nil : Run(side: side, text: words.joined(separator: " "))
    }
  }
}
