import Diagnostics
import Profiles

/// The form of a region's code.
enum RegionRule {
  static func isCode(_ text: String) -> Bool { Region.isCode(text) }

  static func failure(_ text: String) -> Failure {
    Failure(
      .badData, "“\(text)” is not a region's code.",
      help: "A region is named by its code at the Office for National Statistics, such as E12000004.")
  }
}
