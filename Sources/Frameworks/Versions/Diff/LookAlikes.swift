/// Finds criteria that may be one and the same although nobody says so.
///
/// The same path goes first, then what stands under the same id below criteria that match, then the same id
/// elsewhere, which looks like a move, and the same words under another id, which look like another name.
enum LookAlikes {
  typealias Pair = (old: Int, new: Int)

  /// - Parameters:
  ///   - known: criteria that match already.
  ///   - gone: criteria of the earlier framework that match nothing.
  ///   - new: criteria of the later framework that match nothing.
  static func pairs(
    from earlier: ResolvedFramework, to later: ResolvedFramework, known: [Pair], gone: [Int], new: [Int]
  ) -> [Pair] {
    var search = Search(earlier: earlier, later: later, gone: Set(gone), new: new.sorted())
    for pair in known { search.partner[pair.new] = pair.old }
    search.run()
    return search.found
  }

  private struct Search {
    let earlier: ResolvedFramework
    let later: ResolvedFramework
    var gone: Set<Int>
    var new: [Int]
    /// For each criterion of the later framework the one of the earlier.
    var partner: [Int: Int] = [:]
    var found: [Pair] = []

    init(earlier: ResolvedFramework, later: ResolvedFramework, gone: Set<Int>, new: [Int]) {
      (self.earlier, self.later, self.gone, self.new) = (earlier, later, gone, new)
    }

    mutating func run() {
      for criterion in new {
        guard let same = earlier.criterion(later.criteria[criterion].path) else { continue }
        match(same.index, criterion)
      }
      pair { $0.criterion.id.value }
      pair { criterion in
        let words = [criterion.criterion.title, criterion.criterion.text].compactMap(\.self)
        return words.isEmpty ? nil : words.joined(separator: "\n")
      }
    }

    private mutating func match(_ old: Int, _ new: Int) {
      guard partner[new] == nil, gone.remove(old) != nil else { return }
      partner[new] = old
      found.append((old, new))
    }

    /// Pairs what is left and shares a sign that nothing else shares, and what stands below the pairs.
    private mutating func pair(by sign: (ResolvedCriterion) -> String?) {
      let left = new.filter { partner[$0] == nil }
      guard !left.isEmpty, !gone.isEmpty else { return }
      var before: [String: [Int]] = [:]
      for criterion in gone {
        if let sign = sign(earlier.criteria[criterion]) { before[sign, default: []].append(criterion) }
      }
      let counts = Dictionary(grouping: left.compactMap { sign(later.criteria[$0]) }, by: \.self)
        .mapValues(\.count)
      for criterion in left {
        followParent(criterion)
        guard let sign = sign(later.criteria[criterion]), counts[sign] == 1,
          let candidates = before[sign], candidates.count == 1
        else { continue }
        match(candidates[0], criterion)
      }
    }

    /// What stands below a criterion that matches, under the same id, came along with it.
    private mutating func followParent(_ criterion: Int) {
      guard let parent = later.criteria[criterion].parent.flatMap({ partner[$0] }) else { return }
      let id = later.criteria[criterion].criterion.id.value
      guard let old = earlier.criterion("\(earlier.criteria[parent].path)/\(id)") else { return }
      match(old.index, criterion)
    }
  }
}
