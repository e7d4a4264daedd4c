import Foundation

/// Who makes a change.
enum Author {
  /// The name under which the person is known to the computer.
  static func ofThisComputer() -> String {
    let name = NSUserName().trimmed
    return name.isEmpty ? "unknown" : name
  }
}

extension String {
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
