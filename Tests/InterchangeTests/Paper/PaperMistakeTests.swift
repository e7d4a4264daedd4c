import Diagnostics
import Sealing
import TestSupport
import Testing

@testable import Interchange

/// Mistakes are named by the question as a person saw it; a file that is none is refused.
@Suite struct PaperMistakeTests {
  static let cases: [(answers: JSONValue, told: [String])] = [
    (
      ["judgements": ["soil/digging": ["point": "sprot"]]],
      [
        "“Who it is about”, “URN or short name”: this is blank, but needed.",
        "“How well is the soil turned before spring?”, “Point”: “sprot” is no point of the scale “Growth”.",
      ]
    ),
    (
      ["subject": ["name": "Ours"], "date": "5 October"],
      [
        "“Who it is about”, “URN or short name”: this is blank, but needed.",
        "“Date”: “5 October” is not a date of the calendar.",
      ]
    ),
    (
      ["subject": ["id": "our-school"], "team": [["name": "A"], ["name": "B", "school": "42"]]],
      [
        "“Who made it”, person 2, “School”: “42” is not a URN (six digits) or a slug (lower-case letters, digits, single hyphens)."
      ]
    ),
    (
      ["subject": ["id": "our-school"], "judgements": ["soil/diging": ["point": "seed"]], "status": "done"],
      [
        "“How far is it?”: “done” cannot stand for “status”.",
        "small-made-up@1.0.0 has no criterion “soil/diging”.",
      ]
    ),
    (
      ["subject": ["id": "our-school"], "judgements": ["soil/digging": ["evidence": "a\u{7}b"]]],
      [
        "“How well is the soil turned before spring?”, “What shows it”: this answer holds a control character."
      ]
    ),
    (
      [
        "subject": ["id": "our-school"],
        "judgements": ["soil/compost": ["actions": [.string(String(repeating: "w", count: 100_001))]]],
      ],
      [
        "“How well is compost made and used?”, “What comes next”: this answer has more than 100000 bytes."
      ]
    ),
    (
      ["subject": ["id": "our-school"], "surprise": "here"],
      ["“surprise” is no key of a review."]
    ),
    (
      ["subject": ["id": "our-school"], "note": ["not", "text"]],
      ["“Notes”: “note” should be text, but a list stands here."]
    ),
  ]

  @Test(arguments: cases) func `a mistake is named by its question`(answers: JSONValue, told: [String]) throws
  {
    let read = try ReadPaper(answers)
    #expect(read.review == nil)
    #expect(read.bag.items.filter { $0.severity == .error }.map(\.message) == told)
    #expect(read.told.contains("review.html: error["))
  }

  static let files: [(text: String, code: String)] = [
    ("", "paper-no-answers"), ("<html></html>", "paper-no-answers"),
    ("schema: waymark.review/1", "paper-no-answers"),
    ("<p id=\"waymark-answers\">{}</p>", "paper-no-answers"),
    (ReadPaper.page("{}") + ReadPaper.page("{}"), "paper-answers-twice"),
    (ReadPaper.page("[]"), "paper-broken"), (ReadPaper.page("{\"a\":"), "paper-broken"),
    (ReadPaper.page("{\"a\":1,\"a\":2}"), "paper-broken"), (ReadPaper.page("{}"), "paper-no-answers"),
    (ReadPaper.page("{\"schema\":\"waymark.review/1\",\"kind\":\"self\"}"), "paper-no-framework"),
    ("{" + String(repeating: "\"a\":{", count: 40), "paper-too-large"),
    (
      ReadPaper.page("{\"x\":\"" + String(repeating: "long ", count: 1_000_000) + "\"}"), "paper-too-large"
    ),
    (
      ReadPaper.page(
        "{\"schema\":\"waymark.review/1\",\"kind\":\"self\",\"framework\":{\"id\":\"small-made-up\","
          + "\"version\":\"1.0.0\"}}"), "paper-no-framework"
    ),
  ]

  @Test(arguments: files) func `a file that is no filled page`(text: String, code: String) throws {
    let read = try ReadPaper(Array(text.utf8))
    #expect(read.review == nil && read.codes == [code], "\(read.told)")
  }

  @Test func `another version or another text of the framework is refused`() throws {
    let page = try ReadPaper.page(["subject": ["id": "our-school"]])
    let version = try ReadPaper(Array(page.replacing("1.0.0", with: "1.0.1").utf8))
    #expect(version.review == nil && version.codes == ["review-version"], "\(version.told)")
    let digest = page.replacing(#/sha256:[0-9a-f]{64}/#, with: "sha256:" + String(repeating: "0", count: 64))
    let other = try ReadPaper(Array(digest.utf8))
    #expect(other.review == nil && other.codes == ["review-digest"], "\(other.told)")
  }

  /// Changed bytes may be refused in any way, but never crash.
  @Test func `mutated pages`() throws {
    let page = Array(
      try ReadPaper.page([
        "subject": ["id": "our-school"], "team": [["name": "A"]],
        "judgements": ["soil/digging": ["point": "seed", "evidence": "words", "actions": ["x"]]],
      ]).utf8)
    let (framework, digest) = try Fixtures.framework()
    var random = SeededGenerator(seed: 5)
    var taken = 0
    for _ in 0..<2_000 {
      var bytes = page
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(Array("{}[]\",:<>\\u".utf8).randomElement(using: &random) ?? 0, at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 6))
        }
      }
      var bag = DiagnosticBag()
      let answers = PaperAnswers(SourceFile(path: "review.html", bytes: bytes), into: &bag)
      let review = answers?.review(framework, digest: digest, today: ReadPaper.today, into: &bag)
      #expect((review == nil) == bag.hasErrors)
      if review != nil { taken += 1 }
    }
    #expect(taken > 200)
  }
}
