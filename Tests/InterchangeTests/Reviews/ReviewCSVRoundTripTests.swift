import Diagnostics
import Documents
import Foundation
import Frameworks
import Interchange
import Reviews
import Sealing
import TestSupport
import Testing

@Suite struct ReviewCSVRoundTripTests {
  @Test func `a small one, as it looks`() throws {
    let (framework, _) = try Fixtures.framework()
    var review = Review()
    review.framework.id = Located("small-made-up")
    review.framework.version = Located(SemanticVersion(1, 0, 0))
    review.subject.id = Located("made-up-school")
    review.date = Day("2026-01-31")
    var judgement = Judgement()
    judgement.point = Located("bloom")
    judgement.evidence = "=SUM(A1), she said; \"twice\""
    judgement.actions = ["Dig; rest", "Sow"]
    review.judgements = [Keyed(key: Located("soil/compost"), value: judgement)]
    let digest = Digest(ofText: "made up")
    #expect(
      ReviewCSV.write(review, framework: framework, digest: digest)
        == """
        \u{FEFF}schema,waymark.review/1
        framework,small-made-up@1.0.0
        digest,\(digest)
        kind,self
        subject id,made-up-school
        subject name,
        date,2026-01-31
        period,
        status,draft
        help,"Subject id: a school's URN (six digits), or the short name that your partnership gave it."
        help,"Status: draft, until all who made it stand behind it; then agreed. Date: like 2026-01-31."
        help,"Points of Growth: 1 or seed (Seed); 2 or sprout; 3 or bloom (In bloom)."
        help,"Points of Who: gardeners (Gardeners); bees (Bees)."
        help,"Where there is no point to give: not-applicable, or not-reviewed."
        help,"Actions: one a line in their cell. When you are done, save as CSV UTF-8."

        criterion,title,point,evidence,actions,challenge,statements
        soil/digging,How well is the soil turned before spring?,,,,,
        soil/compost,How well is compost made and used?,bloom,"'=SUM(A1), she said; ""twice""\","Dig;; rest
        Sow",,
        flowers/colour,2.1 Colour,,,,,
        flowers/visitors,Who comes to the flowers?,,,,,

        """.replacing("\n", with: "\r\n").replacing("rest\r\nSow", with: "rest\nSow"))
  }

  @Test(arguments: ["small-made-up", "emtss", "spp"], ReviewKind.allCases)
  func `a blank one lacks its subject alone`(_ reference: String, _ kind: ReviewKind) throws {
    let (framework, digest) = try Fixtures.framework(reference)
    let text = ReviewCSV.template(framework, digest: digest, kind: kind)
    let blank = ReadTable(text)
    #expect(blank.bag.items.map(\.message) == ["“subject id” has no value."])
    let filled = ReadTable(text.replacing("subject id,\r\n", with: "subject id,made-up-school\r\n"))
    #expect(filled.told == "")
    var bag = DiagnosticBag()
    ReviewChecks.run(
      try #require(filled.review), against: framework, digest: digest,
      today: Day(year: 2026, month: 11, day: 22)!,
      into: &bag)
    #expect(bag.items.isEmpty)
  }

  @Test(arguments: NastyTexts.all) func `every nasty text in every place`(_ text: String) throws {
    let (framework, digest) = try Fixtures.framework()
    var random = SeededGenerator(seed: 3)
    var review = RandomTable.review(framework, digest, &random)
    let text = RandomTable.asRead(text)
    review.subject.name = text
    review.note = text
    var judgement = Judgement()
    judgement.evidence = text
    judgement.challenge = text
    judgement.actions = [text].compactMap { $0 }.map { RandomTable.onOneLine($0) }.filter { !$0.isEmpty }
    judgement.point = Located("1")
    review.judgements = [Keyed(key: Located("soil/digging"), value: judgement)]
    let written = ReviewCSV.write(review, framework: framework, digest: digest)
    let read = ReadTable(written)
    #expect(read.told == "")
    #expect(read.review == review, "\(written)")
    #expect(read.review?.note.map { Array($0.utf8) } == text.map { Array($0.utf8) })
    for line in written.split(separator: "\r\n") { #expect(!"=+-@".contains(line.first ?? "x")) }
  }

  @Test(arguments: ["small-made-up", "emtss"]) func `random reviews come back as they were`(
    _ reference: String
  ) throws {
    let (framework, digest) = try Fixtures.framework(reference)
    var random = SeededGenerator(seed: 11)
    for _ in 0..<400 {
      let review = RandomTable.review(framework, digest, &random)
      let written = ReviewCSV.write(review, framework: framework, digest: digest)
      let read = ReadTable(written)
      #expect(read.review == review, "\(read.told)\n\(written)")
    }
  }

  @Test func `a criterion that the framework lacks is not lost`() throws {
    let (framework, digest) = try Fixtures.framework()
    var random = SeededGenerator(seed: 5)
    var review = RandomTable.review(framework, digest, &random)
    var judgement = Judgement()
    judgement.evidence = "From an older version."
    review.judgements.append(Keyed(key: Located("weeds/nettles"), value: judgement))
    #expect(ReadTable(ReviewCSV.write(review, framework: framework, digest: digest)).review == review)
  }

  @Test func `a file's form is told by its name, else by its first word`() throws {
    let (framework, digest) = try Fixtures.framework()
    for path in ["r.csv", "R.CSV", "-", "r.yaml", "r.txt"] {
      let isTable = path.lowercased() != "r.yaml" && path != "-"
      let text =
        isTable
        ? ReviewCSV.template(framework, digest: digest, kind: .own).replacing(
          "subject id,", with: "subject id,a-b")
        : ReviewTemplate.yaml(framework, digest: digest, kind: .own).replacing(
          "\n  id:\n", with: "\n  id: a-b\n")
      var bag = DiagnosticBag()
      let source = SourceFile(path: path, bytes: Array(text.utf8))
      #expect(ReviewFile.read(source, FileID(index: 0), into: &bag)?.subject.id.value == "a-b", "\(path)")
    }
  }
}
