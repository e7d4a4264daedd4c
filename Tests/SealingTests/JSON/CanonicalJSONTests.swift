import Sealing
import TestSupport
import Testing

@Suite struct CanonicalJSONTests {
  // RFC 8785 appendix B, and a few more at the borders of a layout.
  @Test(
    arguments: [
      (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
      (0x8000_0000_0000_0001, "-5e-324"), (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
      (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"), (0x4340_0000_0000_0000, "9007199254740992"),
      (0xc340_0000_0000_0000, "-9007199254740992"), (0x4430_0000_0000_0000, "295147905179352830000"),
      (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"), (0x44b5_2d02_c7e1_4af6, "1e+23"),
      (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"), (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
      (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"), (0x444b_1ae4_d6e2_ef50, "1e+21"),
      (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"), (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
      (0x41b3_de43_5555_5553, "333333333.3333332"), (0x41b3_de43_5555_5554, "333333333.33333325"),
      (0x41b3_de43_5555_5555, "333333333.3333333"), (0x41b3_de43_5555_5556, "333333333.3333334"),
      (0x41b3_de43_5555_5557, "333333333.33333343"), (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
      (0x4314_3ff3_c1cb_0959, "1424953923781206.2"), (0x3ff0_0000_0000_0000, "1"),
      (0x3fb9_9999_9999_999a, "0.1"), (0x0010_0000_0000_0000, "2.2250738585072014e-308"),
      (0x433f_ffff_ffff_ffff, "9007199254740991"), (0x4350_0000_0000_0001, "18014398509481988"),
    ] as [(UInt64, String)])
  func `numbers as ECMAScript writes them`(pattern: UInt64, text: String) throws {
    let number = Double(bitPattern: pattern)
    #expect(String(decoding: try JSONValue.double(number).canonicalBytes(), as: UTF8.self) == text)
    let again = try #require(try JSONValue(parsing: Array(text.utf8)).asDouble)
    #expect(again == number)
  }

  @Test func `any finite number leads back to itself`() throws {
    var random = SeededGenerator(seed: 8785)
    for _ in 0..<20_000 {
      let number = Double(bitPattern: random.next())
      guard number.isFinite else { continue }
      let bytes = try JSONValue.double(number).canonicalBytes()
      let read = try JSONValue(parsing: bytes)
      #expect(read.asDouble == number)
    }
  }

  @Test func `numbers that cannot be kept are refused`() throws {
    for value in [Double.nan, .infinity, -.infinity] {
      #expect(throws: JSONError.self) { try JSONValue.double(value).canonicalBytes() }
      #expect(JSONValue.double(value).prettyText() == "null")
    }
    #expect(try JSONValue.int(9_007_199_254_740_991).canonicalBytes() == Array("9007199254740991".utf8))
    for value in [9_007_199_254_740_992, .max, .min] as [Int64] {
      #expect(throws: JSONError.self) { try JSONValue.int(value).canonicalBytes() }
    }
  }

  // RFC 8785 section 3.2.2.
  @Test func `the RFC's example of serialisation`() throws {
    let text = #"""
      {
        "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
      }
      """#
    let canonical =
      #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
      + #""string":"€$\u000f\nA'B\"\\\\\"/"}"#
    let bytes = try JSONValue(parsing: Array(text.utf8)).canonicalBytes()
    #expect(String(decoding: bytes, as: UTF8.self) == canonical)
    #expect(try JSONValue(parsing: bytes).canonicalBytes() == bytes)
  }

  // RFC 8785 section 3.2.3.
  @Test func `the RFC's example of sorting`() throws {
    let text = #"""
      {"\u20ac": "euro", "\r": "return", "\ufb33": "dalet", "1": "one", "\ud83d\ude00": "smile",
       "\u0080": "control", "\u00f6": "o"}
      """#
    let bytes = try JSONValue(parsing: Array(text.utf8)).canonicalBytes()
    #expect(
      try JSONValue(parsing: bytes).asObject?.compactMap(\.value.asString)
        == ["return", "one", "control", "o", "euro", "smile", "dalet"])
  }

  @Test func `keys are sorted by UTF-16`() throws {
    var random = SeededGenerator(seed: 16)
    let pool = [
      "", "a", "b", "é", "e\u{301}", "\u{d7ff}", "\u{e000}", "\u{fffd}", "\u{10000}", "\u{10ffff}", "\u{7ff}",
    ]
    for _ in 0..<500 {
      var seen: Set<[UInt16]> = []
      let members = (0..<8).compactMap { _ -> JSONValue.Member? in
        let key = (0..<3).map { _ in pool.randomElement(using: &random) ?? "" }.joined()
        return seen.insert(Array(key.utf16)).inserted ? JSONValue.Member(key, nil) : nil
      }
      let bytes = try JSONValue.object(members).canonicalBytes()
      let keys = try #require(try JSONValue(parsing: bytes).asObject).map { Array($0.key.utf16) }
      #expect(keys == seen.sorted { $0.lexicographicallyPrecedes($1) })
    }
  }

  @Test func `the order of members does not change the form`() throws {
    let one: JSONValue = ["b": [1, 2.5, nil], "a": ["y": true, "x": "t"]]
    let other: JSONValue = ["a": ["x": "t", "y": true], "b": [1, 2.5, nil]]
    #expect(one != other)
    #expect(try one.canonicalBytes() == other.canonicalBytes())
    #expect(try JSONValue.int(3).canonicalBytes() == JSONValue.double(3).canonicalBytes())
  }

  @Test func `a key made twice is refused`() {
    #expect(throws: JSONError.self) { try (["a": 1, "b": 2, "a": 3] as JSONValue).canonicalBytes() }
    #expect(throws: Never.self) { try (["\u{e9}": 1, "e\u{301}": 2] as JSONValue).canonicalBytes() }
  }

  @Test func `the form for people`() {
    let value: JSONValue = ["b": [1, 2.5, "x\ny"], "a": [:], "c": [], "d": ["e": nil]]
    #expect(
      value.prettyText() == #"""
        {
          "b": [
            1,
            2.5,
            "x\ny"
          ],
          "a": {},
          "c": [],
          "d": {
            "e": null
          }
        }
        """#)
  }
}
