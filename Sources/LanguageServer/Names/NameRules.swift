/// What the value of a key names.
enum NameRule: Sendable, Equatable {
  case named(String)
  /// A criterion's path.
  case path
  case point
  /// A statement of the criterion that is spoken of.
  case statement
  /// A thread of statements, which is declared by its first use.
  case strand
  /// What `at:` starts with: the title of one of the source's places.
  case sourcePlace
  case expression(ExpressionScope)
  /// One of some words that no choice of the format lists.
  case words([String])
  /// The id of a framework.
  case framework
  /// One of the versions of the framework beside it.
  case frameworkVersion
  /// The digest of the framework and version beside it.
  case frameworkDigest
  /// Something in the framework, from the top down.
  case address
  /// The id of an entry beside which a change puts something.
  case neighbour
  /// The id of something that a part of a split takes over.
  case taken
}

/// What an expression speaks of.
enum ExpressionScope: Sendable, Equatable {
  case review
  /// As the rule's `for` says.
  case rule
}

/// Which key names what: by the record that the key stands in, and the key.
enum NameRules {
  /// The rule for a key's value, or for the elements of its list.
  static func value(_ record: String, _ key: String) -> NameRule? {
    byRecord[record]?[key] ?? (key == "aggregate" ? .words(aggregations) : nil)
  }

  /// The rule for the keys of a mapping whose keys the author chooses.
  static func mapKey(_ record: String, _ key: String) -> NameRule? { mapKeys[record]?[key] }

  static let mapKeys: [String: [String: NameRule]] = [
    "review": ["judgements": .path, "measures": .named("measure")],
    "carried answers": ["answers": .path, "measures": .named("measure"), "facts": .named("fact")],
    "scheduled review": ["dates": .named("step"), "notes": .named("step")],
    "subject": ["facts": .named("fact")],
    "team member": ["facts": .named("fact")],
    "person": ["facts": .named("fact")],
    "change: set": ["map": .point],
    "texts": ["texts": .address],
    "crossed scale": ["points": .point],
  ]

  static let byRecord: [String: [String: NameRule]] = [
    "framework": ["overall": .words(aggregations)],
    "framework pin": ["id": .framework, "version": .frameworkVersion, "digest": .frameworkDigest],
    "source reference": ["ref": .named("source document"), "at": .sourcePlace],
    "marking": ["level": .named("level"), "scale": .named("scale")],
    "section": ["of": .path],
    "criterion": [
      "stem": .named("stem"), "scale": .named("scale"), "when": .expression(.review),
      "aggregate": .words(aggregations),
    ],
    "statement": ["at": .point, "strand": .strand],
    "prompt": ["stem": .named("stem")],
    "aggregate": ["aggregate": .words(aggregations), "point": .point],
    "coverage condition": ["level": .named("level"), "under": .path, "among": .path],
    "evidence requirement": ["level": .named("level"), "from": .point, "under": .path],
    "rule": ["for": .named("form"), "when": .expression(.rule), "assert": .expression(.rule)],
    "team size": ["of": .named("role")],
    "exclusion": ["role": .named("role"), "not": .named("role")],
    "step": ["by": .named("role"), "with": .named("role"), "form": .named("form")],
    "window": ["before": .named("step"), "after": .named("step")],
    "cadence": ["step": .named("step"), "with": .named("role")],
    "sample": ["form": .named("form")],
    "agreement": ["before": .named("step")],
    "form": ["for": .named("level"), "form": .named("form"), "criterion": .path],
    "form field": ["level": .named("level"), "under": .path, "role": .named("role")],
    "measure": ["scale": .named("scale")],
    "tool": ["scale": .named("scale")],
    "trend": ["of": .expression(.review)],
    "signal": ["when": .expression(.review)],
    "trigger": ["when": .expression(.review), "opens": .named("watch list")],
    "watch list": [
      "owner": .named("role"), "report": .named("cadence"), "closesWhen": .expression(.review),
    ],
    "review": ["occasion": .named("occasion")],
    "team member": ["role": .named("role")],
    "judgement": ["point": .point, "statements": .statement],
    "carried answers": ["occasion": .named("occasion")],
    "carried answer": ["to": .path, "suggests": .point, "point": .point, "statements": .statement],
    "signed agreement": ["id": .named("agreement")],
    "meeting": ["cadence": .named("cadence")],
    "base": ["id": .framework, "version": .frameworkVersion, "digest": .frameworkDigest],
    "earlier version": ["id": .framework, "version": .frameworkVersion, "digest": .frameworkDigest],
    "end of a crosswalk": ["id": .framework, "version": .frameworkVersion, "digest": .frameworkDigest],
    "framework of the texts": ["id": .framework, "version": .frameworkVersion],
    "crossed scale": ["from": .named("scale"), "to": .named("scale")],
    "link": ["from": .path, "to": .path],
    "unrelated criterion": ["path": .path],
    "change: add": ["to": .address, "after": .neighbour, "before": .neighbour],
    "change: reword": ["reword": .address],
    "change: replace": ["replace": .address],
    "change: remove": ["remove": .address],
    "change: move": ["move": .address, "to": .address, "after": .neighbour, "before": .neighbour],
    "change: merge": ["merge": .address, "to": .address, "after": .neighbour, "before": .neighbour],
    "change: split": ["split": .address],
    "change: reorder": ["reorder": .address, "order": .neighbour],
    "change: set": ["set": .address, "map": .point],
    "part": [
      "takes": .taken, "stem": .named("stem"), "scale": .named("scale"), "when": .expression(.review),
      "aggregate": .words(aggregations),
    ],
  ]

  /// As the check of unknown aggregations knows them.
  static let aggregations = [
    "none", "distribution", "median", "mean", "weighted-mean", "mode", "min", "max", "proportion",
  ]

  /// Words that may stand beside the names that a rule asks for.
  static func wordsBeside(_ record: String, _ key: String) -> [String] {
    switch (record, key) {
    case ("rule", "for"): ["review", "schedule"]
    case ("agreement", "before"): ["measures"]
    case ("judgement", "point"): ["not-applicable", "not-reviewed"]
    default: []
    }
  }
}
