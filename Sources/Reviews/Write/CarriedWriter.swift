import Sealing

/// Writes what a review carries from other versions, below everything else.
enum CarriedWriter {
  static func yaml(_ carried: [CarriedAnswers]) -> String {
    guard !carried.isEmpty else { return "" }
    return YAMLText.comment(
      "Kept from other versions of the framework. It never counts; `waymark review migrate` back to them restores it."
    )
      + YAMLDocument.text(["carried": .array(carried.map { CarriedAnswers.shape.write($0) })])
  }
}
