import Foundation
import Profiles

/// How a sheet's figures are protected, in words and tables.
extension SheetWords {
  /// The figures with noise; those without have their own words.
  var noisy: [(figure: SheetFigure, noise: NoisyFigure)] {
    sheet.figures.compactMap { figure in figure.noisy.map { (figure, $0) } }
  }

  var protectionTitle: String {
    noisy.count == sheet.figures.count ? "How the noise protects" : "How the figures are protected"
  }

  /// How far the noise may move a figure, under ``noiseTitles``.
  func noise(_ figure: SheetFigure, _ noisy: NoisyFigure) -> [String] {
    let reach = DiscreteLaplace(scale: noisy.scale).reach
    return [
      noisy.epsilon.description, "±\(reach)",
      "±\(Self.number(Double(reach) / Double(figure.n * figure.criteria)))",
    ]
  }

  static let noiseTitles = ["Epsilon", "On the sum", "On the mean"]

  private static let noiseMeaning =
    "A random whole number was added to each sum, once and for good, before the mean was worked out. "
    + "The table says how far it reaches in at least 95 of 100 draws. The standard error and the interval come from "
    + "this noise alone; they say nothing of how judgements differ."

  /// What was done to the figures and what that keeps, a paragraph each.
  var protection: [String] {
    (noisy.isEmpty ? [] : [Self.noiseMeaning] + promises) + others
  }

  /// What each epsilon means.
  private var promises: [String] {
    var seen: [Fraction] = []
    for (_, noise) in noisy where !seen.contains(noise.epsilon) { seen.append(noise.epsilon) }
    let whose = sheet.unit == .section ? "judgements in the section" : "judgement"
    return seen.map { epsilon in
      let count = noisy.count { $0.noise.epsilon == epsilon }
      let whole =
        seen.count == 1 && count == sheet.figures.count
        ? "Every figure has" : "\(English.count(count, "figure")) \(count == 1 ? "has" : "have")"
      let factor = exp(epsilon.approximation)
      let odds = Int((100 * factor / (1 + factor)).rounded())
      return "\(whole) epsilon \(epsilon). This is the promise: whatever one \(noun)’s \(whose) had been, a "
        + "figure is at most \(ChartNumber.fixed(factor, decimals: 1)) times as likely to come out as it did. Somebody "
        + "who holds two answers for equally likely can be at most about \(odds) % sure of one after seeing it "
        + "alone. A smaller epsilon protects more and blurs more."
    }
  }

  /// What was done where there is no noise, and that there is no promise then.
  private var others: [String] {
    var said: [String] = []
    for figure in sheet.figures where figure.noisy == nil && !said.contains(figure.protection) {
      said.append(figure.protection)
    }
    if said.isEmpty { return [] }
    return said + [
      "Figures like these come with no promise: how much they give away depends on the judgements themselves. Run "
        + "`waymark profile audit` to see what these would tell, before they leave."
    ]
  }

  /// Where noise or rounding pushed a mean past the end of its scale; the sheet itself keeps what came out.
  var clamped: [String] {
    sheet.figures.compactMap { figure in
      guard let display = SheetDisplay(figure), display.isClamped else { return nil }
      let cause = figure.noisy == nil ? "rounding" : "the noise"
      return "\(figure.title): \(cause) took the mean past the end of its scale. It is shown at the end; "
        + "the sheet says \(Self.exact(display.exactMean))."
    }
  }
}
