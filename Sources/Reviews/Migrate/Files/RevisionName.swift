import Documents
import Frameworks

/// How a migrated review's file is called: `hill-self.yaml` becomes `hill-self-2.0.0.yaml`, and for another framework
/// `hill-self-london-south-1.0.0.yaml`.
public enum RevisionName {
  public static func of(
    _ path: String, from origin: FrameworkIdentity, to target: FrameworkIdentity
  ) -> String {
    let name = origin.id == target.id ? "\(target.version)" : "\(target.id)-\(target.version)"
    var stem = stem(of: path)
    // What an earlier migration added goes.
    for ending in ["-\(origin.id)-\(origin.version)", "-\(origin.version)"] where stem.hasSuffix(ending) {
      stem = String(stem.dropLast(ending.count))
      break
    }
    return "\(stem)-\(name).yaml"
  }

  /// Where a file that is replaced is kept: `hill-self.yaml` as `hill-self-1.0.0.yaml.bak`.
  public static func backup(of path: String, from origin: FrameworkIdentity) -> String {
    "\(stem(of: path))-\(origin.version).yaml.bak"
  }

  /// Without its extension.
  private static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    let endings = [".yaml", ".yml", ".csv"]
    let ending = endings.first { name.lowercased().hasSuffix($0) && name.count > $0.count }
    return String(path.dropLast(ending?.count ?? 0))
  }
}
