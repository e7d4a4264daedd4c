import Sealing

/// The words for what differs. They are an author's: no keys where there is a word.
enum DifferenceWords {
  /// The words for fields, by key, or by the key before it and its own.
  private static let fields: [String: String] = [
    "title": "title", "summary": "summary", "text": "text", "label": "label", "note": "note",
    "message": "message", "help": "help", "assumed": "reason for what is assumed", "purpose": "purpose",
    "statements/at": "point that it describes", "source/at": "place in the source", "value": "number",
    "atLeast": "least number", "atMost": "greatest number",
    "under": "part that it is about", "among": "criteria that it is about", "strength": "binding force",
    "when": "condition under which it applies", "assert": "condition that has to hold",
    "rules/for": "kind of document", "forms/for": "level", "bands/from": "figure at which it starts",
    "categories/from": "change at which it starts", "occasions/from": "first day",
    "evidenceRequired/from": "lowest point that it is about",
    "answered": "share that must be answered", "aggregate": "way to sum up", "sections/of": "criteria",
    "sizes/of": "roles", "trends/of": "number that it follows", "by": "people who do it",
    "with": "people who take part", "window": "window", "span": "window", "aim": "time to aim for",
    "window/before": "step that it comes before", "window/after": "step that it comes after",
    "lasts": "length", "times": "number of times",
    "per": "stretch of time", "not": "roles that do not go with it", "within": "reach",
    "closedBy": "sides that must agree",
    "closesWhen": "condition under which it ends", "takes": "things that the group brings",
    "gives": "things that the group leaves with", "level": "level", "scale": "scale",
    "agreements/before": "step that waits for it",
  ]

  /// Words for several of something.
  private static let plurals: Set<String> = [
    "people who do it", "people who take part", "criteria that it is about", "criteria", "roles",
    "roles that do not go with it", "sides that must agree",
  ]

  /// What is said where the answer is yes now, and where it is no.
  private static let answers: [String: (yes: String, no: String)] = [
    "optional": ("may be left out now", "may not be left out any more"),
    "required": ("must be filled now", "need not be filled any more"),
    "private": ("stays private now", "is not private any more"),
    "locked": ("is locked for variants now", "is not locked for variants any more"),
    "scheduled": ("gets a date in the schedule now", "gets no date in the schedule any more"),
    "onTeam": ("belongs to the team now", "does not belong to the team any more"),
    "fromElsewhere": ("is about people from elsewhere now", "is not about people from elsewhere any more"),
  ]

  /// A sentence for a field that holds yes or no; `nil` for others.
  static func answer(_ key: String, isYes: Bool, _ subject: String) -> String? {
    answers[key].map { sentence("\(subject) \(isYes ? $0.yes : $0.no)") }
  }

  static func field(_ keys: [String]) -> String {
    guard let last = keys.last else { return "" }
    if keys.count > 1, let words = fields["\(keys[keys.count - 2])/\(last)"] { return words }
    return fields[last] ?? last
  }

  /// The parts of a framework that are no entries of a list.
  private static let parts: [String: String] = [
    "judging/self": "what a self-review marks", "judging/peer": "what a peer review marks",
    "overall": "the overall figure", "team": "the team", "process": "the process",
    "coverage": "what a review covers",
  ]

  static func isPart(_ keys: [String]) -> Bool { parts[keys.joined(separator: "/")] != nil }

  static func part(_ keys: [String]) -> String {
    for length in stride(from: keys.count, through: 1, by: -1) {
      if let words = parts[keys.prefix(length).joined(separator: "/")] { return words }
    }
    return "the framework"
  }

  /// Where a thing stands that stands in no other.
  static func context(_ keys: [String]) -> String {
    switch keys.first {
    case "process" where keys.count > 1 && keys[1] == "stages": " of the process"
    case "team" where keys.count > 1 && keys[1] != "roles": " of the team"
    default: ""
    }
  }

  /// The whole list, for its order.
  static func list(_ keys: [String]) -> String {
    switch keys.last {
    case "source": "the sources"
    case "criteria": "the criteria"
    case "evidence": "the sources of evidence"
    case "evidenceRequired": "the requirements on evidence"
    case "watch": "the watch lists"
    case "closedBy": "the sides that must agree"
    case "must", "should", "may": "the conditions of what a review \(keys.last ?? "") cover"
    case .some(let key): "the \(key)"
    case nil: "the list"
    }
  }

  /// A text that fits into a sentence: its beginning, cut between words.
  static func shortened(_ text: String, to length: Int = 72) -> String {
    let scalars = text.unicodeScalars
    guard text.utf8.count > length,
      let end = scalars.index(scalars.startIndex, offsetBy: length, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return text }
    let kept = scalars[..<end]
    let space = kept.lastIndex(of: " ") ?? end
    return String(kept[..<space]).trimmingTrailing(",;:.–—-") + " …"
  }

  /// A value as people write it.
  static func value(_ value: JSONValue?) -> String? {
    switch value {
    case nil, .some(.null): nil
    case .string(let text): text
    case .bool(let flag): flag ? "yes" : "no"
    case .int(let number): "\(number)"
    case .double(let number):
      number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
    case .array(let list): list.isEmpty ? nil : list.compactMap { Self.value($0) }.joined(separator: ", ")
    case .object(let members) where members.count == 1: Self.value(members[0].value)
    case .object(let members):
      members.compactMap { member in Self.value(member.value).map { "\(member.key): \($0)" } }
        .joined(separator: "; ")
    }
  }

  static func listed(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }

  static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() + "." }

  /// Fields that say something else, one or several of them.
  static func edits(_ edits: [Difference.Edit], of subject: String) -> String {
    let fields = listed(edits.map(\.field))
    if edits.allSatisfy(\.isProse) {
      if edits.allSatisfy({ $0.before == nil }) { return sentence("\(subject) has a \(fields) now") }
      if edits.allSatisfy({ $0.after == nil }) { return sentence("\(subject) has no \(fields) any more") }
      return sentence("other words for the \(fields) of \(subject)")
    }
    guard edits.count == 1, let edit = edits.first else { return sentence("\(subject): \(fields)") }
    let what = fields.isEmpty ? subject : "\(subject): the \(fields)"
    let (was, now) = plurals.contains(fields) ? ("were", "are") : ("was", "is")
    switch (edit.before.map { shortened($0) }, edit.after.map { shortened($0) }) {
    case (let before?, let after?): return sentence("\(what) \(was) “\(before)” and \(now) “\(after)” now")
    case (nil, let after?): return sentence("\(what) \(now) “\(after)” now")
    case (let before?, nil): return sentence("\(what) \(was) “\(before)” and \(now) not given any more")
    case (nil, nil): return sentence("\(what) changed")
    }
  }
}

extension String {
  fileprivate func trimmingTrailing(_ characters: String) -> String {
    var text = self
    while let last = text.last, characters.contains(last) { text.removeLast() }
    return text
  }
}
