import Diagnostics
import Documents

extension FrameworkLibrary {
  /// A crosswalk between two frameworks, as a file.
  public struct CrosswalkFile: Sendable, Equatable {
    public let path: String
    /// Whether it leads the other way: from the second framework to the first.
    public let isInverted: Bool
  }

  /// The crosswalk between two frameworks, whichever of the two it stands beside, as
  /// `<id>/<version>/crosswalks/<other>-<version>.yaml`; one that leads the way asked for comes first.
  ///
  /// - Throws: `noInput` where a folder may not be read.
  public func crosswalk(from: FrameworkIdentity, to: FrameworkIdentity) throws(Failure) -> CrosswalkFile? {
    for (near, far, isInverted) in [(from, to, false), (to, from, true)] {
      for folder in folders {
        let path = "\(folder)/\(near.id)/\(near.version)/crosswalks/\(far.id)-\(far.version).yaml"
        if try FileReading.kind(path) != nil { return CrosswalkFile(path: path, isInverted: isInverted) }
      }
    }
    return nil
  }

  /// Every crosswalk at or below a path: a file, or a folder in which they lie in folders called `crosswalks`.
  ///
  /// - Throws: `noInput` where the path is missing or holds none.
  public static func crosswalkFiles(at path: String) throws(Failure) -> [String] {
    guard try FileReading.existing(path) == .folder else { return [path] }
    let isInside = path.split(separator: "/").last == "crosswalks"
    let below = try FolderReading.files(below: path).filter {
      $0.hasSuffix(".yaml") && (isInside || $0.split(separator: "/").dropLast().last == "crosswalks")
    }
    if below.isEmpty {
      throw Failure(
        .noInput, "The folder \(path) holds no crosswalks.",
        help: "Name a crosswalk's file, or a folder with frameworks that have a folder `crosswalks`.")
    }
    return below
  }
}
