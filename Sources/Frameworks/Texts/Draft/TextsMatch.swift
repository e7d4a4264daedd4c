import Documents

/// Which entry of a file belongs to which text of the framework as it is now.
///
/// An entry whose address is gone, or whose original changed, may belong to a text that moved: where exactly one
/// text without a translation has the very words that it translates, under the same key, it goes there.
struct TextsMatch {
  /// By the address as it is now.
  private(set) var entries: [String: Keyed<TextsFile.Entry>] = [:]
  /// Entries that belong to no text any more, in order.
  private(set) var unknown: [Keyed<TextsFile.Entry>] = []
  /// How many are at another address now.
  private(set) var moved = 0

  init(_ file: TextsFile, _ target: TextsTarget) {
    var loose: [Keyed<TextsFile.Entry>] = []
    for entry in file.texts {
      if let text = target.text(at: entry.key.value), entry.value.of.map({ $0.value == text.mark }) ?? true {
        entries[text.address] = entry
      } else {
        loose.append(entry)
      }
    }
    let free = target.texts.filter { entries[$0.address] == nil }
    let byMark = Dictionary(grouping: free, by: \.mark)
    var left: [Keyed<TextsFile.Entry>] = []
    for entry in loose {
      let candidates = (entry.value.of.flatMap { byMark[$0.value] } ?? [])
        .filter { $0.key == TranslatableText.key(of: entry.key.value) }
      if candidates.count == 1, entries[candidates[0].address] == nil {
        entries[candidates[0].address] = entry
        moved += 1
      } else {
        left.append(entry)
      }
    }
    // What is stale stays where it is, unless a text that moved took its place.
    for entry in left {
      if target.text(at: entry.key.value) != nil, entries[entry.key.value] == nil {
        entries[entry.key.value] = entry
      } else {
        unknown.append(entry)
      }
    }
  }
}
