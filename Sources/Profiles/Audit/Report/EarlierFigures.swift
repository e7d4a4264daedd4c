/// The figures of earlier releases that tell of the same criteria or sections on the same points.
struct EarlierFigures {
  /// One of them, with each subject's row in it.
  struct Earlier {
    /// Its release's place among all earlier ones.
    let release: Int
    let figure: AuditedFigure
    /// By subject of the audited release; `nil` where it took no part.
    let rows: [Int?]

    /// Whether the figure holds the same judgement of a subject, or the same score over a section.
    func isSame(_ row: Int, as point: Int) -> Bool { rows[row].flatMap { figure.points[$0] } == point }
  }

  private let pairs: [[Earlier]]

  init(_ release: AuditedRelease, _ earlier: [AuditedRelease]) {
    let places = earlier.map { other in
      Dictionary(other.subjects.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    pairs = release.figures.map { figure in
      earlier.enumerated().reversed().compactMap { index, other in
        guard other.unit == release.unit,
          let same = other.figures.first(where: { $0.id == figure.id && $0.values == figure.values })
        else { return nil }
        return Earlier(release: index, figure: same, rows: release.subjects.map { places[index][$0] })
      }
    }
  }

  var hasAny: Bool { pairs.contains { !$0.isEmpty } }

  /// How many figures an earlier release shares.
  func count(in release: Int) -> Int { pairs.count { $0.contains { $0.release == release } } }

  /// Those of one figure, the newest first.
  subscript(figure: Int) -> [Earlier] { pairs[figure] }
}
