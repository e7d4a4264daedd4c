import Diagnostics

/// Everything that starts with a backslash.
extension PatternParser {
  /// `\Q…\E`: everything between is text. What repeats it repeats its last scalar.
  mutating func quoted() throws(PatternFailure) -> [PatternSyntax] {
    at += 2
    var parts: [PatternSyntax] = []
    while at < bytes.count {
      if rest.starts(with: "\\E".utf8) {
        at += 2
        break
      }
      parts.append(literal(takeScalar()))
    }
    if let last = parts.popLast() { parts.append(try repeated(last)) }
    return parts
  }

  /// Outside a class.
  mutating func escaped() throws(PatternFailure) -> PatternSyntax {
    let start = at
    if let set = try escapedSet() { return self.set(set) }
    switch next(after: 1) {
    case UInt8(ascii: "A"): return assertion(.textStart)
    case UInt8(ascii: "z"): return assertion(.textEnd)
    case UInt8(ascii: "b"): return assertion(.wordBoundary)
    case UInt8(ascii: "B"): return assertion(.noWordBoundary)
    case UInt8(ascii: "Z"):
      throw failure(
        "“\\Z” is not part of this syntax", start..<start + 2, "write “\\z” for the end of the text")
    case UInt8(ascii: "k"), UInt8(ascii: "g"):
      throw failure(
        "a backreference to an earlier group is not part of this syntax", start..<start + 2,
        Self.backreferenceHelp)
    default: return literal(try escapedScalar())
    }
  }

  private mutating func assertion(_ assertion: PatternAssertion) -> PatternSyntax {
    at += 2
    return .assertion(assertion)
  }

  /// `\d`, `\w`, `\s`, `\p{…}` and their opposites; `nil` (and nothing read) where it is none of them.
  mutating func escapedSet() throws(PatternFailure) -> ScalarSet? {
    let set: ScalarSet
    switch next(after: 1) {
    case UInt8(ascii: "d"): set = .digit
    case UInt8(ascii: "D"): set = ScalarSet.digit.inverted
    case UInt8(ascii: "s"): set = .space
    case UInt8(ascii: "S"): set = ScalarSet.space.inverted
    case UInt8(ascii: "w"): set = .word
    case UInt8(ascii: "W"): set = ScalarSet.word.inverted
    case UInt8(ascii: "p"), UInt8(ascii: "P"): return try unicodeClass()
    default: return nil
    }
    at += 2
    return set
  }

  private mutating func unicodeClass() throws(PatternFailure) -> ScalarSet {
    let start = at
    var isInverted = bytes[at + 1] == UInt8(ascii: "P")
    at += 2
    var name = ""
    var nameStart = at
    if next == UInt8(ascii: "{") {
      at += 1
      if next == UInt8(ascii: "^") {
        isInverted.toggle()
        at += 1
      }
      nameStart = at
      while let byte = next, byte != UInt8(ascii: "}") {
        name.unicodeScalars.append(Unicode.Scalar(byte))
        at += 1
      }
      guard next == UInt8(ascii: "}") else {
        throw failure(
          "this “\\p{” is never closed", start..<nameStart, "write “\\p{L}”, with a closing brace")
      }
      at += 1
    } else if next != nil {
      name.unicodeScalars.append(Unicode.Scalar(takeScalar()) ?? "?")
    }
    guard !name.isEmpty, var set = UnicodeClasses.set(named: name) else {
      let nearest =
        NearestName.of(name, among: UnicodeClasses.names).map { "did you mean “\\p{\($0)}”? " } ?? ""
      throw failure(
        "there is no Unicode class “\(name.prefix(40))” here", start..<at,
        nearest + "known are general categories such as L, Lu, Nd and scripts such as Latin, Greek, Arabic")
    }
    if flags.ignoresCase { set = set.caseFolded }
    return isInverted ? set.inverted : set
  }

  /// One scalar behind a backslash, in a class or outside.
  mutating func escapedScalar() throws(PatternFailure) -> UInt32 {
    let start = at
    at += 1
    guard let byte = next else {
      throw failure(
        "the pattern ends in a backslash", start..<at, "write “\\\\” for the character, or finish the escape"
      )
    }
    let scalar = takeScalar()
    switch byte {
    case UInt8(ascii: "a"): return 0x07
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "v"): return 0x0B
    case UInt8(ascii: "x"): return try hexadecimal(start)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return try octal(byte, start)
    case 0x21...0x7E where !ScalarSet.word.contains(UInt32(byte)) || byte == UInt8(ascii: "_"): return scalar
    default:
      throw failure(
        "“\(String(decoding: bytes[start..<at], as: UTF8.self))” is no known escape", start..<at,
        "in a pattern the letters after a backslash are d, D, s, S, w, W, b, B, A, z, p, P, x, Q, a, f, n, r, t, v"
      )
    }
  }

  /// `\x7F` or `\x{10FFFF}`.
  private mutating func hexadecimal(_ start: Int) throws(PatternFailure) -> UInt32 {
    var digits = ""
    let isBraced = next == UInt8(ascii: "{")
    if isBraced { at += 1 }
    while let byte = next, Character(Unicode.Scalar(byte)).isHexDigit, isBraced || digits.count < 2 {
      digits.unicodeScalars.append(Unicode.Scalar(byte))
      at += 1
    }
    let isClosed = isBraced ? next == UInt8(ascii: "}") : digits.count == 2
    if isBraced, isClosed { at += 1 }
    guard isClosed, let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else {
      throw failure(
        "“\\x” wants two hexadecimal digits, or a character's number in braces", start..<max(at, start + 2),
        "write “\\x2D” or “\\x{20AC}”")
    }
    return scalar.value
  }

  /// `\0` to `\777`; a single other digit would be a backreference.
  private mutating func octal(_ first: UInt8, _ start: Int) throws(PatternFailure) -> UInt32 {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "7")
    guard digits.contains(first), first == UInt8(ascii: "0") || next.map(digits.contains) == true else {
      throw failure(
        "a backreference to an earlier group (“\\\(Character(Unicode.Scalar(first)))”) is not part of this syntax",
        start..<at, Self.backreferenceHelp)
    }
    var value = UInt32(first - UInt8(ascii: "0"))
    for _ in 0..<2 {
      guard let byte = next, digits.contains(byte) else { break }
      value = value * 8 + UInt32(byte - UInt8(ascii: "0"))
      at += 1
    }
    return value
  }

  private static let backreferenceHelp =
    "write the text out a second time, or compare the two parts in the expression itself"

  /// Groups of other kinds of pattern: how they start, what they are called, what to do instead.
  static let foreignGroups: [(sign: String, what: String, help: String)] = [
    ("?=", "look-ahead", "test for it with a second matches(…) joined by &&"),
    ("?!", "negative look-ahead", "test for it with a second, negated matches(…): a && !b"),
    (
      "?<=", "look-behind",
      "write what stands before as part of the pattern; only whether it is found counts"
    ),
    ("?<!", "negative look-behind", "test for it with a second, negated matches(…): a && !b"),
    ("?>", "an atomic group", "write (?:…): a pattern never goes back here, so nothing is lost in speed"),
    ("?#", "a comment", "remove it; a comment can stand behind // in the expression"),
    ("?P=", "a backreference to a named group", backreferenceHelp),
    ("?P>", "a call of a named group", "write the group's text out again"),
    ("?&", "a call of a named group", "write the group's text out again"),
    ("?R", "recursion", "a pattern cannot count brackets; test for a fixed depth"),
    ("?(", "a condition", "write both cases as alternatives: a|b"),
    ("?|", "a branch reset", "write (?:…|…)"),
    ("?'", "a group's name in quotes", "write (?P<name>…)"),
    ("*", "a verb such as (*FAIL)", "remove it"),
  ]
}
