/// Numbers as text, the same on every machine and in every locale.
enum ChartNumber {
  /// A position in a drawing: at most two decimals, no trailing zeros, a plain hyphen for minus.
  static func coordinate(_ value: Double) -> String {
    plain(value, decimals: 2, trimmed: true, minus: "-")
  }

  /// A figure for people: at most two decimals, no trailing zeros.
  static func figure(_ value: Double) -> String {
    plain(value, decimals: 2, trimmed: true, minus: "\u{2212}")
  }

  /// A figure with a fixed number of decimals (0 to 6).
  static func fixed(_ value: Double, decimals: Int) -> String {
    plain(value, decimals: min(max(decimals, 0), 6), trimmed: false, minus: "\u{2212}")
  }

  private static func plain(_ value: Double, decimals: Int, trimmed: Bool, minus: String) -> String {
    guard value.isFinite, value.magnitude < 1e12 else { return "0" }
    var unit = 1
    for _ in 0..<decimals { unit *= 10 }
    let scaled = Int((value.magnitude * Double(unit)).rounded())
    var fraction = String(scaled % unit + unit).dropFirst()
    if trimmed {
      while fraction.last == "0" { fraction.removeLast() }
    }
    let sign = value < 0 && scaled != 0 ? minus : ""
    return sign + String(scaled / unit) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
