import Documents
import Expressions
import Frameworks

/// A filled form as the values that expressions see.
struct FormValues {
  let filled: FilledForm
  let book: RuleBook
  private let form: Form?

  init(_ filled: FilledForm, _ book: RuleBook) {
    self.filled = filled
    self.book = book
    form = book.framework.framework.forms.first { $0.id.value == filled.form.value }
  }

  private var types: RuleTypes { book.vocabulary.types }

  func record(_ type: FormTypes) -> Value {
    .record(Record(type.record, slots(filled.answers, form?.fields ?? [], under: "", type)))
  }

  private func slots(_ answers: Answers, _ fields: [FormField], under: String, _ type: FormTypes) -> [Value] {
    fields.map { field in
      let path = under.isEmpty ? field.id.value : "\(under)/\(field.id.value)"
      guard let answer = answers[field.id.value]?.value else { return empty(field) }
      return value(answer, field, path, type)
    }
  }

  /// Lists are empty and boxes not ticked where nothing was written; everything else is not there.
  private func empty(_ field: FormField) -> Value {
    switch field.kind {
    case .list, .person, .criteria, .questions, .table, .repeated: .list([])
    case .tick: .bool(false)
    case .text: .string("")
    case .judgement, .choice, .date, .number: .unavailable(Unavailability(.notKnown, of: field.title))
    }
  }

  private func value(_ answer: Answer, _ field: FormField, _ path: String, _ type: FormTypes) -> Value {
    switch answer {
    case .text(let text): return .string(text)
    case .list(let texts): return .list(texts.map { .string($0) })
    case .choice(let id), .judgement(let id): return .string(id.value)
    case .date(let day): return RuleValues.day(day, field.title)
    case .number(let number): return .double(number)
    case .tick(let isTicked): return .bool(isTicked)
    case .people(let people): return .list(people.map { member($0, role: field.role?.value) })
    case .criteria(let paths): return .list(paths.map { .string($0.value) })
    case .questions(let questions):
      return .list(
        questions.map { .record(Record(type.question, [.string($0.about.value), .string($0.text)])) })
    case .rows(let rows):
      guard let row = type.rows[path] else { return .list([]) }
      return .list(rows.map { .record(Record(row, slots($0, field.fields, under: path, type))) })
    }
  }

  private func member(_ person: Person, role: String?) -> Value {
    var member = TeamMember()
    member.name = person.name
    member.role = role
    member.school = person.school
    member.facts = person.facts
    return RuleValues.member(member, host: filled.subject, types.member, book.framework.framework)
  }

  /// Everybody whom the form names in a role.
  var team: Value {
    .list(
      leaves.flatMap { field, answer -> [Value] in
        guard let role = field.role?.value, case .people(let people) = answer else { return [] }
        return people.map { member($0, role: role) }
      })
  }

  /// What the form picks, and what stands above and below it. Questions of the review's own cover what they are
  /// linked to, and count as nothing else.
  var covered: Value {
    let criteria = book.framework.criteria
    var isCovered = Array(repeating: false, count: criteria.count)
    for (_, answer) in leaves {
      let paths: [String] =
        switch answer {
        case .criteria(let paths): paths.map(\.value)
        case .questions(let questions): questions.map(\.about.value)
        default: []
        }
      for path in paths {
        guard let criterion = book.framework.criterion(path) else { continue }
        isCovered[criterion.index] = true
        var parent = criterion.parent
        while let above = parent {
          isCovered[above] = true
          parent = criteria[above].parent
        }
      }
    }
    return RuleValues.paths(types.covered, book.framework) { isCovered[$0] }
  }

  /// Every field that is no table or repeat, with its answers, from every row.
  private var leaves: [(FormField, Answer)] {
    func leaves(_ answers: Answers, _ fields: [FormField]) -> [(FormField, Answer)] {
      fields.flatMap { field -> [(FormField, Answer)] in
        guard let answer = answers[field.id.value]?.value else { return [] }
        if case .rows(let rows) = answer { return rows.flatMap { leaves($0, field.fields) } }
        return [(field, answer)]
      }
    }
    return leaves(filled.answers, form?.fields ?? [])
  }
}
