import Diagnostics

/// A partnership's private picture as a page, marked "Not for publication" on the screen and on every printed sheet.
public enum WorkspaceReportHTML {
  /// One self-contained HTML page.
  ///
  /// - Throws: `unavailable` where this build's templates are broken.
  public static func page(_ picture: PartnershipPicture) throws(Failure) -> String {
    let words = PictureWords(picture)
    let tables = PictureTables(picture)
    let highlights = PictureHighlights(picture)
    let hasFigures = !picture.groups.isEmpty && !picture.counted.isEmpty
    let body = WorkspacePage(
      cards: cards(picture, words), members: PageMarkup(tables.members),
      gaps: words.gaps.map { PageText($0) },
      unfit: words.unfit.map { .init(term: PageText($0.name), text: PageText($0.text)) },
      findings: hasFigures
        ? highlights.findings.map {
          .init(title: PageText($0.title), sentences: $0.sentences.map { PageText($0) })
        } : [],
      note: highlights.note.map { PageText($0) },
      cautions: hasFigures
        ? words.cautions.map { .init(term: PageText($0.title), text: PageText($0.text)) } : [],
      overviewTitle: picture.isLong ? "All answers, section by section" : "How the judgements spread",
      overview: hasFigures ? WorkspaceFigures(picture).overview : [],
      schoolsTitle: PageText(words.schoolsTitle),
      schools: PageMarkup(hasFigures ? tables.schools().html : ""), signs: PageText(PictureTables.signs),
      overall: PageText(words.overall),
      sections: hasFigures && picture.isLong ? WorkspaceFigures(picture).sections : [],
      nothing: picture.groups.isEmpty ? PageText(words.marksNothing) : nil,
      reference: PageText(picture.rubric.reference), digest: PageText(picture.rubric.digest.description))
    var page = Page(title: PageText(words.title), styles: [.report, .sheet], body: body)
    page.isPrivate = true
    page.privacy = PageText(PictureWords.privacy)
    page.eyebrow = PageText(words.eyebrow)
    page.summary = PageText(words.summary)
    return try Templates.page("workspace", page)
  }

  private static func cards(_ picture: PartnershipPicture, _ words: PictureWords) -> [PageCard] {
    let members = picture.members
    let missing = members.count { $0.state == .missing }
    let drafts = members.count { if case .draft = $0.state { true } else { false } }
    return [
      PageCard(
        figure: "\(picture.counted.count)",
        label: PageText("of \(words.nouns(members.count)) with a review that counts")),
      PageCard(figure: "\(missing)", label: "missing"),
      PageCard(figure: "\(drafts)", label: PageText("still \(drafts == 1 ? "a draft" : "drafts")")),
      PageCard(
        figure: "\(members.count { words.consents($0) })",
        label: PageText("consent today to the published sheet")),
    ]
  }
}

/// What the page of a partnership's picture shows, in the names that its template asks for.
struct WorkspacePage: Sendable {
  var cards: [PageCard]
  var members: PageMarkup
  var gaps: [PageText]
  var unfit: [PageFact]
  var findings: [Finding]
  var note: PageText?
  var cautions: [PageFact]
  var overviewTitle: PageText
  var overview: [Figure]
  var schoolsTitle: PageText
  var schools: PageMarkup
  var signs: PageText
  var overall: PageText
  var sections: [Section]
  var nothing: PageText?
  var reference: PageText
  var digest: PageText

  struct Finding: Sendable {
    var title: PageText
    var sentences: [PageText]
  }

  /// A picture above its table; names without an order have the table only.
  struct Figure: Sendable {
    var caption: PageText
    var chart: PageMarkup?
    var table: PageMarkup
  }

  struct Section: Sendable {
    var anchor: PageText
    var title: PageText
    var parts: [Part]
    var schools: PageMarkup
    var schoolsTitle: PageText
  }

  struct Part: Sendable {
    var title: PageText?
    var figures: [Figure]
  }
}
