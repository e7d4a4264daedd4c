/// What a reader of JSON puts up with.
public struct JSONLimits: Hashable, Sendable {
  /// The most bytes of text.
  public var bytes: Int
  /// The most levels of arrays and objects.
  public var depth: Int
  /// The most values, the members' and elements' among them: memory is a multiple of this.
  public var values: Int

  /// 16 MiB, 64 levels and two million values unless told otherwise.
  public init(bytes: Int = 16 << 20, depth: Int = 64, values: Int = 2_000_000) {
    (self.bytes, self.depth, self.values) = (bytes, depth, values)
  }
}

extension JSONValue {
  /// Reads JSON strictly (RFC 8259, and RFC 7493 section 2): UTF-8 without a byte order mark, no key twice in
  /// an object, no lone surrogate, nothing after the value. Never crashes, whatever the bytes are.
  ///
  /// A number without point and exponent that fits becomes `int`, any other `double`; `1e400` is refused.
  public init(parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) {
    guard bytes.count <= limits.bytes else { throw JSONError(.tooLong(limit: limits.bytes)) }
    var parser = JSONParser(bytes, limits: limits)
    self = try parser.document()
  }
}

/// A recursive-descent parser over bytes; the depth limit bounds its use of the stack.
struct JSONParser {
  private let bytes: [UInt8]
  private let limits: JSONLimits
  private var place = 0
  private var depth = 0
  private var values = 0

  init(_ bytes: [UInt8], limits: JSONLimits) {
    (self.bytes, self.limits) = (bytes, limits)

  }

  mutating func document() throws(JSONError) -> JSONValue {
    let value = try value()
    skipSpace()
    guard place == bytes.count else { throw JSONError(.trailingBytes, at: place) }
    return value
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    values += 1
    guard values <= limits.values else { throw JSONError(.tooManyValues(limit: limits.values), at: place) }
    switch try peek() {
    case UInt8(ascii: "{"): return .object(try nested { (parser) throws(JSONError) in try parser.members() })
    case UInt8(ascii: "["): return .array(try nested { (parser) throws(JSONError) in try parser.elements() })
    case UInt8(ascii: "\""): return .string(try JSONStringReader.read(bytes, at: &place))
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return try JSONNumberReader.read(bytes, at: &place)
    case let other: throw JSONError(.unexpectedByte(other), at: place)
    }
  }

  /// Reads what stands between two brackets, the first of which comes next.
  private mutating func nested<Content>(
    _ content: (inout JSONParser) throws(JSONError) -> Content
  ) throws(JSONError) -> Content {
    guard depth < limits.depth else { throw JSONError(.tooDeep(limit: limits.depth), at: place) }
    depth += 1
    place += 1
    let content = try content(&self)
    depth -= 1
    return content
  }

  private mutating func elements() throws(JSONError) -> [JSONValue] {
    var elements: [JSONValue] = []
    if try peek() == UInt8(ascii: "]") {
      place += 1
      return elements
    }
    repeat { elements.append(try value()) } while try continues(until: UInt8(ascii: "]"))
    return elements
  }

  private mutating func members() throws(JSONError) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if try peek() == UInt8(ascii: "}") {
      place += 1
      return members
    }
    var keys: Set<ExactText> = []
    repeat {
      let start = try expect(UInt8(ascii: "\""))
      let key = try JSONStringReader.read(bytes, at: &place)
      guard keys.insert(ExactText(key)).inserted else { throw JSONError(.duplicateKey(key), at: start) }
      place = try expect(UInt8(ascii: ":")) + 1
      members.append(JSONValue.Member(key, try value()))
    } while try continues(until: UInt8(ascii: "}"))
    return members
  }

  /// Takes a comma (true) or the closing bracket (false).
  private mutating func continues(until closing: UInt8) throws(JSONError) -> Bool {
    let next = try peek()
    guard next == closing || next == UInt8(ascii: ",") else {
      throw JSONError(.unexpectedByte(next), at: place)
    }
    place += 1
    return next != closing
  }

  /// The place of the next byte past white space, which has to be `byte`.
  private mutating func expect(_ byte: UInt8) throws(JSONError) -> Int {
    let next = try peek()
    guard next == byte else { throw JSONError(.unexpectedByte(next), at: place) }
    return place
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    for unit in word.utf8 {
      guard place < bytes.count else { throw JSONError(.unexpectedEnd, at: place) }
      guard bytes[place] == unit else { throw JSONError(.unexpectedByte(bytes[place]), at: place) }
      place += 1
    }
    return value
  }

  /// The next byte past white space.
  private mutating func peek() throws(JSONError) -> UInt8 {
    skipSpace()
    guard place < bytes.count else { throw JSONError(.unexpectedEnd, at: place) }
    return bytes[place]
  }

  private mutating func skipSpace() {
    while place < bytes.count {
      switch bytes[place] {
      case 0x20, 0x09, 0x0a, 0x0d: place += 1
      default: return
      }
    }
  }
}
