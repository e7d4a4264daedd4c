import Diagnostics
import Documents
import Foundation
import Frameworks
import Reviews
import Sealing
import Testing

@Suite struct FilledFormTests {
  private func read(_ text: String, _ reference: String = "made-up-orchard@1.0.0") throws -> (
    filled: FilledForm?, bag: DiagnosticBag, sources: SourceMap
  ) {
    let (framework, digest) = try Fixtures.framework(reference)
    var bag = DiagnosticBag()
    var sources = SourceMap()
    let source = SourceFile(path: "form.yaml", bytes: Array(text.utf8))
    let filled = FormReader(source, sources.add(source), into: &bag)?.read(
      FormContext.Framework(framework: framework, digest: digest, today: Fixtures.today), into: &bag)
    return (filled, bag, sources)
  }

  private func orchard(_ form: String) throws -> (framework: ResolvedFramework, digest: Digest, form: Form) {
    let (framework, digest) = try Fixtures.framework("made-up-orchard@1.0.0")
    return (framework, digest, try #require(framework.framework.forms.first { $0.id.value == form }))
  }

  private let whole = """
    schema: waymark.form/1
    framework: {id: made-up-orchard, version: 1.0.0}
    form: plan
    subject: {id: made-up-school, name: A made-up school, facts: {grade: good, pupils: 210}}
    status: agreed
    date: 2026-02-24
    answers:
      day: 2026-03-03
      lead: {name: Made-up Lead, school: other-school, facts: {trained: true}}
      reviewers: [Made-up One, {name: Made-up Two}]
      themes: [roots]
      questions:
        - {about: roots/soil, text: Who feeds the vegetable beds?}
      evidence:
        - about: Compost
          kinds: [photos, sacks]
      size: small
      visitors: 3.5
      agreed-with-head: true
      concerns: Made-up worries.
      parts:
        - title: Morning
          people: Made-up One
          names: Not for others.
          slots: [{time: "9:00", place: Hall}]

    """

  @Test func `every kind of answer is read as its kind`() throws {
    let (read, bag, sources) = try read(whole)
    #expect(bag.items.isEmpty, "\(TextPrinter.print(bag, sources))")
    let answers = try #require(read).answers
    #expect(answers["day"]?.value == .date(try #require(Day("2026-03-03"))))
    #expect(answers["themes"]?.value == .criteria([Located("roots")]))
    #expect(answers["size"]?.value == .choice(Located("small")))
    #expect(answers["visitors"]?.value == .number(3.5))
    #expect(answers["agreed-with-head"]?.value == .tick(true))
    #expect(answers["concerns"]?.value == .text("Made-up worries."))
    guard case .people(let leads)? = answers["lead"]?.value,
      case .people(let reviewers)? = answers["reviewers"]?.value,
      case .questions(let questions)? = answers["questions"]?.value,
      case .rows(let rows)? = answers["evidence"]?.value,
      case .rows(let parts)? = answers["parts"]?.value
    else {
      Issue.record("\(answers)")
      return
    }
    #expect(leads.map(\.name) == ["Made-up Lead"] && leads[0].school?.value == "other-school")
    #expect(leads[0].facts.map(\.value.text) == ["true"])
    #expect(reviewers.map(\.name) == ["Made-up One", "Made-up Two"])
    #expect(questions.map(\.about.value) == ["roots/soil"])
    #expect(rows[0]["kinds"]?.value == .list(["photos", "sacks"]))
    #expect(parts[0]["slots"]?.value.count == 1)
  }

  @Test func `what is written comes back`() throws {
    let filled = try #require(try read(whole).filled)
    let (framework, _, form) = try orchard("plan")
    let text = FormWriter.yaml(filled, of: form, in: framework)
    let again = try read(text)
    #expect(again.bag.items.isEmpty, "\(TextPrinter.print(again.bag, again.sources))\n\(text)")
    #expect(again.filled == filled)
    #expect(FormWriter.yaml(try #require(again.filled), of: form, in: framework) == text)
  }

  @Test(arguments: NastyTexts.all) func `nasty texts come back`(_ nasty: String) throws {
    var filled = try #require(try read(whole).filled)
    let trimmed = nasty.trimmedAsRead
    guard !trimmed.isEmpty else { return }
    var person = Person(named: trimmed)
    person.facts = [Keyed(key: Located("trained"), value: PlainValue("true"))]
    var question = LinkedQuestion()
    (question.about, question.text) = (Located("roots/soil"), trimmed)
    filled.subject?.name = trimmed
    filled.answers["concerns"] = Located(.text(trimmed))
    filled.answers["lead"] = Located(.people([person]))
    filled.answers["reviewers"] = Located(.people([Person(named: trimmed), Person(named: trimmed)]))
    filled.answers["questions"] = Located(.questions([question]))
    var row = Answers()
    row["about"] = Located(.text(trimmed))
    row["kinds"] = Located(.list([trimmed, "between", trimmed]))
    filled.answers["evidence"] = Located(.rows([row, row]))
    let (framework, _, form) = try orchard("plan")
    let text = FormWriter.yaml(filled, of: form, in: framework)
    let again = try read(text)
    #expect(again.filled == filled, "\(TextPrinter.print(again.bag, again.sources))\n\(text)")
  }

  @Test(arguments: ["made-up-orchard@1.0.0"]) func `a blank form misses its subject and nothing else`(
    _ reference: String
  ) throws {
    let (framework, digest) = try Fixtures.framework(reference)
    for form in framework.framework.forms {
      let text = FormTemplate.yaml(form, of: framework, digest: digest)
      let (_, bag, _) = try read(text, reference)
      let expected = form.purpose == .process ? [] : ["“id” has no value."]
      let open = bag.items.filter { !["form-open", "form-criterion-missing"].contains($0.code.id) }
      #expect(open.map(\.message) == expected, "\(form.id.value)\n\(text)")
      let filled = try read(
        text.replacing("\n  id:\n", with: "\n  id: made-up-school\n").replacing(
          "criterion:", with: "criterion: roots/soil"),
        reference)
      #expect(
        filled.filled?.answers.isEmpty == true, "\(TextPrinter.print(filled.bag, filled.sources))\n\(text)")
    }
  }

  @Test func `as recorded`() throws {
    for name in ["plan", "record", "feedback"] {
      let (framework, _, form) = try orchard(name)
      let text = FormTemplate.yaml(form, of: framework, digest: Digest(ofText: "made up"))
      let file = Fixtures.folder.appending(path: "templates/made-up-orchard-\(name).yaml")
      #expect(text == (try Fixtures.expected(file, recording: text)))
    }
  }

  @Test func `private fields are left out unless asked for, at any depth`() throws {
    let filled = try #require(try read(whole).filled)
    let (framework, _, form) = try orchard("plan")
    let shown = FormText.text(filled, of: form, in: framework)
    let json = try FormJSON.json(filled, of: form, in: framework).canonicalBytes()
    for text in [shown, String(decoding: json, as: UTF8.self)] {
      #expect(!text.contains("worries") && !text.contains("Not for others"))
      #expect(text.contains("Morning"))
    }
    #expect(shown.contains("1 private field is left out."))
    let all = FormText.text(filled, of: form, in: framework, withPrivate: true)
    #expect(all.contains("worries") && all.contains("Not for others"))
    #expect(filled.withoutPrivate(form).answers["concerns"] == nil)
  }

  @Test func `a question of one's own stands beside the core question`() throws {
    let filled = try #require(try read(whole).filled)
    let (framework, _, form) = try orchard("plan")
    let text = FormText.text(filled, of: form, in: framework)
    #expect(text.contains("Who feeds the vegetable beds?\n    belongs to: Soil: Whether the soil is fed."))
    let json = FormJSON.json(filled, of: form, in: framework)
    #expect(json["coreQuestions"]?["roots/soil"]?.asString == "Soil: Whether the soil is fed.")
    #expect(
      text == (try Fixtures.expected(Fixtures.folder.appending(path: "shown/plan.txt"), recording: text)))
  }

  @Test func `the schema is that of the one form`() throws {
    let (framework, _, form) = try orchard("plan")
    let schema = FormPage.schema(of: form, in: framework)
    let answers = try #require(schema["$defs"]?["filled-plan"]?["properties"])
    guard case .object(let members) = answers else { return }
    #expect(members.map(\.key) == form.fields.map(\.id.value))
    let text = schema.prettyText()
    #expect(text.contains("\"roots/water\""))
    #expect(
      text
        == (try Fixtures.expected(Fixtures.folder.appending(path: "shown/plan.schema.json"), recording: text))
    )
  }
}
