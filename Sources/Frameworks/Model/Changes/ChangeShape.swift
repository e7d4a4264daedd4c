import Diagnostics
import Documents
import Sealing

extension Change {
  /// One record a verb; the verb is the key that tells them apart.
  static let shape: Shape<Change> = .tagged(
    "a change",
    Verb.allCases.map { ($0.rawValue, .record(of: $0)) }, tag: \.verb.rawValue)
}

extension Shape where Value == Change {
  fileprivate static func record(of verb: Change.Verb) -> Shape {
    .record(
      "change: \(verb.rawValue)", summary(verb), blank: blank(verb), place: { $0.range = $1 },
      fields: fields(verb) + [.required("why", \.why, .text, "Why, in a sentence that readers see.")])
  }

  private static func blank(_ verb: Change.Verb) -> Change {
    var change = Change()
    change.verb = verb
    return change
  }

  private static func summary(_ verb: Change.Verb) -> String {
    switch verb {
    case .add: "Something new: a criterion anywhere, or an entry of any list."
    case .reword: "Other words for the same thing; judgements stay comparable."
    case .replace: "Another thing in the same place; judgements are not comparable."
    case .remove: "Something goes."
    case .move: "Another place or another id for the same criterion."
    case .merge: "Several criteria become one."
    case .split: "One criterion becomes several."
    case .reorder: "Another order for the entries of a list."
    case .set: "Another value for a field."
    }
  }

  private static func fields(_ verb: Change.Verb) -> [Field<Change>] {
    switch verb {
    case .add:
      [
        .required(
          "add", .anything("an entry, or a list of entries"), get: { $0.content ?? AnyValue() },
          set: { $0.content = $1 }, "What is added, such as a criterion with its id."),
        .optional(
          "to", \.to, .address,
          "The criterion that it stands below, or the address of a list; `criteria` for the top."),
      ] + neighbours
    case .reword:
      [.target("reword", "The criterion, statement, question, point … whose words change.")]
        + Change.textKeys.map { .text($0) }
    case .replace:
      [
        .target("replace", "The criterion, or another entry of a list, that goes."),
        .required(
          "with", .anything("an entry"), get: { $0.content ?? AnyValue() }, set: { $0.content = $1 },
          "What comes in its place."),
      ]
    case .remove:
      [
        .target("remove", "What goes: a criterion, an entry of a list, or a field that may be left out."),
        .defaulted(
          "withChildren", \.withChildren, .boolean, default: false,
          "Whether the criteria below it are meant to go as well."),
      ]
    case .move:
      [
        .target("move", "The criterion."),
        .optional("to", \.to, .address, "The criterion that it stands below now; `criteria` for the top."),
        .optional("as", \.id, .slug, "Its id from now on."),
      ] + neighbours
    case .merge:
      [
        .list("merge", \.targets, .address, minimum: 2, "The criteria that become one."),
        .required(
          "into", Part.shape, get: { $0.parts.first ?? Change.Part() }, set: { $0.parts = [$1] },
          "The criterion that they become. It stands where the first stood, or below `to`."),
        .optional("to", \.to, .address, "The criterion that it stands below."),
      ] + neighbours
    case .split:
      [
        .target("split", "The criterion."),
        .list("into", \.parts, Part.shape, minimum: 2, "The criteria that it becomes, in order."),
      ]
    case .reorder:
      [
        .target("reorder", "The criterion whose children change places; `criteria` for the top; any list."),
        .list("order", \.order, .slug, minimum: 2, "Every id, in the order wanted."),
      ]
    case .set:
      [
        .target("set", "The address of the field."),
        .required(
          "to", .anything("a value"), get: { $0.content ?? AnyValue() }, set: { $0.content = $1 },
          "Its value from now on."),
        .optional(
          "map", \.map, PointMap.shape,
          "Where a scale becomes another: which point each point becomes, or `none`."),
      ]
    }
  }

  private typealias Part = Change.Part

  private static var neighbours: [Field<Change>] {
    [
      .optional("after", \.after, .slug, "The entry that it stands behind; without it, it stands last."),
      .optional("before", \.before, .slug, "The entry that it stands in front of."),
    ]
  }
}

extension Change {
  /// What `reword` may write.
  static let textKeys = ["title", "text", "label", "summary", "note", "message"]
}

extension Field where Root == Change {
  fileprivate static func target(_ name: String, _ summary: String) -> Field {
    .required(
      name, .address, get: { $0.targets.first ?? Located("") }, set: { $0.targets = [$1] }, summary)
  }

  /// A text that `reword` writes, under its own key.
  fileprivate static func text(_ key: String) -> Field {
    let shape = Shape<Located<String>>.locatedText
    return .optionalValue(
      key, shape,
      get: { change in
        change.texts.first { $0.key.value == key }.map { Located($0.value, at: $0.key.range) }
      },
      set: { change, text in
        change.texts.append(Keyed(key: Located(key, at: text.range), value: text.value))
      }, "Its \(key) from now on.")
  }
}

extension Change.Part {
  static let shape = Shape<Change.Part>.record(
    "part", "A criterion that a change makes of others.", blank: Change.Part(),
    fields: Criterion.fields.map { $0.within(\.criterion) } + [
      .list(
        "takes", \.takes, .slug,
        "What it takes over of the criterion that is split: ids of criteria below it, statements, questions, evidence."
      )
    ])
}

extension PointMap {
  static let shape: Shape<PointMap> = Shape<[Keyed<Located<String>>]?>.noneOr(
    .map(keys: .slug, of: .slug)
  ).map(
    { $0.map { .points($0) } ?? .none }, back: { if case .points(let points) = $0 { points } else { nil } })
}

extension BaseReference {
  static let shape = Shape<BaseReference>.record(
    "base", "The framework that a variant extends.", blank: BaseReference(), place: { $0.range = $1 },
    fields: [
      .required("id", \.id, .slug, "Its id."),
      .required("version", \.version, .version, "Its version."),
      .optional(
        "digest", \.digest, .locatedDigest,
        "The digest of its content, as `waymark framework show` prints it; a released variant must have it."),
    ])
}

extension Migration {
  static let shape = Shape<Migration>.record(
    "migration", "How an earlier version became this one.", blank: Migration(),
    fields: [
      .required("from", \.base, PriorReference.shape, "The earlier version."),
      .optional("note", \.note, .text, "What readers of both should know."),
      .list(
        "changes", \.changes, Change.shape,
        "What changed, in the words of a variant's changes. New content is not repeated: ids are enough."),
    ])

  fileprivate var base: PriorReference {
    get { PriorReference(id: id, version: version, digest: digest) }
    set { (id, version, digest) = (newValue.id, newValue.version, newValue.digest) }
  }
}

private struct PriorReference: Sendable {
  var id: Located<String>?
  var version = Located(SemanticVersion(0, 0, 0))
  var digest: Located<Digest>?

  static let shape = Shape<PriorReference>.record(
    "earlier version", "The version that a migration starts from.", blank: PriorReference(),
    fields: [
      .optional("id", \.id, .slug, "Its id; without it, the framework's own."),
      .required("version", \.version, .version, "Its version."),
      .optional("digest", \.digest, .locatedDigest, "The digest of its content."),
    ])
}
