import Documents
import Frameworks

/// An answer in words that people read.
public struct AnswerWords {
  let framework: ResolvedFramework

  public init(framework: ResolvedFramework) { self.framework = framework }

  /// One line for each part of the answer; rows are left to whoever lays them out.
  public func lines(_ answer: Answer, _ field: FormField) -> [String] {
    switch answer {
    case .text(let text): text.split(whereSeparator: \.isNewline).map(String.init)
    case .list(let texts): texts.map { "- \($0)" }
    case .choice(let choice): [field.choices.first { $0.id.value == choice.value }?.title ?? choice.value]
    case .date(let day): [day.description]
    case .number(let number): [number.plain]
    case .people(let people): people.map(words)
    case .tick(let isTicked): [isTicked ? "yes" : "no"]
    case .criteria(let paths): paths.map { "- \(wording($0.value))" }
    case .questions(let questions):
      questions.flatMap { question in
        ["- \(question.text)", "  belongs to: \(core(question.about.value))"]
      }
    case .rows: []
    case .judgement(let point): [point.value]
    }
  }

  /// The framework's own question beside a question in the review's words: with its text, since a title says little.
  public func core(_ path: String) -> String {
    guard let criterion = framework.criterion(path) else { return path }
    let content = criterion.criterion
    let text = content.title == nil ? nil : content.text
    return [ReviewOutline.wording(of: criterion, framework), text].compactMap(\.self).joined(separator: ": ")
  }

  private func wording(_ path: String) -> String {
    framework.criterion(path).map { ReviewOutline.wording(of: $0, framework) } ?? path
  }

  private func words(_ person: Person) -> String {
    let facts = person.facts.map { entry -> String in
      let fact = framework.framework.facts.first { $0.of == .member && $0.id.value == entry.key.value }
      let title = fact?.title ?? entry.key.value
      switch fact?.value(of: entry.value) {
      case .yesNo(let isTrue)?: return "\(title): \(isTrue ? "yes" : "no")"
      case .choice(let id)?:
        return "\(title): \(fact?.choices.first { $0.id.value == id }?.title ?? id)"
      default: return "\(title): \(entry.value.text)"
      }
    }
    let details = (person.school.map { [$0.value] } ?? []) + facts
    return details.isEmpty ? person.name : "\(person.name) (\(details.joined(separator: ", ")))"
  }
}
