import Documents
import Hooks
import Reviews
import Sealing

/// A framework that a plugin made, as a file that says so.
public struct ImportedFramework: Sendable {
  /// For messages, in place of a path.
  public let name: String
  public let text: String
  /// Who made it, for messages.
  public let maker: String

  /// - Parameter file: what it was made from.
  public init(_ document: JSONValue, from file: String, _ through: PluginStamp?) {
    maker = through.map { "the plugin “\($0.id)”" } ?? "Waymark"
    name = "\(file), as made by \(maker)"
    var comment = "# Made from \(file.onOneLine) by Waymark"
    if let through { comment += " through the plugin \(through.reference)\n# \(through.digest)" }
    text = comment + "\n" + YAMLWriter.text(document)
  }
}

/// A review that a plugin read, as a file that says so.
public enum ImportedReview {
  /// The document with the plugin's stamp behind those that it has.
  public static func stamped(_ document: JSONValue, _ through: PluginStamp?) -> JSONValue {
    guard let through, case .object(var members) = document else { return document }
    // What a plugin says of where a review came from is not taken: only Waymark knows what it went through.
    members.removeAll { $0.key == "through" }
    members.append(JSONValue.Member("through", .array([through.json])))
    return .object(members)
  }
}

extension String {
  fileprivate var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
