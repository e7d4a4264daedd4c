import Documents
import Frameworks
import Rubrics

extension Workspace {
  /// A command on this workspace, as a person would type it: refusals name no school, and say which command does.
  public func command(_ words: String) -> String {
    "waymark workspace \(words) --workspace \(Self.quoted(path))"
  }

  /// The same of one framework, school year and kind of review.
  func command(_ words: String, of rubric: Rubric, _ period: Period, _ kind: ReviewKind) -> String {
    command("\(words) --framework \(rubric.reference) --period \(period) --kind \(kind.rawValue)")
  }

  /// For a shell, and for PowerShell.
  private static func quoted(_ path: String) -> String {
    let plain = path.utf8.allSatisfy { byte in
      Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber
        || "/._-".utf8.contains(byte)
    }
    return plain && !path.isEmpty ? path : "\"\(path)\""
  }
}
