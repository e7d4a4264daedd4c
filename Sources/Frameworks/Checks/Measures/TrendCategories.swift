import Diagnostics

/// The directions of a trend stand from the lowest up. Each begins at a change and ends where the next
/// begins; the lowest has no beginning.
enum TrendCategories: FrameworkCheck {
  static let lowestWithFrom = DiagnosticCode(
    "trend-lowest-with-from",
    "The lowest direction of a trend begins somewhere, so smaller changes have none.",
    advice: "Remove `from` there: the lowest takes in every change below the next.")
  static let withoutFrom = DiagnosticCode(
    "trend-without-from", "A direction of a trend does not say from which change on it holds.",
    advice: "Add `from`: the smallest change that belongs to it.")
  static let outOfOrder = DiagnosticCode(
    "trend-out-of-order", "The directions of a trend do not rise.",
    advice: "List them from the lowest up, each `from` above the one before.")
  static let codes = [lowestWithFrom, withoutFrom, outOfOrder]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    for trend in resolved.framework.trends {
      var last: Double?
      for (index, category) in trend.categories.enumerated() {
        guard let from = category.from else {
          if index > 0 { bag.report(withoutFrom, message(category.id.value), at: category.id.range) }
          continue
        }
        if index == 0 {
          bag.report(lowestWithFrom, message(lowest: category.id.value), at: category.id.range)
        } else if let last, from <= last {
          bag.report(outOfOrder, message(order: category.id.value), at: category.id.range)
        }
        last = max(from, last ?? from)
      }
    }
  }

  private static func message(_ category: String) -> String { "“\(category)” does not say where it begins." }
  private static func message(lowest category: String) -> String {
    "“\(category)” is the lowest but has `from`."
  }
  private static func message(order category: String) -> String {
    "“\(category)” does not begin above the direction before it."
  }
}
