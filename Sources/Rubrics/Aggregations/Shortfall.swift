/// Why there is no figure.
public enum Shortfall: Sendable, Equatable {
  /// No criterion of this kind of review carries a mark.
  case nothingJudged
  /// Every criterion was marked as not applicable.
  case nothingApplies
  case nothingAnswered(of: Int)
  /// Fewer than the framework's share were answered.
  case tooFew(answered: Int, of: Int, needed: Double)
  /// Of a weighted rule: those with a figure carry too little of the weight.
  case tooLittleWeight(answered: Double, of: Double, needed: Double)
  /// The rule makes no sense of this scale.
  case unsuitableScale(String)
  /// The framework asks for none.
  case notWanted
  /// No rule has this name.
  case unknownAggregation(String)
  /// The plugin that the framework names is not here, by its id.
  case pluginMissing(String)
  /// What a plugin said, or what went wrong with it, in a sentence.
  case plugin(String)
  /// The rule was applied and found no point, such as a best fit where no point is reached.
  case noFigure

  /// Shares are typed as decimals: two thirds of six must not fail for the last bit of 0.6667 or 2/3.
  static let tolerance = 1e-9

  /// For a head teacher.
  public var words: String {
    switch self {
    case .nothingJudged: "Nothing here is marked in this kind of review."
    case .nothingApplies: "None of this applies here."
    case .nothingAnswered: "Nothing has been answered yet."
    case .tooFew(let answered, let of, let needed):
      "Only \(answered) of \(of) \(answered == 1 ? "is" : "are") answered; "
        + "\(Self.share(needed)) needed for a figure."
    case .tooLittleWeight(let answered, let of, let needed):
      "Those with a figure carry \(Figure.text(answered)) of \(Figure.text(of)) of the weight; "
        + "\(Self.share(needed)) needed for a figure."
    case .unsuitableScale(let name): "This rule does not suit the scale “\(name)”."
    case .notWanted: "The framework asks for no figure here."
    case .unknownAggregation(let name): "There is no rule called “\(name)”."
    case .pluginMissing(let id): "The plugin “\(id)”, which makes this figure, is not here."
    case .plugin(let words): words
    case .noFigure: "No point fits."
    }
  }

  private static func share(_ share: Double) -> String {
    switch share {
    case 0.5: "at least half is"
    case 0.75: "at least three quarters is"
    case 1...: "all of it is"
    default: "at least \(Figure.text(share * 100)) % is"
    }
  }
}

/// Numbers as people read them.
enum Figure {
  /// At most two decimals, none that say nothing: 3, 2.5, 2.33.
  static func text(_ number: Double) -> String {
    guard number.isFinite, number.magnitude < 1e15 else { return "\(number)" }
    let hundredths = Int((number.magnitude * 100).rounded())
    let sign = number < 0 && hundredths > 0 ? "-" : ""
    let (whole, part) = hundredths.quotientAndRemainder(dividingBy: 100)
    switch part {
    case 0: return "\(sign)\(whole)"
    case _ where part % 10 == 0: return "\(sign)\(whole).\(part / 10)"
    default: return "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)"
    }
  }
}
