/// A box of a form in its place: boxes of tables and repeated parts stand in another box.
struct FieldUse {
  let field: FormField
  /// Its form, as a position in the framework's forms.
  let form: Int
  /// The kinds of the boxes that it stands in, from the outside in.
  let within: [FormField.Kind]
}

extension Framework {
  /// Every box of every form, one before those within it.
  var fieldUses: [FieldUse] {
    var uses: [FieldUse] = []
    func add(_ fields: [FormField], form: Int, within: [FormField.Kind]) {
      for field in fields {
        uses.append(FieldUse(field: field, form: form, within: within))
        add(field.fields, form: form, within: within + [field.kind])
      }
    }
    for (index, form) in forms.enumerated() { add(form.fields, form: index, within: []) }
    return uses
  }
}
