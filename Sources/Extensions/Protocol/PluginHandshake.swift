import Sealing

/// The first exchange: what Waymark expects of the program, and whether the program says the same of itself.
enum PluginHandshake {
  static let method = "initialize"

  /// What `initialize` tells the plugin. `folders` are those of the calls' files, as the plugin sees them.
  static func params(_ program: PluginProgram, waymark: String, folders: (in: String, out: String))
    -> PluginParams
  {
    .value([
      "protocol": .int(Int64(program.protocol)), "waymark": .string(waymark),
      "plugin": ["id": .string(program.id), "version": .string(program.version)],
      "folders": ["in": .string(folders.in), "out": .string(folders.out)],
    ])
  }

  /// How the answer differs from `plugin.yaml`, as the end of a sentence that begins with the plugin's name;
  /// `nil` where they agree.
  static func lie(in answer: JSONValue, _ program: PluginProgram) -> String? {
    guard let members = answer.asObject, let plugin = answer["plugin"], let hooks = answer["hooks"]?.asArray
    else {
      return "answered initialize without plugin and hooks"
    }
    let known = ["protocol", "plugin", "hooks"]
    if let foreign = members.first(where: { !known.contains($0.key) }) {
      return
        "answered initialize with “\(PluginText.clean(foreign.key, limit: 60))”, which has no meaning there"
    }
    if answer["protocol"]?.asInt != Int64(program.protocol) {
      return "speaks protocol \(shown(answer["protocol"])), but its plugin.yaml says \(program.protocol)"
    }
    for (name, expected) in [("id", program.id), ("version", program.version)]
    where plugin[name]?.asString != expected {
      return "says that its \(name) is \(shown(plugin[name])), but its plugin.yaml says \(expected)"
    }
    let offered = hooks.map { $0.asString ?? "" }
    if let missing = program.hooks.first(where: { !offered.contains($0) }) {
      return "does not offer \(missing), which its plugin.yaml declares"
    }
    if let more = hooks.first(where: { !program.hooks.contains($0.asString ?? "") }) {
      return "offers \(shown(more)), which its plugin.yaml does not declare"
    }
    return nil
  }

  private static func shown(_ value: JSONValue?) -> String {
    switch value {
    case nil: "missing"
    case .string(let text): PluginText.clean(text, limit: 60)
    case .int(let number): "\(number)"
    default: "no text"
    }
  }
}
