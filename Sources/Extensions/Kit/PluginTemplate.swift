import Diagnostics
import Documents
import Foundation
import Sealing

/// A new plugin: small, working and tried, for its author to change.
public struct PluginTemplate: Sendable {
  private let id: String
  private let title: String
  private let language: Language

  public enum Language: String, Sendable, CaseIterable {
    case python, swift, shell

    /// What is to be done before it can run; empty where nothing is.
    public var nextSteps: String { self == .swift ? "Build it with its build.sh first." : "" }
  }

  public init(id: String, title: String, language: Language) {
    self.id = id
    self.title = title
    self.language = language
  }

  /// Its files, by their paths inside the plugin's folder.
  public var files: [(path: String, text: String)] {
    let resources = PackageResources.self
    let own: [(String, [UInt8])] =
      switch language {
      case .python:
        [
          ("plugin.yaml", resources.new_python_yaml_txt), ("main.py", resources.new_python_py_txt),
          ("tests/long-title/request.json", resources.new_check_json_txt),
          ("tests/long-title/answer.json", resources.new_check_answer_json_txt),
        ]
      case .swift:
        [
          ("plugin.yaml", resources.new_swift_yaml_txt), ("Package.swift", resources.new_swift_package_txt),
          ("Sources/main.swift", resources.new_swift_swift_txt), ("build.sh", resources.new_swift_build_txt),
          ("tests/long-title/request.json", resources.new_check_json_txt),
          ("tests/long-title/answer.json", resources.new_check_answer_json_txt),
        ]
      case .shell:
        [
          ("plugin.yaml", resources.new_shell_yaml_txt), ("main.sh", resources.new_shell_sh_txt),
          ("tests/greeting/request.json", resources.new_shell_json_txt),
          ("tests/greeting/answer.json", resources.new_shell_answer_json_txt),
        ]
      }
    return (own + [("README.md", resources.new_readme_txt)]).map { ($0, filled($1)) }
  }

  /// Makes the folder with everything in it.
  ///
  /// - Throws: `cannotWrite`; then nothing of it is left.
  public func write(to folder: String) throws(Failure) {
    do throws(Failure) {
      for (path, text) in files {
        let target = "\(folder)/\(path)"
        try FileWriting.makeFolder(FileWriting.parent(of: target))
        try FileWriting.write(text.utf8, to: target, mode: path.hasSuffix(".sh") ? 0o755 : 0o644)
      }
    } catch {
      try? FileManager.default.removeItem(atPath: folder)
      throw error
    }
  }

  private func filled(_ bytes: [UInt8]) -> String {
    let program =
      switch language {
      case .python: "main.py"
      case .swift: "Sources/main.swift"
      case .shell: "main.sh"
      }
    return String(decoding: bytes, as: UTF8.self)
      .replacing("{{id}}", with: id).replacing(
        "{{title}}", with: title.split(whereSeparator: \.isNewline).joined(separator: " ")
      )
      .replacing("{{program}}", with: program)
      .replacing("{{greeting}}", with: Digest(ofText: "Hello, our-framework@1.0.0!\n").hex)
  }
}
