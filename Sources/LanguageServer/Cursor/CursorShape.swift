import Documents

/// What the format of a document allows at the cursor: the shapes, and what the names there mean.
struct CursorShape {
  /// The shapes that may stand at the cursor.
  private(set) var options: [ShapeSpec]
  /// The record and the key whose value the cursor is in.
  private(set) var record = ""
  private(set) var key = ""
  /// The single values beside that key.
  private(set) var fields: [String: String] = [:]
  /// Whether the cursor is at a key that the author chooses.
  private(set) var isInMap = false
  /// The path of the criterion that is spoken of.
  private(set) var criterion: String?
  /// Its level, from 0; -1 outside of criteria.
  private(set) var level = -1
  /// The scale that it names itself.
  private(set) var scale: String?
  /// In a filled form: the address of what holds the fields that are answered.
  private(set) var form: String?
  private(set) var ruleFor: String?
  /// In a change: its verb and the address that it is made to.
  private(set) var verb: String?
  private(set) var target: String?
  /// In a crosswalk: the key of the end that is spoken of, `from` or `to`.
  private(set) var end: String?
  private var address = ""

  /// - Parameter spec: of the whole document.
  init(_ context: CursorContext, _ spec: ShapeSpec) {
    options = spec.options
    narrow(context.fields.first ?? [:])
    for (step, fields) in zip(context.steps, context.fields.dropFirst()) {
      take(step)
      narrow(fields)
    }
  }

  /// Chooses among several records by the keys that are there, and notes what is known of them.
  private mutating func narrow(_ here: [String: String]) {
    fields = key.isEmpty || !here.isEmpty ? here : fields
    if options.count > 1, !here.isEmpty, options.allSatisfy(\.isRecord) {
      options = ShapeSpec.best(of: options, having: Array(here.keys))
    }
    guard options.count == 1, let record = options[0].record else { return }
    if record.name.hasPrefix("filled ") {
      form = form ?? "forms/\(record.name.dropFirst("filled ".count))"
    }
    if record.name == "rule" { ruleFor = here["for"] ?? "review" }
    enterChange(record, here)
    if record.name == "criterion" || record.name == "part" {
      level += 1
      scale = here["scale"]
      if let id = here["id"] {
        let holder = address.hasSuffix("criteria") ? String(address.dropLast("/criteria".count)) : address
        address = holder.isEmpty ? id : "\(holder)/\(id)"
        criterion = address
      }
    }
  }

  private mutating func enterChange(_ record: RecordSpec, _ here: [String: String]) {
    guard record.name.hasPrefix("change: ") else { return }
    let verb = String(record.name.dropFirst("change: ".count))
    self.verb = verb
    switch verb {
    case "add": target = here["to"] ?? "criteria"
    case "move": target = here["to"] ?? here[verb].map(FrameworkAddress.holder)
    default: target = here[verb]
    }
  }

  private mutating func take(_ step: CursorContext.Step) {
    isInMap = false
    switch step {
    case .item:
      options = options.flatMap { option -> [ShapeSpec] in
        if case .list(let element, _) = option { return element.options }
        // What a change adds may be one entry or a list of them.
        return content(option).map { [$0] } ?? []
      }
    case .key(let name):
      let before = options
      options = []
      // Behind its verb it is plain which change it is.
      let tagged = before.filter { $0.record?.fields.first?.name == name }
      if tagged.count == 1, before.count > 1, let record = tagged[0].record { enterChange(record, fields) }
      for option in tagged.count == 1 ? tagged : before {
        let option = content(option) ?? option
        if let record = option.record, let field = record.field(name) {
          if record.name.isOfAnswers, let form { self.form = "\(form)/fields/\(name)" }
          (self.record, key) = (record.name, name)
          if ["link", "crossed scale", "unrelated criteria"].contains(record.name),
            ["from", "to"].contains(name)
          {
            end = name
          }
          address = address.isEmpty ? name : "\(address)/\(name)"
          options += field.shape.options
        } else if case .map(_, let value) = option {
          if NameRules.mapKey(record, key) == .path { criterion = name }
          isInMap = true
          address += "/\(name)"
          options += value.options
        }
      }
      // A key of several records was taken once.
      if options.count > 1, options.allSatisfy(\.isScalar) { options = [options[0]] }
    }
  }

  /// The shape of what a change brings, which follows from the address.
  private func content(_ option: ShapeSpec) -> ShapeSpec? {
    guard verb != nil, let target, case .scalar(let scalar) = option, scalar.schema.isEmpty else {
      return nil
    }
    return FrameworkAddress.shape(ofContent: key, at: target)
  }

  /// The options, those of a change's content in place of what may be anything.
  var shapes: [ShapeSpec] { options.flatMap { content($0).map { $0.options } ?? [$0] } }

  /// The rule for a single value at the cursor.
  var rule: NameRule? { NameRules.value(record, key) }

  /// The rule for a key at the cursor, in a mapping whose keys the author chooses.
  var mapRule: NameRule? { NameRules.mapKey(record, key) }
}

extension ShapeSpec {
  var isRecord: Bool { if case .record = self { true } else { false } }
  var isScalar: Bool { if case .scalar = self { true } else { false } }
}

extension String {
  /// Whether a record of this name holds answers, its keys being ids of a form's fields.
  var isOfAnswers: Bool { hasPrefix("filled ") || hasPrefix("row of ") || hasPrefix("part of ") }
}
