import Diagnostics

/// A quality sample draws a share of the reviews, so the share is more than nothing.
enum SampleShares: FrameworkCheck {
  static let empty = DiagnosticCode(
    "sample-empty", "A sample draws a share of 0 of the reviews.",
    advice: "Write a share such as 0.1 for one review in ten.")
  static let codes = [empty]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    for sample in resolved.framework.process.samples where sample.share == 0 {
      bag.report(empty, message(sample.id.value), at: sample.id.range)
    }
  }

  private static func message(_ sample: String) -> String { "The sample “\(sample)” draws no review." }
}
