import Rubrics

/// The pictures of how a partnership's judgements spread, each with its table.
struct WorkspaceFigures {
  private let picture: PartnershipPicture
  private let words: PictureWords

  init(_ picture: PartnershipPicture) {
    self.picture = picture
    words = PictureWords(picture)
  }

  var overview: [WorkspacePage.Figure] {
    PictureSpread.overview(picture).enumerated().map { index, spread in
      figure(
        spread, id: "overview-\(index + 1)",
        title: (picture.isLong ? "Answers by section" : "Judgements by \(words.unit)")
          + (index > 0 ? ", \(spread.scale.name)" : ""),
        rowTitle: picture.isLong ? "Section" : words.unitTitle)
    }
  }

  var sections: [WorkspacePage.Section] {
    picture.groups.enumerated().filter { $1.columns.count > 1 }.map { index, group in
      let id = "section-\(index + 1)"
      let parts = PictureSections.parts(of: group)
      return .init(
        anchor: PageText(id), title: PageText(group.title),
        parts: parts.enumerated().map { number, part in
          self.part(part.part, part.numbered, group, "\(id)-\(number + 1)")
        },
        schools: PageMarkup(
          PictureTables(picture).criteria(parts.flatMap(\.numbered), title: group.title, id: "\(id)-schools")),
        schoolsTitle: PageText("\(group.title), \(words.noun) by \(words.noun)"))
    }
  }

  private func part(
    _ part: PartnershipPicture.Part, _ numbered: [(number: Int, column: Int)],
    _ group: PartnershipPicture.Group,
    _ id: String
  ) -> WorkspacePage.Part {
    let spreads = PictureSpread.criteria(numbered, picture)
    return .init(
      title: part.title.map { PageText($0) },
      figures: spreads.enumerated().map { index, spread in
        figure(
          spread, id: "\(id)-\(index + 1)",
          title: "Judgements of “\(part.title ?? group.title)”" + (index > 0 ? ", \(spread.scale.name)" : ""),
          rowTitle: words.unitTitle)
      })
  }

  private func figure(_ spread: PictureSpread, id: String, title: String, rowTitle: String)
    -> WorkspacePage.Figure
  {
    .init(
      caption: PageText(title),
      chart: spread.scale.isOrdered ? Self.chart(spread, id: id, title: title) : nil,
      table: PageMarkup(
        spread.table(
          id: id + "-table", caption: "\(title): the counts (not for publication)", rowTitle: rowTitle)))
  }

  static func chart(_ spread: PictureSpread, id: String, title: String) -> PageMarkup {
    let points = zip(spread.scale.values, spread.scale.scale.points).map {
      ChartScale.Point(Double($0), $1.label)
    }
    let chart = DistributionChart(
      caption: .init(id: id + "-chart", title: title), scale: ChartScale(points),
      rows: spread.rows.map { row in
        .init(
          row.name, counts: row.tally.points, notReviewed: row.open, notApplicable: row.tally.notApplicable)
      })
    return PageMarkup(chart.parts.map { #"<div class="chart-frame">"# + $0.svg + "</div>" }.joined())
  }
}
