import Documents
import Sealing

extension DocumentWalk {
  /// Compares the entries of a mapping, each under its key.
  mutating func compareMap(
    _ spec: RecordSpec, _ old: [JSONValue.Member], _ new: [JSONValue.Member], at place: DifferencePlace
  ) {
    compareEntries(
      spec, old.map { Entry(part: $0.key, value: $0.value) },
      new.map { Entry(part: $0.key, value: $0.value) },
      at: place)
  }

  mutating func compareList(
    _ spec: RecordSpec, _ old: [JSONValue], _ new: [JSONValue], at place: DifferencePlace
  ) {
    guard spec.fields.contains(where: { $0.name == "id" }) else {
      return comparePositions(spec, old, new, at: place)
    }
    let entry = { (value: JSONValue) in Entry(part: value["id"]?.asString ?? "", value: value) }
    compareEntries(spec, old.map(entry), new.map(entry), at: place)
  }

  struct Entry {
    let part: String
    let value: JSONValue

    /// All that it says, but for its own name.
    var content: JSONValue {
      .object((value.asObject ?? []).filter { $0.key != "id" })
    }
  }

  private mutating func compareEntries(
    _ spec: RecordSpec, _ old: [Entry], _ new: [Entry], at place: DifferencePlace
  ) {
    let before = Dictionary(old.map { ($0.part, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.map { ($0.part, $0) }, uniquingKeysWith: { first, _ in first })
    var gone = old.filter { after[$0.part] == nil }
    for entry in new where before[entry.part] == nil {
      if let same = gone.firstIndex(where: { $0.content == entry.content }) {
        renamed(gone.remove(at: same), entry, spec, place)
      } else {
        added(entry, spec, place)
      }
    }
    for entry in gone { removed(entry, spec, place) }
    for entry in new {
      guard let same = before[entry.part], same.value != entry.value else { continue }
      let here = place.entry(spec.name, from: same.pair, to: entry.pair)
      compare(spec, same.value, entry.value, at: here)
    }
    let common = old.map(\.part).filter { after[$0] != nil }
    if common != new.map(\.part).filter({ before[$0] != nil }) { reordered(place) }
  }

  /// Entries without ids: the same ones first, then what is left in turn.
  private mutating func comparePositions(
    _ spec: RecordSpec, _ old: [JSONValue], _ new: [JSONValue], at place: DifferencePlace
  ) {
    var (gone, come): ([Entry], [Entry]) = ([], [])
    var unmatched = new.enumerated().map { Entry(part: "\($0 + 1)", value: $1) }
    for (index, value) in old.enumerated() {
      if let same = unmatched.firstIndex(where: { $0.value == value }) {
        unmatched.remove(at: same)
      } else {
        gone.append(Entry(part: "\(index + 1)", value: value))
      }
    }
    come = unmatched
    if gone.isEmpty, come.isEmpty { return reordered(place) }
    for (old, new) in zip(gone, come) {
      compare(spec, old.value, new.value, at: place.entry(spec.name, from: old.pair, to: new.pair))
    }
    for entry in gone.dropFirst(come.count) { removed(entry, spec, place) }
    for entry in come.dropFirst(gone.count) { added(entry, spec, place) }
  }

  private mutating func added(_ entry: Entry, _ spec: RecordSpec, _ place: DifferencePlace) {
    let here = place.entry(spec.name, from: nil, to: entry.pair)
    var event = DifferenceEvent(kind: .added, keys: place.keys, binds: place.binds, demand: .more)
    event.binds = Demand.binds(addition: entry.value, spec.name) ?? place.binds
    if spec.name == Self.wandering {
      wanderers.come.append(Wanderer(index: found.count, entry: entry, place: here))
    }
    add(event, .added, here, sentence: DifferenceWords.sentence("\(here.subject) is new"))
    compareSteps(spec, nil, entry.value, at: here)
  }

  private mutating func removed(_ entry: Entry, _ spec: RecordSpec, _ place: DifferencePlace) {
    let here = place.entry(spec.name, from: entry.pair, to: nil)
    let event = DifferenceEvent(kind: .removed, keys: place.keys, binds: place.binds, demand: .less)
    if spec.name == Self.wandering {
      wanderers.gone.append(Wanderer(index: found.count, entry: entry, place: here))
    }
    add(event, .removed, here, sentence: DifferenceWords.sentence("\(here.subject) is gone"))
    compareSteps(spec, entry.value, nil, at: here)
  }

  private mutating func renamed(_ old: Entry, _ new: Entry, _ spec: RecordSpec, _ place: DifferencePlace) {
    let here = place.entry(spec.name, from: old.pair, to: new.pair)
    var event = DifferenceEvent(kind: .renamed, keys: place.keys, binds: place.binds)
    if place.keys == ["scales"] { event.hasOtherPoints = false }
    add(
      event, .renamed, here,
      sentence: DifferenceWords.sentence("\(here.subject) has the id “\(new.part)”; it had “\(old.part)”"),
      isGuess: true)
  }
}

// MARK: - Steps, whose ids are names in the whole process

extension DocumentWalk {
  /// The record whose entries may stand in another list of the same kind and still be the same.
  private static let wandering = "step"

  /// An entry that came or went, and where that is told.
  struct Wanderer {
    let index: Int
    let entry: Entry
    let place: DifferencePlace
  }

  struct Wanderers {
    var gone: [Wanderer] = []
    var come: [Wanderer] = []
  }

  /// The steps of a stage that came or went are listed themselves: schedules name steps, not stages.
  private mutating func compareSteps(
    _ spec: RecordSpec, _ old: JSONValue?, _ new: JSONValue?, at place: DifferencePlace
  ) {
    guard spec.name == "stage", case .record(let step) = Step.shape.spec else { return }
    compareList(
      step, old?["steps"]?.asArray ?? [], new?["steps"]?.asArray ?? [], at: place.field("steps"))
  }

  /// Makes one move of a step that is gone in one stage and new in another.
  mutating func joinMoves() {
    guard case .record(let spec) = Step.shape.spec else { return }
    var joined: Set<Int> = []
    for new in wanderers.come {
      guard let old = wanderers.gone.first(where: { $0.entry.part == new.entry.part }) else { continue }
      joined.formUnion([old.index, new.index])
      var place = new.place
      place.from = old.place.from
      let stages = [old.place, new.place].map { $0.things.dropLast().last?.phrase ?? "" }
      add(
        DifferenceEvent(kind: .moved, keys: ["process", "stages", "steps"]), .moved, place,
        sentence: DifferenceWords.sentence(
          "the step “\(new.place.things.last?.name ?? new.entry.part)” belongs to \(stages[1]) now; it belonged to \(stages[0])"
        ))
      compare(spec, old.entry.value, new.entry.value, at: place)
    }
    found = found.enumerated().filter { !joined.contains($0.offset) }.map(\.element)
    wanderers = Wanderers()
  }
}

extension DocumentWalk.Entry {
  fileprivate var pair: (part: String, value: JSONValue) { (part, value) }
}
