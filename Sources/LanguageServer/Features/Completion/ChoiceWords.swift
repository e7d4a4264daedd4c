import Documents
import Sealing

/// The words that a single value may be, where its format lists them.
enum ChoiceWords {
  static func words(_ scalar: ScalarSpec) -> [String] {
    var words: [String] = []
    for (keyword, value) in scalar.schema {
      switch keyword {
      case "enum": words += (value.asArray ?? []).compactMap(\.asString)
      case "const": words += value.asString.map { [$0] } ?? []
      case "type" where value.asString == "boolean": words += ["true", "false"]
      default: break
      }
    }
    return words
  }

  /// What some of them mean. The format tells it in one text: "`a`: one thing; `b`: another".
  static func meanings(_ scalar: ScalarSpec) -> [String: String] {
    let words = words(scalar)
    guard !words.isEmpty else { return [:] }
    var meanings: [String: String] = [:]
    let starts = words.compactMap { word in
      scalar.meaning.firstRange(of: "`\(word)`: ").map { (word, $0) }
    }.sorted { $0.1.lowerBound < $1.1.lowerBound }
    for (index, (word, range)) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].1.lowerBound : scalar.meaning.endIndex
      meanings[word] = String(scalar.meaning[range.upperBound..<end]).trimming("; ")
    }
    return meanings
  }
}
