import Profiles

/// Families 1 and 2: small counts are withheld, the others rounded.
enum Suppression {
  /// - Parameters:
  ///   - below: counts under this are withheld, zeros too.
  ///   - to: shown counts are rounded to a multiple of this.
  ///   - secondary: where one count alone would be withheld, the smallest shown one is withheld with it.
  static func family(
    _ name: String, below: Int, to: Int, secondary: Bool, fewest: Int, showsZeros: Bool = false
  )
    -> Family
  {
    Family(
      name: name, fewest: fewest,
      release: { points in
        showsZeros
          ? .mechanism(.function { zerosShown($0, below: below, to: to) })
          : .mechanism(
            ShippedTechnique.mechanism(points: points) {
              $0.technique = .rounded
              ($0.below, $0.nearest, $0.complementary) = (below, to, secondary)
            })
      },
      estimate: { output, n, points in
        guard case .key(let shown) = output else { return nil }
        let hidden = shown.count { $0 < 0 }
        guard hidden < shown.count else { return nil }
        let rest = max(0, n - shown.reduce(0) { $0 + max(0, $1) })
        let each = hidden > 0 ? Double(rest) / Double(hidden) : 0
        let counts = shown.map { $0 < 0 ? each : Double($0) }
        let total = counts.reduce(0, +)
        return total > 0 ? counts.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element } / total : nil
      })
  }

  /// The looser form, which no policy can ask for: by point, -1 for what is withheld.
  private static func zerosShown(_ counts: [Int], below: Int, to: Int) -> [Int] {
    counts.map { $0 == 0 || $0 >= below ? (2 * $0 + to) / (2 * to) * to : -1 }
  }

  /// How many cells are shown.
  static func shown(_ output: PublishedFigure.Output) -> Int {
    if case .key(let shown) = output { shown.count { $0 >= 0 } } else { 0 }
  }
}
