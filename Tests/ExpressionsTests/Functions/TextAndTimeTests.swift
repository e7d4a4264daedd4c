import Expressions
import Testing

@Suite("Standard functions beyond the conformance cases")
struct TextAndTimeTests {
  @Test(
    "text is of code points",
    arguments: [
      ("size('e\\u0301')", "2"), ("'e\\u0301' == 'é'", "false"), ("size('👩‍🏫')", "3"), ("'é' < 'z'", "false"),
      ("'é'.contains('\\u0301')", "false"), ("'a\\u0000b'.size()", "3"),
      ("{'é': 1, 'e\\u0301': 2}.size()", "2"),
      ("'abc'.contains('bcd')", "false"), ("''.contains('')", "true"), ("'aab'.contains('ab')", "true"),
      ("string(1.0)", "\"1\""), ("string(1e100)", "\"1e+100\""), ("string(0.1)", "\"0.1\""),
      ("string(0.0 / 0.0)", "\"NaN\""),
      ("double('1e3')", "1000.0"), ("double('-.5')", "-0.5"), ("string(true)", "\"true\""),
      ("'x'.matches('^x$') && matches('xy', 'y')", "true"), ("size(b'é')", "2"),
      ("b'a' + b'b' == bytes('ab')", "true"),
    ])
  func text(text: String, result: String) throws {
    #expect(try Evaluation().shown(text) == result)
  }

  @Test(
    "text that is no number is an error",
    arguments: [
      "int('')", "int(' 1')", "int('1.5')", "uint('-1')", "uint('+1')", "double('0x1p3')", "double('nan')",
      "double('1 ')", "double('1e999')", "bool('yes')",
    ])
  func noNumber(text: String) throws {
    #expect(try Evaluation().error(text)?.kind == .badArgument)
  }

  @Test(
    "times are read and written",
    arguments: [
      ("string(timestamp('2026-07-01T12:30:00+01:00'))", "\"2026-07-01T11:30:00Z\""),
      ("string(timestamp('0001-01-01T00:00:00Z'))", "\"0001-01-01T00:00:00Z\""),
      ("string(timestamp('2026-07-01T12:30:00.5Z'))", "\"2026-07-01T12:30:00.5Z\""),
      ("string(timestamp(-1))", "\"1969-12-31T23:59:59Z\""),
      ("timestamp('2024-02-29T00:00:00Z').getDayOfYear()", "59"),
      ("timestamp('1900-03-01T00:00:00Z').getDayOfYear()", "59"),
      ("timestamp('2026-07-01T23:30:00Z').getDate('Europe/London')", "2"),
      ("timestamp('2026-01-01T23:30:00Z').getDate('Europe/London')", "1"),
      ("timestamp('1969-12-31T23:59:59Z').getDayOfWeek()", "3"),
      ("timestamp('1969-12-31T23:59:59.25Z').getMilliseconds('UTC')", "250"),
      ("string(duration('1h30m'))", "\"5400s\""), ("string(duration('-1.5s'))", "\"-1.5s\""),
      ("string(duration('1.5ms'))", "\"0.0015s\""), ("string(duration('0'))", "\"0s\""),
      ("duration('1h') == duration('60m')", "true"), ("duration('-90m').getHours()", "-1"),
      ("duration('2562047h47m16.854775807s') > duration('-2562047h47m16.854775808s')", "true"),
      ("timestamp('2026-07-08T00:00:00Z') - timestamp('2026-07-01T00:00:00Z') == duration('168h')", "true"),
    ])
  func times(text: String, result: String) throws {
    #expect(try Evaluation().shown(text) == result)
  }

  @Test(
    "what is no time is an error",
    arguments: [
      "timestamp('2026-07-01')", "timestamp('2026-13-01T00:00:00Z')", "timestamp('2026-07-01T24:00:00Z')",
      "timestamp('2026-07-01T00:00:00')", "timestamp('2026-07-01 00:00:00Z')",
      "timestamp('2026-07-01T00:00:00.Z')",
      "timestamp('2026-07-01T00:00:00+99:00')", "duration('')", "duration('h')", "duration('1')",
      "duration('1x')",
      "duration('1h-2m')", "duration('--1h')", "timestamp(0).getHours('+1:00')", "timestamp(0).getHours('')",
    ])
  func noTime(text: String) throws {
    #expect(try Evaluation().error(text)?.kind == .badArgument)
  }

  @Test("every day of four centuries has its date")
  func calendar() throws {
    // 2000-01-01 is day 10,957 of the epoch; the 400 years after it are 146,097 days.
    let evaluation = Evaluation([("t", .timestamp, .null)])
    let year = try evaluation.program("t.getFullYear()")
    let day = try evaluation.program("t.getDayOfYear()")
    var activation = evaluation.activation
    var expected = (year: Int64(2000), day: Int64(0))
    for offset in 0..<146_097 {
      activation[0] = Timestamp(seconds: Int64(10_957 + offset) * 86_400).map { .timestamp($0) } ?? .null
      let isLeap = expected.year % 4 == 0 && (expected.year % 100 != 0 || expected.year % 400 == 0)
      if year.evaluate(activation, costLimit: 10) != .value(.int(expected.year))
        || day.evaluate(activation, costLimit: 10) != .value(.int(expected.day))
      {
        Issue.record("day \(offset) is not \(expected)")
        return
      }
      expected =
        expected.day == (isLeap ? 365 : 364) ? (expected.year + 1, 0) : (expected.year, expected.day + 1)
    }
    #expect(expected == (2400, 0))
  }
}
