import Diagnostics
import Sealing

/// Publishes the mean rounded to a coarse step, without noise (DISCLOSURE section 3, family 4).
///
/// Whole numbers throughout: a mean of exactly half a step goes up, on every machine.
struct CoarseMean: DisclosureMethod {
  static let technique = Technique.coarseMean
  static let meaning = "the mean rounded to a coarse step, without noise"
  static let parameters = [
    TechniqueParameter(
      key: "step", kind: .fraction,
      summary: "What `coarse-mean` rounds means to, in points of the scale: a fraction such as `1/2`.",
      example: "\"1/2\"")
  ]
  static let fitsSections = true
  static let figures: (any FigureContent.Type)? = CoarseFigure.self

  let step: Fraction

  init(step: Fraction) { self.step = step }

  init?(_ size: SizeClass) {
    guard let step = size.step else { return nil }
    self.step = step
  }

  func problems(in size: SizeClass) -> [String] { [] }

  func mechanism(points: [Int], criteria: Int) -> Mechanism {
    guard let lowest = points.first, points.count > 1 else { return .nothing }
    // Of a section the counts are by total, one apart.
    let totals = criteria == 1 ? points : []
    return .function { counts in
      var (n, sum) = (0, 0)
      for (place, count) in counts.enumerated() {
        n += count
        sum += count * (totals.indices.contains(place) ? totals[place] : criteria * lowest + place)
      }
      return n == 0 ? nil : [Int(CoarseFigure.steps(sum, of: n * criteria, step: step))]
    }
  }

  func publish(_ exact: ExactSum, using generator: inout some RandomNumberGenerator) -> (any FigureContent)? {
    guard exact.n > 0, exact.lowest < exact.highest else { return nil }
    return CoarseFigure(
      steps: CoarseFigure.steps(exact.sum, of: exact.n * exact.criteria, step: step), step: step)
  }

  func excesses(over least: CoarseMean) -> [PolicyExcess] {
    least.step <= step
      ? []
      : [PolicyExcess(rule: .technique, words: "steps of \(step), but at least \(least.step) is asked for")]
  }

  static let page = TechniqueText(
    title: "Coarse mean",
    publishes: """
      The mean of the judgements, rounded to the nearest step of a half or another fraction of a point; a mean that lies
      just between two steps goes up. There is no noise and no interval: the true mean lies within half a step of the
      one shown. The same judgements always give the same figure.
      """,
    protects: """
      Against outsiders and single members hardly anything is lost: with halves and 8 schools, an outsider could pin no
      judgement in the study's simulations, a coalition of all but two schools 2 in 100.
      It is the most accurate of all techniques here at small sizes: an error of 0.15 points on a scale of four, at any
      size.
      """,
    givesAway: """
      There is no promise. Somebody who knows every other school's judgement can be 90 % sure of the last one wherever a
      step happens to lie between two sums: with halves in 13 of 100 cases at 5 schools, 8 at 8 and 5 or 6 at 12, and up
      to 14 on the worst criterion at 8. Over five criteria that catches at least one judgement of 39 schools in 100, and
      over 71 criteria of 96. Which half of the scale a judgement lies in even an outsider can tell for 14 of 100 at 8
      schools, twice as many as with noise. Steps of a quarter do far worse: 16 of 100 judgements at 8 schools are pinned,
      44 at 6. A school that joins where all others keep their judgement is revealed in 2 of 100 cases at 8 schools, in up
      to 9 at the worst size and criterion. Means that lie between two steps always go up, so that averages over many sheets come out a little too
      high: by about 0.06 points at 8 schools.
      """)
}

/// What a coarse mean publishes.
public struct CoarseFigure: FigureContent {
  static let technique = Technique.coarseMean
  static let keys = ["step", "mean"]

  /// How many steps the mean is.
  let steps: Int128
  /// In points of the scale.
  public let step: Fraction
  /// In points of the scale, to six decimals; it may lie outside the scale by less than a step.
  public let mean: Double
  /// Holds the true mean: half a step either way, to six decimals.
  public let interval: ClosedRange<Double>

  init(steps: Int128, step: Fraction) {
    (self.steps, self.step) = (steps, step)
    let (numerator, denominator) = (Int128(step.numerator), Int128(step.denominator))
    mean = Millionths.quotient(steps * numerator, over: denominator)
    interval =
      Millionths.quotient(
        (2 * steps - 1) * numerator, over: 2 * denominator)...Millionths.quotient(
        (2 * steps + 1) * numerator, over: 2 * denominator)
  }

  /// The nearest whole number of steps to a mean, halves upwards.
  static func steps(_ sum: Int, of scores: Int, step: Fraction) -> Int128 {
    let (up, down) = (Int128(sum) * Int128(step.denominator), Int128(scores) * Int128(step.numerator))
    let (quotient, remainder) = (2 * up + down).quotientAndRemainder(dividingBy: 2 * down)
    return remainder < 0 ? quotient - 1 : quotient
  }

  init(_ object: StrictObject, _ frame: FigureFrame, at place: String) throws(Failure) {
    let step = try object.exact("step", Fraction.init(_:))
    let mean = try object.number("mean")
    guard step.numerator <= 1_000, step.denominator <= 1_000, abs(mean) <= 3_000 else {
      throw SheetFailures.impossible("the numbers of \(place) do not belong together")
    }
    let steps = (mean / step.approximation).rounded()
    let figure = CoarseFigure(steps: Int128(steps), step: step)
    let (lowest, highest) = (
      Self.steps(frame.points.lowerBound, of: 1, step: step),
      Self.steps(frame.points.upperBound, of: 1, step: step)
    )
    guard figure.mean == mean, (lowest...highest).contains(figure.steps) else {
      throw SheetFailures.impossible("\(place).mean is no step that the scale can give")
    }
    self = figure
  }

  var members: [JSONValue.Member] {
    [.init("step", .string(step.description)), .init("mean", .double(mean))]
  }

  var span: (mean: Double, interval: ClosedRange<Double>)? { (mean, interval) }

  var method: any DisclosureMethod { CoarseMean(step: step) }

  var protection: String {
    "Means are rounded to the nearest \(step) of a point; the true mean lies within half of that, either way. Nothing "
      + "random was added."
  }

  static let notices = [
    "A rounded mean carries no noise. Somebody who knows every other school's judgement can work out the last one "
      + "wherever rounding does not hide it: with halves and 8 schools, for about 8 judgements in 100, and for at least one "
      + "of five criteria in about 39 schools in 100.",
    "A school that joins or leaves between two sheets may be given away by the difference, where the others kept their "
      + "judgements.",
  ]
}

extension SheetFigure {
  /// The figure's rounded mean; `nil` where another technique made it.
  public var coarse: CoarseFigure? { content as? CoarseFigure }
}

extension SizeClass {
  /// What `coarse-mean` rounds to.
  public var step: Fraction? {
    get { self[fraction: "step"] }
    set { self[fraction: "step"] = newValue }
  }
}
