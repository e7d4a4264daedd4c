import Diagnostics
import Profiles

/// A sheet holds the figures of its framework and no others, under the framework's own words: a sheet is no
/// place for free text, and figures of one name have to mean one thing.
enum FigureRules {
  static func check(_ sheet: Sheet, _ outline: FrameworkOutline) throws(Failure) {
    guard sheet.framework.title == outline.title else {
      throw foreign("the framework's title is not the published one", sheet)
    }
    let expected = outline.figures(sheet.unit)
    for figure in sheet.figures {
      guard let known = expected.first(where: { $0.id == figure.id }) else {
        throw foreign("it has no \(sheet.unit.rawValue) “\(figure.id)” that is judged", sheet)
      }
      guard known.title == figure.title else { throw foreign("“\(figure.id)” bears another title", sheet) }
      guard known.lowest == figure.points.lowerBound, known.highest == figure.points.upperBound,
        known.criteria == figure.criteria
      else { throw foreign("“\(figure.id)” has another scale or other criteria behind it", sheet) }
      if let noisy = figure.noisy, !isPossible(noisy, figure) { throw impossible(figure) }
      if let rounded = figure.rounded,
        rounded.cells.map(\.value) != known.points.map(\.value).sorted()
      {
        throw foreign("“\(figure.id)” counts at other points than its scale has", sheet)
      }
    }
    let named = Set(sheet.figures.map(\.id)).union(sheet.omitted.map(\.id))
    guard named == Set(expected.map(\.id)) else {
      throw foreign("not every \(sheet.unit.rawValue) stands there, as a figure or as left out", sheet)
    }
  }

  /// Noise of more than 50 times its scale comes up less than once in 10^21 draws: such a sum was made up.
  private static func isPossible(_ noisy: NoisyFigure, _ figure: SheetFigure) -> Bool {
    let weight = Double(figure.n * figure.criteria)
    let noise = 50 * noisy.scale.approximation
    return Double(noisy.sum) >= weight * Double(figure.points.lowerBound) - noise
      && Double(noisy.sum) <= weight * Double(figure.points.upperBound) + noise
  }

  private static func impossible(_ figure: SheetFigure) -> Failure {
    Failure(
      .refused, "The figure “\(figure.id)” lies further outside its scale than noise can put it.",
      help: "Make the sheet with `waymark profile sheet`.")
  }

  private static func foreign(_ what: String, _ sheet: Sheet) -> Failure {
    Failure(
      .refused, "The sheet does not fit “\(sheet.framework.reference)” as it is published here: \(what).",
      help: "Make the sheet from the framework as it was published.")
  }
}
