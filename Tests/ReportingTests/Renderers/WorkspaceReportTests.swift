import Diagnostics
import Frameworks
import Rubrics
import TestSupport
import Testing

@testable import Reporting
@testable import Workspaces

@Suite struct WorkspaceReportTests {
  @Test func `the text of a short framework`() throws {
    let text = WorkspaceReportText.text(try MadeUpPartnership.picture(RealFrameworks.emtss()))
    try expectSnapshot(text, "partnership.txt")
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= TerminalText.width })
  }

  @Test func `the text of a long framework`() throws {
    let text = WorkspaceReportText.text(try MadeUpPartnership.picture(RealFrameworks.spp(), counted: 12))
    try expectSnapshot(text, "partnership-sections.txt")
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= TerminalText.width })
  }

  @Test(arguments: ReviewKind.allCases)
  func `the text of a framework with several scales, one without an order`(_ kind: ReviewKind) throws {
    let picture = try MadeUpPartnership.picture(RealFrameworks.readingWalk(), kind: kind)
    try expectSnapshot(WorkspaceReportText.text(picture), "partnership-scales-\(kind.rawValue).txt")
  }

  @Test func `the first and the last line say that it is not for publication`() throws {
    for picture in [
      try MadeUpPartnership.picture(RealFrameworks.emtss()),
      MadeUpPartnership.empty(try RealFrameworks.spp()),
    ] {
      let lines = WorkspaceReportText.text(picture).split(separator: "\n")
      #expect(lines.first?.hasPrefix("Not for publication.") == true)
      #expect(lines.last == lines.first)
    }
  }

  @Test func `the page says so at its head, in its pictures and on every printed sheet`() throws {
    let page = try WorkspaceReportHTML.page(MadeUpPartnership.picture(RealFrameworks.emtss()))
    #expect(page.contains(#"class="private-banner""#) && page.contains("noindex"))
    #expect(page.contains("@top-center") && page.contains(PictureWords.privacy))
    #expect(
      page.components(separatedBy: "<svg").count - 2
        <= page.components(separatedBy: ">Not for publication</tspan>").count)
  }

  @Test func `every judgement stands in its school's row`() throws {
    let rubric = try RealFrameworks.emtss()
    let picture = try MadeUpPartnership.picture(rubric)
    let table = PictureTables(picture).schools()
    #expect(table.rows.count == picture.counted.count)
    for (row, standing) in zip(table.rows, picture.counted) {
      for column in 0..<rubric.columns(.own).count {
        let mark = picture.table.judgements[try #require(standing.row), column]
        guard let point = rubric.scales[0].point(mark) else { continue }
        #expect(row.cells[column] == .figure(FrameworkWords.point(point)))
      }
    }
  }

  @Test func `counts and medians are exact`() throws {
    let rubric = try RealFrameworks.spp()
    let picture = try MadeUpPartnership.picture(rubric, counted: 12)
    let spreads = PictureSpread.overview(picture)
    #expect(spreads.map(\.rows.count) == [rubric.groups(.own).count])
    for (row, group) in zip(spreads[0].rows, rubric.groups(.own)) {
      let marks = group.columns.flatMap { column in (0..<12).map { picture.table.judgements[$0, column] } }
      let points = marks.filter { $0 < Mark.firstReserved }.sorted()
      #expect(row.tally.answered == points.count)
      #expect(row.open == marks.count { $0 == Mark.missing || $0 == Mark.notReviewed })
      #expect(row.median.value == .point(points[points.count / 2]) || points.count.isMultiple(of: 2))
    }
  }

  @Test func `an overall figure only where the framework allows one, and never for the partnership`() throws {
    let with = WorkspaceReportText.text(try MadeUpPartnership.picture(RealFrameworks.emtss()))
    #expect(with.contains("Overall") && with.contains("makes none for a partnership"))
    let without = WorkspaceReportText.text(try MadeUpPartnership.picture(RealFrameworks.spp()))
    #expect(!without.contains("Overall") && without.contains(FrameworkWords.noOverall))
  }

  @Test func `who is missing, who drafts, who consents`() throws {
    let words = PictureWords(try MadeUpPartnership.picture(RealFrameworks.emtss()))
    #expect(words.gaps.count == 4)
    #expect(words.gaps[0] == "No review yet: Made-up School 11.")
    #expect(words.gaps[3].contains("Made-up School 1, Made-up School 4 and Made-up School 5."))
    let members = words.picture.members
    #expect(members.map(words.consent).contains("yes, for “members”"))
    #expect(members.map(words.consent).contains("no, ran out on 31 July 2025"))
    #expect(members.map(words.consent).contains("from 1 Sept 2026"))
    #expect(words.unfit.map(\.name) == ["Made-up School 12"])
  }

  @Test func `a moving scale and a small number carry cautions`() throws {
    let moving = PictureWords(try MadeUpPartnership.picture(RealFrameworks.spp()))
    #expect(moving.cautions.map(\.title) == ["The scale “Extent” moves"])
    let few = PictureWords(try MadeUpPartnership.picture(RealFrameworks.emtss(), counted: 3))
    #expect(few.cautions.map(\.title) == ["A small number"])
  }

  @Test func `nobody has handed anything in, or nothing is marked`() throws {
    let rubric = try RealFrameworks.emtss()
    for picture in [
      MadeUpPartnership.empty(rubric), MadeUpPartnership.empty(rubric, kind: .peer),
      try MadeUpPartnership.picture(rubric, counted: 0),
    ] {
      let page = try WorkspaceReportHTML.page(picture)
      #expect(page.contains("No agreed review counts yet") && !page.contains("What stands out"))
      #expect(WorkspaceReportText.text(picture).contains("No agreed review counts yet"))
    }
    #expect(
      WorkspaceReportText.text(MadeUpPartnership.empty(rubric, kind: .peer)).contains("peers give no marks"))
  }

  @Test func `two of the same name keep their ids`() throws {
    let picture = try MadeUpPartnership.picture(RealFrameworks.emtss()) { _ in "Made-up Hill" }
    #expect(Set(picture.members.map(\.name)).count == picture.members.count)
    #expect(picture.members.first?.name == "Made-up Hill (100001)")
  }

  @Test func `hostile names do not reach the page or the terminal`() throws {
    let hostile = "<script>alert(1)</script>\u{1B}[2J\u{202E}\"'&"
    let picture = try MadeUpPartnership.picture(
      RealFrameworks.emtss(), name: { "\(hostile) \($0)" }, partnership: hostile)
    let page = try WorkspaceReportHTML.page(picture)
    #expect(!page.contains("<script") && page.contains("&lt;script&gt;") && !page.contains("\u{1B}"))
    let text = WorkspaceReportText.text(picture)
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  @Test func `a large partnership takes no time to speak of`() throws {
    let rubric = try RealFrameworks.spp()
    let picture = try MadeUpPartnership.picture(rubric, counted: 60)
    let (page, time) = try ProcessorTime.of { try WorkspaceReportHTML.page(picture) }
    #expect(page.utf8.count < 4_000_000 && time < .seconds(20))
  }
}
