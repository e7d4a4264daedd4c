import Diagnostics
import Documents

/// Something in a framework that has an id, and where it stands.
struct Declaration: Sendable {
  /// Keys and ids joined by `/`, those of criteria without a key: `scales/depth/points/secure`, `our-impact/people`.
  let address: String
  /// The record that it is, as the reference page calls it: "criterion", "scale", "form field".
  let kind: String
  let id: String
  /// The id's characters.
  let place: SourceRange
  /// All of it.
  let node: DocumentTree.NodeID
  let whole: SourceRange
  /// The declaration around it, by its position in the table.
  let parent: Int?
  /// Of a criterion: its position among the levels.
  let level: Int
  /// Of a criterion: the scale that it names itself.
  let scale: String?
}

/// What a text means by a name.
enum NameTarget: Hashable, Sendable {
  case address(String)
  /// Something of a kind; `under` an address where the id is unique only there.
  case named(kind: String, id: String, under: String? = nil)
  /// A point of the scale on which a criterion is judged; of any scale where neither is known.
  case point(id: String, criterion: String? = nil, scale: String? = nil)
  /// Something right below an address: an entry of the list there, or what a criterion holds.
  case below(String, id: String)
  /// Another framework.
  case framework(FrameworkName)
}

/// One version of a framework, as texts name it.
struct FrameworkName: Hashable, Sendable {
  let id: String
  let version: String
}

/// A place that names something that is declared elsewhere.
struct Reference: Sendable {
  let target: NameTarget
  /// The characters of the name; of a path, those of one id in it.
  let place: SourceRange
  /// Written with underscores in place of hyphens, as names in expressions are.
  var isUnderscored = false
  /// The framework that it speaks of, where that is not the one that the text is or is held against: the base of a
  /// variant, an earlier version, one end of a crosswalk.
  var of: FrameworkName?
}
