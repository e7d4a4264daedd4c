import Sealing
import Testing

@Suite struct JSONParserTests {
  func parse(_ text: String, limits: JSONLimits = JSONLimits()) throws(JSONError) -> JSONValue {
    try JSONValue(parsing: Array(text.utf8), limits: limits)
  }

  func reason(_ text: String, limits: JSONLimits = JSONLimits()) -> JSONError.Reason? {
    do {
      _ = try parse(text, limits: limits)
      return nil
    } catch { return error.reason }
  }

  @Test(
    arguments: [
      ("null", .null), (" true\n", .bool(true)), ("false", .bool(false)), ("0", .int(0)), ("-0", .int(0)),
      ("-12", .int(-12)), ("9223372036854775807", .int(.max)), ("-9223372036854775808", .int(.min)),
      ("9223372036854775808", .double(9_223_372_036_854_775_808)), ("1.0", .double(1)), ("1e2", .double(100)),
      ("1E+2", .double(100)), ("25e-1", .double(2.5)), ("1e-400", .double(0)), ("\"\"", .string("")),
      ("\"a\\u0000\\/\\b\\f\\n\\r\\t\"", .string("a\0/\u{8}\u{c}\n\r\t")),
      ("\"\\ud83d\\uDE00é\"", .string("😀é")), ("[]", []), ("[1,[2 , 3]]", [1, [2, 3]]), ("{ }", [:]),
      ("{\"b\":1,\"a\":{\"c\":[]}}", ["b": 1, "a": ["c": []]]),
    ] as [(String, JSONValue)])
  func `values`(text: String, value: JSONValue) throws {
    #expect(try parse(text) == value)
    #expect(try parse(value.prettyText()).canonicalOrNil == value.canonicalOrNil)
  }

  @Test(arguments: [
    "", " ", "[", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "]", "{", "{\"a\"", "{\"a\":", "{\"a\":1",
    "{\"a\":1,}",
    "{a:1}", "{\"a\" 1}", "{1:2}", "{,}", "nul", "nulll", "True", "tru", "01", "-", "-01", "+1", ".5", "1.",
    "1.e1", "1e", "1e+", "0x1", "1_0", "NaN", "Infinity", "'a'", "\"a", "\"\\", "\"\\u", "\"\\u12", "\"\\x\"",
    "\"\\u12g4\"", "\"\\u+123\"", "\"\\uff11\"x", "\"\n\"", "\"\u{1}\"", "1 2", "[] []", "\u{feff}1",
    "\u{a0}1",
    "// a\n1", "1//", "\"\\ud83d\"", "\"\\ud83dx\"", "\"\\ude00\"", "\"\\ud83d\\u0041\"",
    "\"\\ud83d\\ud83d\"",
    "\"\\ud83d\\\"", "1e400", "-1e400", "\u{1}",
  ])
  func `what is no JSON is refused`(text: String) {
    #expect(throws: JSONError.self) { try parse(text) }
  }

  @Test func `the reason is named`() {
    #expect(reason("{\"a\":1,\"b\":2,\"\\u0061\":3}") == .duplicateKey("a"))
    #expect(reason("{\"\u{e9}\":1,\"e\u{301}\":2}") == nil)
    #expect(reason("\"\\ude00\"") == .loneSurrogate)
    #expect(reason("1e999") == .numberOutOfRange)
    #expect(reason("01") == .badNumber)
    #expect(reason("[1;") == .unexpectedByte(UInt8(ascii: ";")))
    #expect(reason("{\"a\"") == .unexpectedEnd)
    #expect(reason("1,") == .trailingBytes)
    #expect(throws: JSONError.self) { try parse("[1;") }
    do { _ = try parse("[1;") } catch {
      #expect(error.offset == 2)
      #expect(error.description == "The JSON cannot be used: \";\" cannot stand here (after byte 2).")
    }
  }

  @Test(arguments: [
    [0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82], [0x80],
  ])
  func `text that is not UTF-8 is refused`(bytes: [UInt8]) {
    let quote = [UInt8(ascii: "\"")]
    for bytes in [quote + bytes + quote, quote + Array("\\n".utf8) + bytes + quote, bytes] {
      #expect(throws: JSONError.self) { try JSONValue(parsing: bytes) }
    }
  }

  @Test func `limits hold`() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(reason(nested(64)) == nil)
    #expect(reason(nested(65)) == .tooDeep(limit: 64))
    #expect(reason(String(repeating: "[", count: 1_000_000)) == .tooDeep(limit: 64))
    #expect(reason(String(repeating: "{\"a\":", count: 1_000_000)) == .tooDeep(limit: 64))
    #expect(reason("[1,2]", limits: JSONLimits(bytes: 5)) == nil)
    #expect(reason("[1,2] ", limits: JSONLimits(bytes: 5)) == .tooLong(limit: 5))
    #expect(reason("[1,2]", limits: JSONLimits(values: 3)) == nil)
    #expect(reason("[1,2,3]", limits: JSONLimits(values: 3)) == .tooManyValues(limit: 3))
  }

  @Test func `reading values`() throws {
    let value = try parse(#"{"n": 3, "d": 3.0, "h": 3.5, "s": "t", "b": true, "z": null, "l": [7]}"#)
    #expect(value["n"]?.asInt == 3)
    #expect(value["d"]?.asInt == 3)
    #expect(value["h"]?.asInt == nil)
    #expect(value["n"]?.asDouble == 3)
    #expect(value["s"]?.asString == "t")
    #expect(value["b"]?.asBool == true)
    #expect(value["z"]?.isNull == true)
    #expect(value["l"]?[0] == 7)
    #expect(value["l"]?[1] == nil)
    #expect(value["l"]?.asArray?.count == 1)
    #expect(value["none"] == nil)
    #expect(value.asObject?.map(\.key) == ["n", "d", "h", "s", "b", "z", "l"])
    #expect(value["s"]?.asInt == nil)
  }
}

extension JSONValue {
  /// Nil for what has no canonical form.
  fileprivate var canonicalOrNil: [UInt8]? { try? canonicalBytes() }
}
