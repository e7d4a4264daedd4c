import Diagnostics

/// A trend compares an occasion with the one before, so occasions stand in the order of the school year,
/// which starts on 1 September.
enum OccasionOrder: FrameworkCheck {
  static let outOfOrder = DiagnosticCode(
    "occasions-out-of-order", "The occasions do not stand in the order of the school year.",
    advice: "List them from September to August, each with a first day of its own.")
  static let codes = [outOfOrder]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    var last: (day: Int, text: String)?
    for occasion in resolved.framework.occasions {
      guard let from = occasion.from, let day = dayOfSchoolYear(from.value) else { continue }
      if let last, day <= last.day { bag.report(outOfOrder, message(from.value, last.text), at: from.range) }
      if last.map({ $0.day < day }) ?? true { last = (day, from.value) }
    }
  }

  /// A number that rises from 1 September; months count as 31 days.
  private static func dayOfSchoolYear(_ text: String) -> Int? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2 else { return nil }
    return (parts[0] + 3) % 12 * 31 + parts[1]
  }

  private static func message(_ day: String, _ last: String) -> String {
    day == last
      ? "Another occasion begins on \(day)." : "\(day) comes before \(last) in the school year."
  }
}
