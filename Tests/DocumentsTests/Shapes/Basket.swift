import Diagnostics
import Documents

/// A record with every kind of field, for the tests.
struct Basket: Sendable, Equatable {
  var id = Located("")
  var title = ""
  var note: String?
  var size = 1
  var weight: Double?
  var isOpen = false
  var tags: [Located<String>] = []
  var names: [String] = []
  var colour: ScalarTests.Fruit?
  var lid: Lid?
  var handles: Lid?
  var prices: [Keyed<Int>] = []
  var baskets: [Basket] = []
  var range = SourceRange.nowhere

  struct Lid: Sendable, Equatable {
    var title = ""
  }

  static func == (left: Basket, right: Basket) -> Bool {
    left.id == right.id && left.title == right.title && left.note == right.note && left.size == right.size
      && left.weight == right.weight && left.isOpen == right.isOpen && left.tags == right.tags
      && left.names == right.names && left.colour == right.colour && left.lid == right.lid
      && left.handles == right.handles && left.prices == right.prices && left.baskets == right.baskets
  }

  static let kind = DocumentKind("test.basket", version: 2, noun: "a basket")

  static let lid = Shape<Lid>.record(
    "the lid", "A lid.", blank: Lid(), fields: [.required("title", \.title, .text, "Its title.")])

  static let shape: Shape<Basket> = .record(
    "basket", "A basket.", blank: Basket(), place: { $0.range = $1 },
    fields: [
      .required("id", \.id, .slug, "Its id."),
      .required("title", \.title, .text, "Its title."),
      .optional("note", \.note, .text, "A note."),
      .defaulted("size", \.size, .integer(0...9), default: 1, "Its size."),
      .optional("weight", \.weight, .number(0...10), "Its weight."),
      .defaulted("open", \.isOpen, .boolean, default: false, "Whether it is open."),
      .list("tags", \.tags, .slug, "Tags."),
      .list("names", \.names, .text, "Names."),
      .optional("colour", \.colour, .choice, "Its colour."),
      .optional("lid", \.lid, Basket.lid, "Its lid."),
      .defaulted("handles", \.handles, .noneOr(Basket.lid), default: nil, "Its handles, or `none`."),
      .defaulted("prices", \.prices, .map(keys: .slug, of: .integer()), default: [], "Prices."),
      .list("baskets", \.baskets, Basket.shape, recursiveName: "basket", "What is in it."),
    ])
}
