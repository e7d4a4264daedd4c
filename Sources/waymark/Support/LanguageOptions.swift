import ArgumentParser
import Rubrics

/// In which language a framework's texts are shown.
struct LanguageOptions: ParsableArguments {
  @Option(
    name: .customLong("language"),
    help: ArgumentHelp(
      "Show the framework's texts in this language, such as cy, as far as they are translated.",
      valueName: "tag"))
  var tag: String?
}

extension Rubric {
  /// How far its texts are translated, as the first line of a YAML file; empty where no other language was asked
  /// for.
  var translationComment: String { framework.translation.map { "# \($0.note)\n" } ?? "" }
}
