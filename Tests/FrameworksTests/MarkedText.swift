/// A text in which ⟦ and ⟧ mark the places that a test expects to be named.
struct MarkedText {
  let text: String
  /// Byte offsets in `text`, in order.
  let places: [Range<UInt32>]

  init(_ marked: String) {
    var text = ""
    var places: [Range<UInt32>] = []
    var start: UInt32 = 0
    for character in marked {
      switch character {
      case "⟦": start = UInt32(text.utf8.count)
      case "⟧": places.append(start..<UInt32(text.utf8.count))
      default: text.append(character)
      }
    }
    self.text = text
    self.places = places
  }
}
