import Documents

/// Which places of a source document an `at:` names.
///
/// An `at:` has parts, set apart by `;`. Each is the title of a place, or starts with one and goes on with
/// something that is neither letter nor digit: "Area 1, question 2" lies in the place "Area 1", not in "Area
/// 10".
struct SourcePlaces {
  private let positions: [String: Int]
  /// In bytes, the longest first: "Stage 1, feedback" is nearer than "Stage 1".
  private let lengths: [Int]

  init(_ document: SourceDocument) {
    positions = Dictionary(
      document.places.enumerated().filter { !$1.title.isEmpty }.map { ($1.title, $0) },
      uniquingKeysWith: { first, _ in first })
    lengths = Set(positions.keys.map(\.utf8.count)).sorted(by: >)
  }

  /// The position of the place in which one part lies.
  func position(of part: String) -> Int? {
    let bytes = part.utf8
    for length in lengths where length <= bytes.count {
      let end = bytes.index(bytes.startIndex, offsetBy: length)
      if end < part.endIndex, part[end].isLetter || part[end].isNumber { continue }
      if let position = positions[String(part[..<end])] { return position }
    }
    return nil
  }

  /// The parts of an `at:`.
  static func parts(of at: String) -> [String] {
    at.split(separator: ";").map { part in
      var part = part[...]
      while part.first?.isWhitespace == true { part.removeFirst() }
      while part.last?.isWhitespace == true { part.removeLast() }
      return String(part)
    }.filter { !$0.isEmpty }
  }

  /// The places of all parts, each once, in the order of the document.
  func positions(of at: String) -> [Int] { Set(Self.parts(of: at).compactMap(position)).sorted() }
}
