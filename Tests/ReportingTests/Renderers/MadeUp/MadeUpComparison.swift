import Registries

extension MadeUpComparison {
  static func emtss(
    by places: ComparisonRequest.Places = .region, years: ClosedRange<Int> = 2025...2025,
    isMoving: Bool = false
  ) -> ComparisonAnswer {
    answer(
      framework: "emtss", title: "East Midlands Teaching Schools Peer Review Framework",
      titles: [
        "Leadership", "Infrastructure", "ITT", "CPD", "Improvement through School to School Support (S2SS)",
      ], by: places, years: years, isMoving: isMoving)
  }
}
