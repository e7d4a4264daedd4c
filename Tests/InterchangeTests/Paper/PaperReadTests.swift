import Diagnostics
import Documents
import Frameworks
import Reviews
import Sealing
import Testing

@testable import Interchange

@Suite struct PaperReadTests {
  @Test func `every answer becomes what the review says`() throws {
    let read = try ReadPaper([
      "subject": ["id": "Made Up_School", "name": "Made-up School"],
      "status": "draft", "date": "2026-10-05",
      "team": [["name": "A. Made-up", "role": "Gardener", "school": "123456"], ["name": "B. Made-up"]],
      "judgements": [
        "soil/digging": [
          "point": "sprout", "statements": ["one-corner", "half-dug"],
          "evidence": "First line\n\n- second </script> # \"line\"", "actions": ["Dig; then rest", "yes"],
        ],
        "flowers/visitors": ["point": "bees"], "flowers/colour": ["point": "not-applicable"],
      ],
      "note": "2026-01-31",
    ])
    let review = try #require(read.review, "\(read.told)")
    #expect(read.bag.items.isEmpty, "\(read.told)")
    #expect(review.subject.id.value == "made-up-school" && review.subject.name == "Made-up School")
    #expect(review.date?.description == "2026-10-05" && review.status == .draft)
    #expect(review.team.map(\.name) == ["A. Made-up", "B. Made-up"])
    #expect(review.team[0].school?.value == "123456")
    let digging = try #require(review.judgement(of: "soil/digging"))
    #expect(
      digging.point?.value == "sprout" && digging.statements.map(\.value) == ["one-corner", "half-dug"])
    #expect(digging.evidence == "First line\n\n- second </script> # \"line\"")
    #expect(digging.actions == ["Dig; then rest", "yes"])
    #expect(review.judgement(of: "flowers/visitors")?.point?.value == "bees")
    #expect(review.note == "2026-01-31")
  }

  @Test func `what was read is written as a review file that says the same`() throws {
    for text in NastyTexts.all where !text.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" }) {
      let answers: JSONValue = [
        "subject": ["id": "made-up-school"],
        "judgements": ["soil/digging": ["evidence": .string(text), "actions": ["x", .string(text)]]],
      ]
      let read = try ReadPaper(answers)
      guard let review = read.review else {
        #expect(read.codes == ["paper-control-character", "paper-control-character"], "\(read.told)")
        continue
      }
      var bag = DiagnosticBag()
      let source = SourceFile(path: "r.yaml", bytes: Array(ReviewWriter.yaml(review).utf8))
      let again = try #require(ReviewReader.read(source, FileID(index: 0), into: &bag))
      let judgement = try #require(again.judgement(of: "soil/digging"))
      #expect((judgement.evidence ?? "") == text.trimmedAsRead)
    }
  }

  @Test func `the file of answers alone is read as the page is`() throws {
    let answers: JSONValue = [
      "subject": ["id": "made-up-school"], "judgements": ["soil/compost": ["point": "3"]],
    ]
    let page = try ReadPaper.page(answers)
    let start = try #require(page.firstRange(of: "waymark-answers\">"))
    let end = try #require(page.firstRange(of: "</script>\n</body>"))
    let alone = "\u{FEFF}" + page[start.upperBound..<end.lowerBound]
    #expect(try ReadPaper(Array(alone.utf8)).review == ReadPaper(answers).review)
    #expect(try ReadPaper(answers).review?.judgement(of: "soil/compost")?.point?.value == "3")
  }

  @Test func `the sheet asks all that a blank review asks`() throws {
    for reference in ["small-made-up", "made-up-class", "made-up-orchard", "emtss", "spp", "early-warning"] {
      let (framework, digest) = try Fixtures.framework(reference)
      for kind in ReviewKind.allCases {
        let sheet = ReviewPaper.sheet(framework, digest: digest, kind: kind)
        for entry in ReviewOutline(framework, kind: kind).entries {
          let steps: [PaperStep] = [.key("judgements"), .key(entry.criterion.path)]
          let field = try #require(sheet.field(at: steps))
          #expect(field.title == entry.wording)
          #expect((sheet.field(at: steps + [.key("point")])?.key == "point") == (entry.scale != nil))
          for box in ["evidence", "actions", "challenge"] {
            #expect(sheet.field(at: steps + [.key(box)])?.key == box)
          }
        }
        for measure in framework.framework.measures {
          #expect(sheet.field(at: [.key("measures"), .key(measure.id.value)])?.key == measure.id.value)
        }
        for agreement in framework.framework.agreements {
          #expect(
            sheet.field(at: [.key("agreements"), .key(agreement.id.value), .key("until")])?.key == "until")
        }
      }
    }
  }

  @Test func `measures, agreements, facts and occasions come back`() throws {
    let (framework, _) = try Fixtures.framework("early-warning")
    let measures = framework.framework.measures.map { measure -> JSONValue.Member in
      let value: JSONValue =
        switch measure.kind {
        case .number: "5"
        case .yesNo: "true"
        case .point:
          .string(
            measure.scale.flatMap { framework.scaleIndex($0.value) }.map(framework.scale)?.points[0].id.value
              ?? "")
        case .counts:
          .object(
            (measure.scale.flatMap { framework.scaleIndex($0.value) }.map(framework.scale)?.points ?? [])
              .map { JSONValue.Member($0.id.value, "3") })
        }
      return JSONValue.Member(measure.id.value, value)
    }
    let read = try ReadPaper(
      [
        "subject": ["id": "123456"], "date": "2026-10-05", "measures": .object(measures),
        "agreements": ["data-sharing": ["signed": "2026-09-01", "until": "2027-09-01"]],
      ], kind: .peer, against: "early-warning")
    let review = try #require(read.review, "\(read.told)")
    #expect(review.measures.count == measures.count)
    for measure in framework.framework.measures {
      #expect(review.value(of: measure, in: framework) != nil, "\(measure.id.value)")
    }
    #expect(review.agreements.first?.id.value == "data-sharing")
    #expect(review.agreements.first?.until?.value.description == "2027-09-01")
  }

  @Test func `a form comes back with its rows`() throws {
    let (framework, digest) = try Fixtures.framework("spp")
    let form = try #require(framework.framework.forms.first { $0.id.value == "review-plan" })
    let head = FormPaper.sheet(form, of: framework, digest: digest).head
    let answers: JSONValue = [
      "subject": ["id": "made-up-school"], "date": "2026-10-05",
      "answers": [
        "host-school": "Made-up School", "themes": ["our-impact"],
        "team": [["name": "A. Made-up", "school": "other-school"], ["name": "B. Made-up"]],
        "enquiry": [
          [
            "dimension": ["our-impact/collecting-information"],
            "questions": [["about": "our-impact/collecting-information/data-systems", "text": "Ours?"]],
            "evidence": ["One", "Two"],
          ]
        ],
      ],
    ]
    let page = ReadPaper.page(JSONValue.object(head + (answers.asObject ?? [])).prettyText())
    var bag = DiagnosticBag()
    let read = try #require(
      PaperAnswers(SourceFile(path: "plan.html", bytes: Array(page.utf8)), into: &bag))
    let context = FormContext.Framework(framework: framework, digest: digest, today: ReadPaper.today)
    let filled = try #require(read.form(form, context, into: &bag), "\(bag.items.map(\.message))")
    guard case .rows(let rows)? = filled.answers["enquiry"]?.value,
      case .people(let team)? = filled.answers["team"]?.value
    else { return #expect(Bool(false), "no rows") }
    #expect(rows.count == 1 && team.map(\.name) == ["A. Made-up", "B. Made-up"])
    #expect(team[0].school?.value == "other-school")
  }
}
