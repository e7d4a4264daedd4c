import Documents
import Sealing

/// A resolved framework as a document that needs no other.
public enum StandaloneFramework {
  /// YAML that reads to the same content, and so to the same digest. Comments and layout are not kept.
  public static func yaml(_ framework: ResolvedFramework) -> String {
    let own = framework.framework
    var text =
      "# \(own.id.value) \(own.version.value), written out by Waymark; the file that it was made from has comments."
    if let base = framework.descent?.base {
      text += "\n# It extends \(base)\(base.digest.map { " (\($0))" } ?? ""), which is worked in here."
    }
    return text + "\n" + YAMLWriter.text(Framework.shape.write(own))
  }
}
