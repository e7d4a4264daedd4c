/// Finds the name that a person most likely meant.
public enum NearestName {
  /// The candidate with the fewest edits (insert, delete, replace, swap neighbours) from `word`, if they are
  /// few enough for its length: 1 up to four letters, 2 up to eight, else 3. Ties go to the first candidate.
  public static func of(_ word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().unicodeScalars)
    guard !letters.isEmpty, letters.count <= 200 else { return nil }
    let most = letters.count <= 4 ? 1 : letters.count <= 8 ? 2 : 3
    var best: (name: String, edits: Int)?
    for candidate in candidates {
      // Most are ruled out by their length alone, before anything is copied.
      guard abs(candidate.unicodeScalars.count - letters.count) <= most + 1 else { continue }
      let other = Array(candidate.lowercased().unicodeScalars)
      guard abs(other.count - letters.count) <= most else { continue }
      let edits = distance(letters, other)
      if edits <= most, edits < (best?.edits ?? .max) { best = (candidate, edits) }
    }
    return best?.name
  }

  /// Optimal string alignment distance.
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
