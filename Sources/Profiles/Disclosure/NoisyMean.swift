import Diagnostics
import Sealing

/// Publishes a mean by publishing the sum behind it with discrete Laplace noise of scale sensitivity /
/// epsilon (DISCLOSURE section 5 (i)). The sum is not clamped: cutting it off would bias what others work out
/// from it.
struct NoisyMean: DisclosureMethod {
  static let technique = Technique.noisyMean
  static let meaning = "the sum with discrete Laplace noise, and the mean that follows from it"
  static let parameters = [
    TechniqueParameter(
      key: "epsilon", kind: .fraction,
      summary:
        "How much one release may tell about one judgement: a fraction such as `3/2`; larger tells more.",
      example: "\"2\"")
  ]
  static let fitsSections = true
  static let figures: (any FigureContent.Type)? = NoisyFigure.self

  /// The most that the study weighed for a sheet (DISCLOSURE table 1).
  private static let largestStudied: UInt64 = 2

  let epsilon: Fraction

  init(epsilon: Fraction) { self.epsilon = epsilon }

  init?(_ size: SizeClass) {
    guard let epsilon = size.epsilon else { return nil }
    self.epsilon = epsilon
  }

  func problems(in size: SizeClass) -> [String] { [] }

  func mechanism(points: [Int], criteria: Int) -> Mechanism {
    guard let lowest = points.first, let highest = points.last,
      let scale = epsilon.dividing(UInt64(highest - lowest) * UInt64(criteria))
    else { return .nothing }
    return .noisySum(scale: scale)
  }

  func publish(_ exact: ExactSum, using generator: inout some RandomNumberGenerator) -> (any FigureContent)? {
    guard
      let frame = FigureFrame(n: exact.n, points: exact.lowest...exact.highest, criteria: exact.criteria),
      let noisy = Self.publish(exact, epsilon: epsilon, using: &generator)
    else { return nil }
    return NoisyFigure(sum: noisy, epsilon: epsilon, frame)
  }

  /// The noisy sum; `nil` where the points have only one value, so that there is nothing to tell.
  static func publish(
    _ exact: ExactSum, epsilon: Fraction, using generator: inout some RandomNumberGenerator
  ) -> Int? {
    guard let scale = epsilon.dividing(exact.sensitivity) else { return nil }
    return exact.sum + DiscreteLaplace(scale: scale).sample(using: &generator)
  }

  func excesses(over least: NoisyMean) -> [PolicyExcess] {
    epsilon <= least.epsilon
      ? []
      : [PolicyExcess(rule: .epsilon, words: "epsilon \(epsilon), but at most \(least.epsilon) is allowed")]
  }

  /// Noise beats what has none, as long as there is enough of it.
  func excessesOverOther() -> [PolicyExcess]? {
    guard let most = Fraction(Self.largestStudied) else { return nil }
    return epsilon <= most
      ? []
      : [PolicyExcess(rule: .epsilon, words: "epsilon \(epsilon), but at most \(most) is allowed")]
  }

  static let page = TechniqueText(
    title: "Noisy mean",
    publishes: """
      The sum of the judgements, with one random whole number added to it; the number judged; and what follows from
      both: mean, standard error and a 95 % interval. The random number comes from the discrete Laplace distribution:
      y is drawn with a chance in proportion to exp(-|y| / s), where s is the length of the scale divided by epsilon
      (for a section, of one subject's total over all its criteria). It is drawn in whole numbers from the operating
      system's randomness, once for a release, and never cut off at the ends of the scale, so that means of many sheets
      come out right on average.

      On four points the standard error is 0.26 for 8 schools with epsilon 2, 0.23 for 12 with 3/2 and 0.15 for 24 with
      6/5; on six points it is 0.44, 0.39 and 0.25.
      """,
    protects: """
      Each single judgement. Whatever one school was judged, any published sum is at most e^epsilon times as likely to
      come out as it would have been with another judgement. In the study's simulations nobody could be 90 % sure of a
      judgement after one release with epsilon 1, 3/2 or 2 on four points, at any size of partnership: not even with
      every other school's judgement in hand. Nor does it help to compare a year with the next when a school joins or
      leaves. Exact means gave every judgement away to that attacker; a mean rounded to halves 8 in 100 at 8 schools.
      """,
    givesAway: """
      With epsilon 2 and all other judgements known, the best guess improves from 47 to 53 in 100. Which half of the
      scale a judgement lies in is kept less well: at 8 schools it can be told for 6 or 7 judgements in 100, even by an
      outsider. It adds up over the years: after three releases of a judgement that never changed, the one who knows all
      others is 90 % sure of 1.5 in 100 (6 in 100 on the worst criterion). It costs accuracy too: at 8 schools the error
      is 0.25 points on a scale of four, where the region's mean as a guess would be off by 0.35.
      """)
}

/// What a noisy mean publishes: a noisy sum and everything that follows from it. The sum is the only part that was
/// drawn.
public struct NoisyFigure: FigureContent {
  static let technique = Technique.noisyMean
  static let keys = ["sum", "scale", "epsilon", "mean", "standardError", "interval"]

  /// The sum of the subjects' scores with its noise, never clamped.
  public let sum: Int
  /// How much this release tells about one judgement.
  public let epsilon: Fraction
  /// The noise's scale: the range of one subject's score divided by epsilon.
  public let scale: Fraction
  /// In points of the scale, to six decimals; it may lie outside the scale.
  public let mean: Double
  /// Of the mean, from the noise alone, to six decimals.
  public let standardError: Double
  /// Holds the true mean in at least 95 of 100 releases; to six decimals.
  public let interval: ClosedRange<Double>

  /// Works everything out from the noisy sum; `nil` where the parts cannot belong together.
  init?(sum: Int, epsilon: Fraction, _ frame: FigureFrame) {
    guard (-Self.largestSum...Self.largestSum).contains(sum),
      epsilon.numerator <= 1_000, epsilon.denominator <= 1_000,
      let scale = epsilon.dividing(UInt64(frame.points.count - 1) * UInt64(frame.criteria))
    else { return nil }
    (self.sum, self.epsilon, self.scale) = (sum, epsilon, scale)
    let noise = DiscreteLaplace(scale: scale)
    let reach = noise.reach
    let scores = frame.n * frame.criteria
    mean = Millionths.quotient(sum, over: scores)
    standardError = (noise.standardDeviation / Double(scores) * 1e6).rounded() / 1e6
    interval =
      Millionths.quotient(sum - reach, over: scores)...Millionths.quotient(sum + reach, over: scores)
  }

  private static let largestSum = 1 << 50

  init(_ object: StrictObject, _ frame: FigureFrame, at place: String) throws(Failure) {
    guard
      let figure = NoisyFigure(
        sum: try object.whole("sum"), epsilon: try object.exact("epsilon", Fraction.init(_:)), frame)
    else { throw SheetFailures.impossible("the numbers of \(place) do not belong together") }
    let interval = try object.list("interval")
    let written: [(String, Bool)] = [
      ("scale", try object.text("scale") == figure.scale.description),
      ("mean", try object.number("mean") == figure.mean),
      ("standardError", try object.number("standardError") == figure.standardError),
      ("interval", interval.map(\.asDouble) == [figure.interval.lowerBound, figure.interval.upperBound]),
    ]
    for (key, agrees) in written where !agrees {
      throw SheetFailures.impossible("\(place).\(key) does not follow from sum, n and epsilon")
    }
    self = figure
  }

  var members: [JSONValue.Member] {
    [
      .init("sum", .int(Int64(sum))), .init("scale", .string(scale.description)),
      .init("epsilon", .string(epsilon.description)), .init("mean", .double(mean)),
      .init("standardError", .double(standardError)),
      .init("interval", [.double(interval.lowerBound), .double(interval.upperBound)]),
    ]
  }

  var span: (mean: Double, interval: ClosedRange<Double>)? { (mean, interval) }

  var method: any DisclosureMethod { NoisyMean(epsilon: epsilon) }

  var protection: String { "Random noise was added (epsilon \(epsilon))." }

  static let notices = [
    "Every figure carries random noise, put there on purpose. Where two figures differ by less than their intervals, "
      + "read nothing into it. With 8 schools on a four-point scale the interval is about half a point either way.",
    "One sheet never shows for certain what a school was judged to be. Somebody who already knows every other school's "
      + "judgement guesses right 53 times in 100 instead of 47. If nothing changes for three years, that becomes 62, and "
      + "for an unlucky criterion they may be over 90 % sure in up to 6 cases of 100.",
    "Whether a school is in the upper or the lower half of a scale is less well kept: with 8 schools even an outsider "
      + "can tell for about 1 judgement in 15.",
  ]
}

extension SheetFigure {
  /// The figure's noisy sum and what follows from it; `nil` where another technique made it.
  public var noisy: NoisyFigure? { content as? NoisyFigure }

  /// Works a noisy mean out from its sum; `nil` where the parts cannot belong together.
  public init?(
    id: String, title: String, n: Int, points: ClosedRange<Int>, criteria: Int, sum: Int, epsilon: Fraction
  ) {
    guard let frame = FigureFrame(n: n, points: points, criteria: criteria),
      let content = NoisyFigure(sum: sum, epsilon: epsilon, frame)
    else { return nil }
    self.init(id: id, title: title, frame, content)
  }
}
