import Foundation

/// Where the files that Waymark ships with lie: in the current folder, beside an installed binary, or in the checkout
/// that it was built in.
enum Installation {
  /// Every existing folder of that name, nearest first.
  static func folders(_ name: String) -> [String] {
    var candidates = [name]
    let binary = executableFolder
    candidates.append("\(binary)/../share/waymark/\(name)")
    if let build = binary.range(of: "/.build") {
      candidates.append(binary[..<build.lowerBound] + "/" + name)
    }
    var seen: Set<String> = []
    return candidates.filter { path in
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
        return false
      }
      return seen.insert(URL(fileURLWithPath: path).resolvingSymlinksInPath().standardized.path).inserted
    }
  }

  /// A file below one of those folders.
  static func file(_ folder: String, _ path: String) -> String? {
    folders(folder).map { "\($0)/\(path)" }.first { FileManager.default.fileExists(atPath: $0) }
  }

  private static var executableFolder: String {
    let path =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: path).resolvingSymlinksInPath().deletingLastPathComponent().path
  }
}
