import Sealing

/// Where in two documents a walk stands, and what people call it.
struct DifferencePlace {
  /// The keys that lead there, without ids.
  var keys: [String] = []
  /// Its addresses: keys and ids, criteria without a key.
  var from: [String] = []
  var to: [String] = []
  /// The things on the way that have a name, the outermost first.
  var things: [Thing] = []
  /// The keys since the last of them.
  var fields: [String] = []
  /// Whether what stands here must be done.
  var binds = true
  /// What stands for a strength that is left out.
  var usualStrength: String?

  /// Something that people name.
  struct Thing {
    let noun: String
    let name: String?

    var phrase: String { name.map { "the \(noun) “\($0)”" } ?? "the \(noun)" }
    var indefinite: String { name.map { "the \(noun) “\($0)”" } ?? "a \(noun)" }
  }

  /// A field, and what stands in it.
  func field(_ key: String) -> DifferencePlace {
    var place = self
    place.keys.append(key)
    place.from.append(key)
    place.to.append(key)
    place.fields.append(key)
    if keys == ["coverage"] { place.binds = key == "must" }
    if keys == ["process"], key == "samples" { place.binds = false }
    return place
  }

  /// An entry of a list or of a mapping.
  func entry(
    _ noun: String, from old: (part: String, value: JSONValue)?, to new: (part: String, value: JSONValue)?
  )
    -> DifferencePlace
  {
    var place = self
    if let old { place.from.append(old.part) } else { place.from = [] }
    if let new { place.to.append(new.part) } else { place.to = [] }
    place.fields = []
    let name = (new ?? old).flatMap { Self.name(of: $0.value) ?? Self.id($0.part) }
    place.things.append(Thing(noun: nounInPlace(noun), name: name))
    return place
  }

  private static func id(_ part: String) -> String? { part.allSatisfy(\.isNumber) ? nil : part }

  /// What people read for a record.
  private static func name(of value: JSONValue) -> String? {
    for key in ["title", "label", "message", "text", "id", "role"] {
      if let text = value[key]?.asString { return DifferenceWords.shortened(text) }
    }
    return nil
  }

  private func nounInPlace(_ noun: String) -> String {
    switch keys.prefix(2) {
    case ["coverage", "must"]: "condition of what a review must cover"
    case ["coverage", "should"]: "condition of what a review should cover"
    case ["coverage", "may"]: "condition of what a review may cover"
    default: noun == "prompt" ? promptNoun : noun
    }
  }

  private var promptNoun: String {
    switch keys.last {
    case "questions": "question"
    case "evidence": "source of evidence"
    case "duties": "duty"
    case "steps": "step"
    default: "prompt"
    }
  }

  /// What is spoken of: `the step “Hand over” of the stage “Follow-up”`.
  var subject: String {
    guard let last = things.last else { return DifferenceWords.part(keys) }
    let outer = things.dropLast().last.map { " of \($0.phrase)" } ?? ""
    return last.phrase + outer + (things.count == 1 ? DifferenceWords.context(keys) : "")
  }

  /// The field in words; empty where it is what is spoken of.
  var fieldWords: String { DifferenceWords.isPart(keys) ? "" : DifferenceWords.field(keys) }
}
