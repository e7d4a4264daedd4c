/// Reads a pattern's text: alternatives, repetitions and groups. Escapes and classes have files of their own.
struct PatternParser {
  let bytes: [UInt8]
  var at = 0
  /// The sets of scalars that the pattern names.
  private(set) var sets: [ScalarSet] = []
  private var places: [ScalarSet: Int] = [:]
  var flags = Flags()
  private var depth = 0
  private var groupNames: Set<String> = []

  /// What `(?ims)` turns on.
  struct Flags {
    var ignoresCase = false
    var isMultiline = false
    var dotTakesLineEnds = false
  }

  /// Groups within groups.
  static let mostNesting = 200
  /// The largest number in `{n,m}`.
  static let mostRepeats = 1_000

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func parse() throws(PatternFailure) -> PatternSyntax {
    let syntax = try alternatives()
    if at < bytes.count {
      throw failure("this “)” closes no bracket", at..<at + 1, "remove it, or write “\\)” for the character")
    }
    return syntax
  }

  /// `a|b|c`, up to a closing bracket or the end. Flags set inside hold up to there.
  private mutating func alternatives() throws(PatternFailure) -> PatternSyntax {
    let before = flags
    defer { flags = before }
    var choices = [try sequence()]
    while next == UInt8(ascii: "|") {
      at += 1
      choices.append(try sequence())
    }
    return choices.count == 1 ? choices[0] : .choice(choices)
  }

  private mutating func sequence() throws(PatternFailure) -> PatternSyntax {
    var parts: [PatternSyntax] = []
    while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      if rest.starts(with: "\\Q".utf8) {
        parts += try quoted()
      } else if let atom = try atom(byte) {
        parts.append(try repeated(atom))
      }
    }
    return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
  }

  /// One thing that can be repeated; `nil` for flags such as `(?i)`.
  private mutating func atom(_ byte: UInt8) throws(PatternFailure) -> PatternSyntax? {
    switch byte {
    case UInt8(ascii: "("): return try group()
    case UInt8(ascii: "["): return try set(bracketed())
    case UInt8(ascii: "\\"): return try escaped()
    case UInt8(ascii: "."):
      at += 1
      return set(flags.dotTakesLineEnds ? .any : .anyButLineEnd)
    case UInt8(ascii: "^"):
      at += 1
      return .assertion(flags.isMultiline ? .lineStart : .textStart)
    case UInt8(ascii: "$"):
      at += 1
      return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
      throw failure(
        "there is nothing before this “\(Character(Unicode.Scalar(byte)))” that it could repeat", at..<at + 1,
        "write what is to be repeated before it, or “\\\(Character(Unicode.Scalar(byte)))” for the character"
      )
    default: return literal(takeScalar())
    }
  }

  // MARK: Repetition

  mutating func repeated(_ atom: PatternSyntax) throws(PatternFailure) -> PatternSyntax {
    let operatorStart = at
    guard let (least, most) = try repeats() else { return atom }
    if next == UInt8(ascii: "?") { at += 1 }
    if next == UInt8(ascii: "+") {
      throw failure(
        "possessive repetition such as “a++” is not part of this syntax", operatorStart..<at + 1,
        "remove the second “+”: a pattern never goes back here, so nothing is lost in speed")
    }
    let behind = at
    if try repeats() != nil {
      throw failure(
        "one repetition stands right behind another", operatorStart..<max(at, behind),
        "keep one of them, or put the first into brackets, as in “(?:a*)?”")
    }
    return .repetition(atom, least: least, most: most)
  }

  /// `*`, `+`, `?`, `{n}`, `{n,}` or `{n,m}`; anything else in braces is text.
  private mutating func repeats() throws(PatternFailure) -> (least: Int, most: Int?)? {
    switch next {
    case UInt8(ascii: "*"):
      at += 1
      return (0, nil)
    case UInt8(ascii: "+"):
      at += 1
      return (1, nil)
    case UInt8(ascii: "?"):
      at += 1
      return (0, 1)
    case UInt8(ascii: "{"): break
    default: return nil
    }
    let start = at
    at += 1
    guard let least = number() else {
      at = start
      return nil
    }
    var most: Int? = least
    if next == UInt8(ascii: ",") {
      at += 1
      most = number()
    }
    guard next == UInt8(ascii: "}") else {
      at = start
      return nil
    }
    at += 1
    if least > Self.mostRepeats || most ?? 0 > Self.mostRepeats {
      throw failure(
        "a repetition may ask for \(Self.mostRepeats) at the most", start..<at,
        "use “*” or “+” for any number, or compare size() instead")
    }
    if let most, most < least {
      throw failure(
        "this repetition wants at least \(least) and at most \(most)", start..<at,
        "write the smaller number first")
    }
    return (least, most)
  }

  /// Digits; more than fit count as too many.
  private mutating func number() -> Int? {
    let start = at
    var value = 0
    while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
      value = min(value * 10 + Int(byte - UInt8(ascii: "0")), Self.mostRepeats + 1)
      at += 1
    }
    return at > start ? value : nil
  }

  // MARK: Groups

  private mutating func group() throws(PatternFailure) -> PatternSyntax? {
    let start = at
    let outside = flags
    at += 1
    try refuseForeign(start)
    if next == UInt8(ascii: "?") {
      if rest.starts(with: "?P<".utf8) || rest.starts(with: "?<".utf8) {
        try name(start)
      } else {
        at += 1
        if try setFlags(start) { return nil }
      }
    }
    depth += 1
    defer { depth -= 1 }
    if depth > Self.mostNesting {
      throw failure(
        "brackets are nested deeper than \(Self.mostNesting)", start..<start + 1, "write it with fewer")
    }
    let inside = try alternatives()
    flags = outside
    guard next == UInt8(ascii: ")") else {
      throw failure(
        "this “(” is never closed", start..<start + 1, "add “)”, or write “\\(” for the character")
    }
    at += 1
    return inside
  }

  /// Reads `ims-U` and what follows. Whether it was a bare `(?i)`, which holds for the rest of its group.
  private mutating func setFlags(_ start: Int) throws(PatternFailure) -> Bool {
    var isOn = true
    while let byte = next {
      at += 1
      switch byte {
      case UInt8(ascii: "i"): flags.ignoresCase = isOn
      case UInt8(ascii: "m"): flags.isMultiline = isOn
      case UInt8(ascii: "s"): flags.dotTakesLineEnds = isOn
      case UInt8(ascii: "U"): break  // Lazy by default: no matter to whether there is a match.
      case UInt8(ascii: "-") where isOn: isOn = false
      case UInt8(ascii: ":"): return false
      case UInt8(ascii: ")"): return true
      default:
        throw failure(
          "“(?” is not followed by anything known", start..<at,
          "known are (?:…), (?P<name>…) and the flags i, m, s, U, as in (?i)")
      }
    }
    throw failure("this “(” is never closed", start..<start + 1, "add “)”")
  }

  private mutating func name(_ start: Int) throws(PatternFailure) {
    at += next(after: 1) == UInt8(ascii: "P") ? 3 : 2
    let first = at
    while let byte = next, byte < 0x80, ScalarSet.word.contains(UInt32(byte)) { at += 1 }
    let name = String(decoding: bytes[first..<at], as: UTF8.self)
    guard next == UInt8(ascii: ">"), !name.isEmpty else {
      throw failure(
        "a group's name is made of letters, digits and “_”, closed by “>”", start..<at + 1,
        "write (?P<name>…)")
    }
    at += 1
    guard groupNames.insert(name).inserted else {
      throw failure("two groups are called “\(name)”", first..<at - 1, "give each a name of its own")
    }
  }

  /// What other kinds of pattern have and this one lacks, by name.
  private func refuseForeign(_ start: Int) throws(PatternFailure) {
    for (sign, what, help) in PatternParser.foreignGroups where rest.starts(with: sign.utf8) {
      throw failure("\(what) (“(\(sign)…)”) is not part of this syntax", start..<at + sign.utf8.count, help)
    }
  }

  // MARK: Reading

  var next: UInt8? { at < bytes.count ? bytes[at] : nil }
  var rest: ArraySlice<UInt8> { bytes[min(at, bytes.count)...] }
  func next(after count: Int) -> UInt8? { at + count < bytes.count ? bytes[at + count] : nil }

  mutating func takeScalar() -> UInt32 {
    let lead = bytes[at]
    let count = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    let end = min(at + count, bytes.count)
    defer { at = end }
    return String(decoding: bytes[at..<end], as: UTF8.self).unicodeScalars.first?.value ?? 0xFFFD
  }

  mutating func set(_ set: ScalarSet) -> PatternSyntax {
    if let known = places[set] { return .set(known) }
    places[set] = sets.count
    sets.append(set)
    return .set(sets.count - 1)
  }

  /// A scalar as written, or its forms in both cases.
  mutating func literal(_ scalar: UInt32) -> PatternSyntax {
    guard flags.ignoresCase else { return .scalar(scalar) }
    let single = ScalarSet([scalar...scalar])
    let folded = single.caseFolded
    return folded == single ? .scalar(scalar) : set(folded)
  }

  func failure(_ message: String, _ range: Range<Int>, _ help: String) -> PatternFailure {
    PatternFailure(message, at: range.clamped(to: 0..<max(bytes.count, 1)), help: help)
  }
}
