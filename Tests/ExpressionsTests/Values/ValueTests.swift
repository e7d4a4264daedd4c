import Expressions
import Testing

@Suite("Values")
struct ValueTests {
  @Test("numbers are equal across types, other values only within theirs")
  func equality() {
    #expect(Value.int(1).equals(.double(1)) == true)
    #expect(Value.uint(1).equals(.int(1)) == true)
    #expect(Value.int(-1).equals(.uint(.max)) == false)
    #expect(Value.double(.nan).equals(.double(.nan)) == false)
    #expect(Value.list([.int(1)]).equals(.list([.uint(1)])) == true)
    #expect(Value.null.equals(.bool(false)) == false)
    #expect(Value.string("1").equals(.int(1)) == false)
    #expect(Value.int(1) != Value.uint(1))
    #expect(Value.double(.nan) == Value.double(.nan))
  }

  @Test("maps find numbers by what they count")
  func maps() throws {
    let pairs = (0..<20).map { (key: Value.int($0), value: Value.int($0 * 2)) } + [(.string("a"), .null)]
    let map = try ValueMap(pairs)
    #expect(map.value(at: .uint(3)) == .int(6))
    #expect(map.value(at: .double(3)) == .int(6))
    #expect(map.value(at: .double(3.5)) == nil)
    #expect(map.value(at: .double(.nan)) == nil)
    #expect(map.value(at: .null) == nil)
    #expect(map.value(at: "a") == .null)
    #expect(throws: ValueMap.KeyProblem.repeated(.uint(1))) {
      try ValueMap([(.int(1), .null), (.uint(1), .null)])
    }
    #expect(throws: ValueMap.KeyProblem.unsupported(.double(1))) { try ValueMap([(.double(1), .null)]) }
    #expect(throws: ValueMap.KeyProblem.unsupported(.null)) { try ValueMap([(.null, .null)]) }
  }

  @Test("are written as the language writes them, and not without end")
  func text() throws {
    #expect(ValueText.text(.string("a\"b\n")) == "\"a\\\"b\\n\"")
    #expect(ValueText.text(.list([.uint(1), .null, .double(2)])) == "[1u, null, 2.0]")
    #expect(ValueText.text(.map(try ValueMap([(.bool(true), .int(1))]))) == "{true: 1}")
    let person = RecordType("person", [.init("name", .string), .init("host", .bool)])
    let unknown = Value.unavailable(Unavailability(.notKnown, of: "host"))
    #expect(
      ValueText.text(.record(Record(person, [.string("a"), unknown]))) == #"{name: "a", host: not evaluable}"#
    )
    let long = ValueText.text(.list(Array(repeating: .int(1_234), count: 1_000)), most: 20)
    #expect(long == "[1234, 1234, 1234, 1234, …]")
    let deep = (0..<8).reduce(Value.int(1)) { value, _ in .list(Array(repeating: value, count: 50)) }
    #expect(ValueText.text(deep, most: 100).count < 200)
    #expect(ValueText.text(.string(String(repeating: "x", count: 1_000)), most: 10) == "\"xxxxxxxxxx…\"")
  }

  @Test("types are written as the specification writes them")
  func types() {
    #expect("\(ValueType.map(.string, .list(.parameter("A"), atMost: 3)))" == "map(string, list(A))")
    #expect("\(ValueType.type(.int)) \(ValueType.null)" == "type(int) null_type")
  }
}
