import Frameworks
import Reviews

/// What an aggregation found, as exact as it can be said.
public enum AggregateValue: Sendable, Equatable {
  case point(UInt8)
  /// The middle lies between two points of the scale; no average of the two is made up.
  case between(UInt8, UInt8)
  /// All of these are equally frequent.
  case tied([UInt8])
  /// The sum of the points' values and how many were summed.
  case mean(sum: Int, count: Int)
  /// The mean, and the weight of those that it was made of.
  case weightedMean(Double, weight: Double)
  /// How many reach the point, of how many answered.
  case proportion(Int, of: Int, reaching: UInt8)
  /// How often each point was chosen, in the order of the scale.
  case distribution([Int])
  /// What a plugin worked out, in the scale's own values, and in its words where it gave some.
  case figure(Double, text: String?)

  /// A place on the scale in its own values; `nil` where the value is none, or lies between points or is
  /// shared by several.
  public func number(on scale: CompiledScale) -> Double? {
    switch self {
    case .point(let code): Double(scale.values[Int(code)])
    case .mean(let sum, let count): Double(sum) / Double(count)
    case .weightedMean(let mean, _): mean
    case .figure(let number, _): number
    case .between, .tied, .proportion, .distribution: nil
    }
  }

  /// What bands are held against: the number, halfway where it lies between two points; a share from 0 to 1.
  func figure(on scale: CompiledScale) -> Double? {
    if case .proportion(let count, let all, _) = self { return all > 0 ? Double(count) / Double(all) : nil }
    return halfway(on: scale)
  }

  /// As ``number(on:)``, and halfway where the value lies between two points: only for charts, and for means
  /// that a framework asks for.
  public func halfway(on scale: CompiledScale) -> Double? {
    if case .between(let lower, let upper) = self {
      return Double(scale.values[Int(lower)] + scale.values[Int(upper)]) / 2
    }
    return number(on: scale)
  }
}

/// A figure or the reason for having none, with what it stands on.
public struct AggregateResult: Sendable, Equatable {
  /// The rule's name.
  public let aggregation: String
  /// `nil` where nothing here is judged.
  public let scale: CompiledScale?
  /// The judged criteria behind it, those on other scales left out.
  public let tally: Tally
  public let value: AggregateValue?
  /// `nil` where there is a value.
  public let shortfall: Shortfall?
  /// The band of the rule that the figure falls into; `nil` without a figure, or below the lowest band.
  public let band: Band?
  /// What a weighted rule was worked out from; empty for the others.
  public let terms: [WeightedTerm]
  /// What a reader must know beside the figure.
  public let notes: [String]
  /// The plugin that worked it out; `nil` for Waymark's own rules.
  public let through: PluginStamp?

  public init(
    aggregation: String, scale: CompiledScale?, tally: Tally, value: AggregateValue?, shortfall: Shortfall?,
    band: Band? = nil, terms: [WeightedTerm] = [], notes: [String] = [], through: PluginStamp? = nil
  ) {
    self.aggregation = aggregation
    self.scale = scale
    self.tally = tally
    self.value = value
    self.shortfall = shortfall
    self.band = band
    self.terms = terms
    self.notes = notes
    self.through = through
  }

  /// The figure as a person reads it: `Secure`, `between Expanding and Secure`, `2.5`, with its band where it has
  /// one; without a figure, why.
  public var text: String {
    let figure = figureText
    guard let band, band.title != figure else { return figure }
    return "\(figure) (\(band.title))"
  }

  private var figureText: String {
    guard let value, let scale else { return shortfall?.words ?? Shortfall.notWanted.words }
    switch value {
    case .point(let code): return scale.name(of: code)
    case .between(let lower, let upper):
      return "between \(scale.name(of: lower)) and \(scale.name(of: upper))"
    case .tied(let codes):
      let names = codes.map { scale.name(of: $0) }
      return "\(names.dropLast().joined(separator: ", ")) and \(names.last ?? "") equally often"
    case .mean(let sum, let count): return Figure.text(Double(sum) / Double(count))
    case .weightedMean(let mean, _): return Figure.text(mean)
    case .figure(let number, let words): return words ?? Figure.text(number)
    case .proportion(let count, let of, let code):
      let reach = Int(code) + 1 < scale.values.count ? " or above" : ""
      return "\(count) of \(of) at \(scale.name(of: code))\(reach)"
    case .distribution(let counts):
      let parts = counts.indices.filter { counts[$0] > 0 }.map {
        "\(counts[$0]) × \(scale.name(of: UInt8($0)))"
      }
      return parts.isEmpty
        ? Shortfall.nothingAnswered(of: tally.applicable).words : parts.joined(separator: ", ")
    }
  }
}
