import Foundation

/// Finds the program that a command's first word means.
///
/// A word with a slash is a path in the plugin's folder, or below `/usr`. Any other is looked for in the
/// plugin's environment, then among the system's programs.
enum PluginCommand {
  static let path = ["/usr/local/bin", "/usr/bin", "/bin"]

  /// Why there is no such program, a sentence.
  struct Missing: Error, Equatable {
    let what: String
    let help: String
  }

  /// The command with its first word as a path, as the program sees it; `folder` is where the plugin will
  /// lie.
  static func resolve(_ program: PluginProgram, snapshot: String, folder: String) throws(Missing) -> [String]
  {
    guard let word = program.command.first, !word.isEmpty else {
      throw Missing(
        what: "The plugin “\(program.id)” has no command.", help: "Give it one in its plugin.yaml.")
    }
    return [try locate(word, program, snapshot, folder)] + program.command.dropFirst()
  }

  private static func locate(
    _ word: String, _ program: PluginProgram, _ snapshot: String, _ folder: String
  ) throws(Missing) -> String {
    if word.contains("/") {
      if word.hasPrefix("/usr/") || word.hasPrefix("/bin/") { return word }
      let file = word.hasPrefix("./") ? String(word.dropFirst(2)) : word
      guard !word.hasPrefix("/"), !file.split(separator: "/").contains("..") else {
        throw Missing(
          what: "The plugin “\(program.id)” wants to run \(word), which is not in its folder.",
          help: "Name a program in the plugin's folder, such as ./main.")
      }
      guard access("\(snapshot)/\(file)", F_OK) == 0 else {
        throw Missing(
          what: "The plugin “\(program.id)” has no file \(file), which its command runs.",
          help: "If it has to be built first, its README says how.")
      }
      guard access("\(snapshot)/\(file)", X_OK) == 0 else {
        throw Missing(
          what: "The plugin “\(program.id)” cannot run \(file): it is not marked as a program.",
          help: "Mark it: chmod +x \(program.folder)/\(file).")
      }
      return "\(folder)/\(file)"
    }
    if let environment = program.environment {
      let file = "\(environment)/bin/\(word)"
      var status = stat()
      if lstat(file, &status) == 0 {
        guard access(file, X_OK) == 0 else {
          throw Missing(
            what: "The plugin “\(program.id)” runs \(file), which leads to a program that you may not run.",
            help: "Make the plugin's environment anew as yourself: make plugins.")
        }
        return file
      }
    }
    guard let found = path.first(where: { access("\($0)/\(word)", X_OK) == 0 }) else {
      throw Missing(
        what: "The plugin “\(program.id)” needs the program \(word), which is not installed.",
        help: "Install \(word), or run make plugins if it belongs to the plugin's environment.")
    }
    return "\(found)/\(word)"
  }
}
