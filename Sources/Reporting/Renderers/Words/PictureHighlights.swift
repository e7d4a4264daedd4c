import Frameworks
import Rubrics

/// Where a partnership's medians are highest and lowest, and where its answers lie furthest apart, in sentences.
struct PictureHighlights {
  struct Finding {
    let title: String
    let sentences: [String]
  }

  private struct Entry {
    let name: String
    let tally: Tally
    let scale: CompiledScale
    /// The median, halfway where it lies between two points.
    let median: Double
    let words: String

    /// How much more of the answers lies above the median than below it: it orders equal medians.
    var tilt: Double {
      guard let middle = tally.middle else { return 0 }
      let above = (Int(middle.upper) + 1..<max(tally.pointCount, Int(middle.upper) + 1)).reduce(0) {
        $0 + tally[$1]
      }
      let below = (0..<Int(middle.lower)).reduce(0) { $0 + tally[$1] }
      return Double(above - below) / Double(tally.answered)
    }

    var chosen: [Int] { tally.points.indices.filter { tally[$0] > 0 } }
    /// How many steps lie between the lowest answer and the highest.
    var steps: Int { (chosen.last ?? 0) - (chosen.first ?? 0) }

    /// The mean number of steps between an answer and the median.
    var spread: Double {
      guard let middle = tally.middle else { return 0 }
      let centre = (Double(middle.lower) + Double(middle.upper)) / 2
      let sum = tally.points.enumerated().reduce(0.0) {
        $0 + abs(Double($1.offset) - centre) * Double($1.element)
      }
      return sum / Double(tally.answered)
    }
  }

  private let entries: [Entry]
  private let unit: String
  private let leftOut: Int

  /// How many are named of each sort.
  private static let most = 3

  /// Looks at every judged criterion on the scale that most of them share: medians on two scales have no order.
  init(_ picture: PartnershipPicture) {
    let columns = 0..<picture.rubric.columns(picture.kind).count
    let common = picture.rubric.commonScale(of: columns, kind: picture.kind) { $0 != .nominal }
    var entries: [Entry] = []
    var leftOut = 0
    for group in picture.groups {
      for column in group.columns {
        guard let common, picture.scale(column: column) == picture.rubric.scales[common] else {
          leftOut += 1
          continue
        }
        let result = picture.score.median(column: column)
        guard let scale = result.scale, let median = result.value?.halfway(on: scale) else { continue }
        let name = picture.name(column: column)
        entries.append(
          Entry(
            name: picture.isLong && group.columns.count > 1 ? "\(group.title), “\(name)”" : name,
            tally: result.tally,
            scale: scale, median: median, words: PictureWords.median(result)))
      }
    }
    (self.entries, self.leftOut, unit) = (entries, leftOut, PictureWords(picture).unit)
  }

  /// What can be said; empty where fewer than two criteria have a median.
  var findings: [Finding] {
    guard entries.count > 1 else { return [] }
    return [highest, lowest, widest].compactMap(\.self)
  }

  var note: String? {
    leftOut == 0
      ? nil
      : "\(English.count(leftOut, unit)) on other scales \(leftOut == 1 ? "is" : "are") not ranked here."
  }

  private var range: (low: Double, high: Double) {
    (entries.map(\.median).min() ?? 0, entries.map(\.median).max() ?? 0)
  }

  private var highest: Finding? {
    guard range.low < range.high else {
      return Finding(
        title: "Medians",
        sentences: [
          "All \(entries.count) \(English.plural(unit)) have the same median, \(entries[0].words)."
        ])
    }
    let ranked = entries.filter { $0.median > range.low }.enumerated().sorted {
      ($1.element.median, $1.element.tilt, $0.offset) < ($0.element.median, $0.element.tilt, $1.offset)
    }.map(\.element)
    return Finding(title: "Highest medians", sentences: named(ranked))
  }

  private var lowest: Finding? {
    guard range.low < range.high else { return nil }
    let ranked = entries.filter { $0.median < range.high }.enumerated().sorted {
      ($0.element.median, $0.element.tilt, $0.offset) < ($1.element.median, $1.element.tilt, $1.offset)
    }.map(\.element)
    return Finding(title: "Lowest medians", sentences: named(ranked))
  }

  /// The first few, and how many more share the last one's median.
  private func named(_ ranked: [Entry]) -> [String] {
    let count = min(Self.most, max(entries.count / 2, 1))
    let first = ranked.prefix(count)
    var sentences = first.map {
      "\(stop($0.name)) \(capital($0.words)), from \(English.count($0.tally.answered, "answer"))."
    }
    if let last = first.last {
      let more = ranked.dropFirst(count).count { $0.median == last.median }
      if more > 0 {
        sentences.append("\(more) more \(more == 1 ? "has" : "have") the median \(last.words) too.")
      }
    }
    return sentences
  }

  private var widest: Finding? {
    let ranked = entries.filter { $0.steps > 1 }.enumerated().sorted {
      ($1.element.steps, $1.element.spread, $0.offset) < ($0.element.steps, $0.element.spread, $1.offset)
    }.map(\.element)
    guard !ranked.isEmpty else {
      return Finding(
        title: "Widest spread", sentences: ["Nowhere do two answers lie more than one step apart."])
    }
    return Finding(
      title: "Widest spread",
      sentences: ranked.prefix(Self.most).map { entry in
        let ends = [entry.chosen.first, entry.chosen.last].compactMap(\.self)
        return "\(stop(entry.name)) From "
          + ends.map { PictureWords.point(UInt8($0), entry.scale) }.joined(separator: " to ") + "."
      })
  }

  /// A name before what is said of it.
  private func stop(_ name: String) -> String {
    name + (name.last.map { "?.!:".contains($0) } == true ? "" : ":")
  }

  private func capital(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }
}
