import Documents
import Sealing

/// Compares two documents of one shape, key by key; entries that have ids are compared by id, wherever they stand.
struct DocumentWalk {
  /// Whether judgements on one scale are none on another; `nil` where one of them does not exist.
  let hasOtherPoints: (_ from: String?, _ to: String?) -> Bool?
  var found: [Difference] = []
  /// The scales of a criterion that names none.
  var usualScales: (from: String?, to: String?) = (nil, nil)
  /// Entries that came or went and may only have moved.
  var wanderers = Wanderers()

  /// Compares two records; a missing one is one without any field.
  mutating func compare(
    _ spec: RecordSpec, _ old: JSONValue?, _ new: JSONValue?, at place: DifferencePlace,
    skipping skipped: Set<String> = []
  ) {
    var words: [Difference.Edit] = []
    var wordPlaces: [DifferencePlace] = []
    let place = place.bound(spec, new ?? old)
    for field in spec.fields where !skipped.contains(field.name) {
      let (before, after) = (old?[field.name], new?[field.name])
      if before == after { continue }
      let here = place.field(field.name)
      if let edit = compare(field.shape, before, after, at: here) {
        words.append(edit)
        wordPlaces.append(here)
      }
    }
    guard !words.isEmpty else { return }
    // The words of one thing are one change.
    add(
      DifferenceEvent(kind: .changed, keys: wordPlaces[0].keys, isProse: true),
      place.keys.first == "criteria" ? .reworded : .textOnly,
      words.count == 1 || place.keys.isEmpty ? wordPlaces[0] : place, edits: words)
  }

  /// - Returns: the words that differ, where it is words.
  private mutating func compare(
    _ shape: ShapeSpec, _ old: JSONValue?, _ new: JSONValue?, at place: DifferencePlace
  ) -> Difference.Edit? {
    switch PartForm(shape) {
    case .words: return edit(old, new, place, isProse: true)
    case .value: change(old, new, place)
    case .values:
      let (before, after) = (Set(old?.asArray ?? []), Set(new?.asArray ?? []))
      if before == after { reordered(place) } else { change(old, new, place) }
    case .record(let spec, _) where spec.name == Self.reference: change(old, new, place)
    case .record(let spec, let wraps):
      let (old, new) = wraps.map { key in (old?.wrapped(in: key), new?.wrapped(in: key)) } ?? (old, new)
      let isWhole = { (value: JSONValue?) in value?.asObject != nil || (value == nil && !spec.hasRequired) }
      if isWhole(old), isWhole(new) { compare(spec, old, new, at: place) } else { change(old, new, place) }
    case .records(let spec): compareList(spec, old?.asArray ?? [], new?.asArray ?? [], at: place)
    case .entries(let spec): compareMap(spec, old?.asObject ?? [], new?.asObject ?? [], at: place)
    }
    return nil
  }

  /// Where something comes from is one thing to say, whatever parts it has.
  private static let reference = "source reference"

  private func edit(_ old: JSONValue?, _ new: JSONValue?, _ place: DifferencePlace, isProse: Bool)
    -> Difference.Edit
  {
    Difference.Edit(
      field: place.fieldWords, before: DifferenceWords.value(old), after: DifferenceWords.value(new),
      isProse: isProse)
  }

  private mutating func change(_ old: JSONValue?, _ new: JSONValue?, _ place: DifferencePlace) {
    var event = DifferenceEvent(kind: .changed, keys: place.keys, binds: place.binds)
    if old == nil, new?.asObject != nil {
      event = DifferenceEvent(kind: .added, keys: place.keys, binds: place.binds)
    }
    event.demand = Demand.of(field: place.keys.last ?? "", old, new)
    if place.keys.last == "scale" {
      event.hasOtherPoints = hasOtherPoints(
        old?.asString ?? usualScales.from, new?.asString ?? usualScales.to)
    }
    var edit = edit(old, new, place, isProse: false)
    if place.keys.last == "strength" {
      (edit.before, edit.after) = (edit.before ?? place.usualStrength, edit.after ?? place.usualStrength)
    }
    let isYesOrNo = (new ?? old)?.asBool != nil
    let sentence =
      isYesOrNo
      ? DifferenceWords.answer(place.keys.last ?? "", isYes: new?.asBool == true, place.subject) : nil
    add(event, Self.kind(place.keys, event), place, edits: [edit], sentence: sentence)
  }

  private static func kind(_ keys: [String], _ event: DifferenceEvent) -> Difference.Kind {
    if event.hasOtherPoints == true { return .rescaled }
    if keys.last == "source" { return .changed }
    switch keys.first {
    case "coverage", "evidenceRequired", "rules", "agreements": return .ruleChanged
    case "team" where ["sizes", "exclusions"].contains(keys.dropFirst().first): return .ruleChanged
    case "scales" where keys.last != "locked": return .rescaled
    default: return .changed
    }
  }

  mutating func reordered(_ place: DifferencePlace) {
    let event = DifferenceEvent(kind: .reordered, keys: place.keys, binds: place.binds)
    let owner = place.things.last.map { " of \($0.phrase)" } ?? ""
    let list = DifferenceWords.list(place.keys)
    add(
      event, .reordered, place,
      sentence: DifferenceWords.sentence("\(list)\(owner) stand in another order"))
  }

  mutating func add(
    _ event: DifferenceEvent, _ kind: Difference.Kind, _ place: DifferencePlace,
    edits: [Difference.Edit] = [], sentence: String? = nil, isGuess: Bool = false
  ) {
    let row = StepTable.row(for: event)
    var difference = Difference()
    difference.kind = kind
    difference.subject = place.subject
    difference.from = place.from.isEmpty ? [] : [place.from.joined(separator: "/")]
    difference.to = place.to.isEmpty ? [] : [place.to.joined(separator: "/")]
    difference.edits = edits
    difference.sentence = sentence ?? DifferenceWords.edits(edits, of: place.subject)
    (difference.step, difference.rowID) = (row.step, row.id)
    difference.isGuess = isGuess
    found.append(difference)
  }
}

extension DifferencePlace {
  /// The same place, whose force is that of the record there.
  fileprivate func bound(_ spec: RecordSpec, _ value: JSONValue?) -> DifferencePlace {
    guard let usual = Demand.usual[spec.name] else { return self }
    var place = self
    place.binds = Demand.binds(spec.name, value) ?? binds
    place.usualStrength = usual.rawValue
    return place
  }
}

extension RecordSpec {
  fileprivate var hasRequired: Bool { fields.contains(where: \.isRequired) }
}

extension JSONValue {
  /// A name alone as the mapping that it stands for; `none` stays what it is.
  fileprivate func wrapped(in key: String) -> JSONValue {
    guard case .string(let name) = self, name != "none" else { return self }
    return .object([Member(key, self)])
  }
}

/// How a part of a document is compared.
private enum PartForm {
  case words
  case value
  case values
  /// - Parameter wraps: the key that a name alone stands for.
  case record(RecordSpec, wraps: String?)
  case records(RecordSpec)
  case entries(RecordSpec)

  init(_ spec: ShapeSpec) {
    switch spec {
    case .scalar(let scalar): self = scalar.isTranslatable ? .words : .value
    case .record(let record): self = .record(record, wraps: nil)
    case .recursive(_, let inner): self = PartForm(inner())
    case .map(_, .record(let record)): self = .entries(record)
    case .map: self = .value
    case .list(let element, _):
      switch PartForm(element) {
      case .words: self = .words
      case .record(let record, _): self = .records(record)
      default: self = .values
      }
    case .either(let options):
      let flat = options.flatMap(\.flat)
      let records = flat.compactMap { if case .record(let record) = $0 { record } else { nil } }
      let names = flat.compactMap { if case .scalar(let scalar) = $0 { scalar.name } else { nil } }
      if records.count == 1 {
        let key = names.contains { $0 != "`none`" } ? records[0].fields.first(where: \.isRequired)?.name : nil
        self = .record(records[0], wraps: key)
      } else {
        self = .value
      }
    }
  }
}

extension ShapeSpec {
  /// What it may be, without choices in choices.
  fileprivate var flat: [ShapeSpec] {
    switch self {
    case .either(let options): options.flatMap(\.flat)
    case .recursive(_, let inner): inner().flat
    default: [self]
    }
  }
}
