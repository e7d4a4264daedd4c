import Profiles

/// What a preview shows beyond the bytes that leave: who counts, who was left out and why, and what stays at home.
/// It is for the partnership alone.
public struct PreviewInside: Sendable {
  /// The schools that count, as people call them.
  public var counted: [String]
  /// Who was left out, and why, in sentences.
  public var leftOut: [String]

  public init(counted: [String], leftOut: [String]) { (self.counted, self.leftOut) = (counted, leftOut) }

  static let privacy =
    "This preview names schools. What leaves is the bytes at its end, and nothing else: "
    + "`--format json` prints them alone."
  static let mark = "Not for publication. " + privacy

  /// What never leaves with a sheet.
  static let stays = [
    "how many were judged to be at each point, and the exact sum and mean",
    "the names of those who took part, of teams and of people",
    "evidence, actions, comments and every other text",
    "who was judged how, and which reviews count",
    "who was left out and why",
    "the noise that was drawn, apart from what the figures show",
  ]

  var countedWords: String {
    counted.isEmpty ? "Nobody counts." : "\(counted.count) count: \(English.list(counted))."
  }

  var leftOutWords: [String] { leftOut.isEmpty ? ["Nobody was left out."] : leftOut }
}

extension SheetWords {
  /// What a figure means, in a sentence: "Leadership: 2.4 (2.0 to 2.9), about Secure, of 9 schools."
  func meaning(_ figure: SheetFigure) -> String {
    let place = place(figure)
    var words = "\(figure.title): "
    if let display = SheetDisplay(figure) {
      words += display.text + (place.isEmpty ? "" : ", \(place)") + ", of \(behind(figure))."
    } else if let cells = figure.rounded?.cells {
      let shown = cells.map { "\($0.count.map { "about \($0)" } ?? "not said") at \($0.value)" }
      words += English.list(shown) + ", of \(behind(figure))."
    }
    return words
  }

  /// What the numbers in brackets say; empty where there are none.
  var intervalMeaning: String {
    var sentences: [String] = []
    if sheet.figures.contains(where: { $0.noisy != nil }) {
      sentences.append(
        "The first number is the mean with its noise. The two in brackets hold the mean without it in at least 95 of "
          + "100 releases; they say nothing of how far schools lie apart.")
    }
    if sheet.figures.contains(where: { $0.coarse != nil }) {
      sentences.append(
        "The two numbers in brackets are how far rounding reaches: the mean lies between them.")
    }
    return sentences.joined(separator: " ")
  }
}
