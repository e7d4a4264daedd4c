import Documents
import Foundation

/// A Python environment (PEP 405) as a sandbox has to show it: at its own path, which is written into its
/// scripts, with the interpreter that it was made from where that is not part of the system.
struct PythonEnvironment {
  let path: String

  /// What is to be shown inside. Of the interpreter's own folder only programs and libraries: it may be a
  /// home.
  var binds: [SandboxArguments.Bind] {
    var folders = [path]
    for base in bases {
      for name in ["bin", "lib", "lib64"] where FileManager.default.fileExists(atPath: "\(base)/\(name)") {
        folders.append("\(base)/\(name)")
      }
    }
    return folders.map { SandboxArguments.Bind(source: $0, target: $0) }
  }

  /// The interpreter's folder, under the name that the environment has for it and under its true one.
  private var bases: [String] {
    guard let text = try? String(contentsOfFile: "\(path)/pyvenv.cfg", encoding: .utf8) else { return [] }
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 2, parts[0] == "home", parts[1].hasPrefix("/") else { continue }
      let named = FileWriting.parent(of: parts[1])
      let program = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/bin"))?
        .filter { $0.hasPrefix("python") }.sorted().first.map { "\(path)/bin/\($0)" }
      var found = [named]
      if let program {
        let real = URL(fileURLWithPath: program).resolvingSymlinksInPath().path
        found.append(FileWriting.parent(of: FileWriting.parent(of: real)))
      }
      var distinct: [String] = []
      for base in found where !Self.isSystem(base) && !distinct.contains(base) { distinct.append(base) }
      return distinct
    }
    return []
  }

  private static func isSystem(_ base: String) -> Bool {
    base == "/" || base == "/usr" || base.hasPrefix("/usr/")
  }
}
