import Diagnostics

/// What may be said of a box depends on its kind: a table has columns, a choice has choices, a box for
/// criteria says from which level.
enum FieldKinds: FrameworkCheck {
  static let fieldsMissing = DiagnosticCode(
    "fields-missing", "A table or a repeated part has no boxes of its own.",
    advice: "Add `fields`: the columns of the table, or the boxes of the part.")
  static let fieldsUnused = DiagnosticCode(
    "fields-unused", "A box that holds a single thing has boxes of its own.",
    advice: "Write `kind: table` or `kind: repeat`, or move the boxes out.")
  static let nested = DiagnosticCode(
    "table-nested", "A table or a repeated part stands too deep.",
    advice: "A repeated part may hold a table; a table holds neither. Move the inner one out.")
  static let withoutLevel = DiagnosticCode(
    "pick-without-level", "A box for criteria or questions does not say from which level they are picked.",
    advice: "Add `level` with the id of one of the levels.")
  static let pickUnused = DiagnosticCode(
    "pick-unused", "A box that picks no criteria says from where to pick them.",
    advice: "Write `kind: criteria` or `kind: questions`, or remove `level` and `under`.")
  static let roleUnused = DiagnosticCode(
    "role-unused", "A box that holds no people names a role.",
    advice: "Write `kind: person`, or remove `role`.")
  static let numberUnused = DiagnosticCode(
    "answers-unused", "A box with a single answer says how many answers it wants.",
    advice: "Write `required: true` if it must be filled, or choose a kind with several answers.")
  static let codes = [
    fieldsMissing, fieldsUnused, nested, withoutLevel, pickUnused, roleUnused, numberUnused,
  ]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    for use in resolved.framework.fieldUses {
      let field = use.field
      let place = field.id.range
      let id = field.id.value
      let holdsFields = field.kind == .table || field.kind == .repeated
      let picks = field.kind == .criteria || field.kind == .questions
      if holdsFields, isTooDeep(use) {
        bag.report(nested, message(nested: id), at: place)
      } else if holdsFields, field.fields.isEmpty {
        bag.report(fieldsMissing, message(without: id), at: place)
      }
      if !holdsFields, !field.fields.isEmpty {
        bag.report(fieldsUnused, message(id, "fields", field.kind), at: place)
      }
      if picks, field.level == nil { bag.report(withoutLevel, message(level: id), at: place) }
      if !picks, let level = field.level ?? field.under {
        bag.report(
          pickUnused, message(id, field.level == nil ? "under" : "level", field.kind), at: level.range)
      }
      if field.kind != .person, let role = field.role {
        bag.report(roleUnused, message(id, "role", field.kind), at: role.range)
      }
      if !field.kind.isMany, field.atLeast != nil || field.atMost != nil {
        bag.report(
          numberUnused, message(id, field.atLeast == nil ? "atMost" : "atLeast", field.kind), at: place)
      }
    }
  }

  private static func isTooDeep(_ use: FieldUse) -> Bool {
    use.within.contains(.table) || (use.field.kind == .repeated && use.within.contains(.repeated))
  }

  private static func message(without id: String) -> String { "“\(id)” has no `fields` to fill." }
  private static func message(nested id: String) -> String { "“\(id)” stands in a box that cannot hold it." }
  private static func message(level id: String) -> String { "“\(id)” picks from no level." }
  private static func message(_ id: String, _ key: String, _ kind: FormField.Kind) -> String {
    "`\(key)` says nothing about “\(id)”, which is of the kind `\(kind.rawValue)`."
  }
}
