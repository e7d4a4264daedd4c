import Diagnostics
import Documents

/// New framework files, which never take the place of others.
enum NewFiles {
  /// - Parameters:
  ///   - output: where the person wants it; else `Frameworks/<id>/<version>/framework.yaml` here.
  /// - Returns: where it is.
  /// - Throws: `cannotWrite` where a file is there.
  static func write(
    _ text: String, to output: String?, orFor id: String, version: String
  ) throws(Failure) -> String {
    let folder = "Frameworks/\(id)/\(version)"
    let path = output ?? "\(folder)/framework.yaml"
    if try FileReading.kind(path) != nil {
      throw Failure(
        .cannotWrite, "\(path) exists already.", help: "Choose another id, or another file with -o.")
    }
    if output == nil { try FileWriting.makeFolder(folder) }
    try FileWriting.write(text.utf8, to: path)
    return path
  }
}
