import Testing

@testable import Documents

@Suite struct CalendarTests {
  @Test func `days`() throws {
    #expect(Day("2000-02-29") != nil)
    #expect(Day("1900-02-29") == nil)
    #expect(Day("2024-04-31") == nil)
    #expect(Day("2024-00-10") == nil)
    #expect(Day(year: 3000, month: 1, day: 1) == nil)
    #expect(Day("0999-01-01") == nil)
    #expect(try #require(Day("2024-02-03")).description == "2024-02-03")
    #expect(try #require(Day("2024-02-03")) < #require(Day("2024-10-01")))
  }

  @Test func `a school year starts on 1 September`() throws {
    #expect(try #require(Day("2025-08-31")).period.description == "2024-25")
    #expect(try #require(Day("2025-09-01")).period.description == "2025-26")
    #expect(try #require(Day("2026-01-01")).period.description == "2025-26")
  }

  @Test func `periods`() throws {
    #expect(Period("1999-00")?.startYear == 1999)
    #expect(Period("2099-00")?.description == "2099-00")
    #expect(Period("2025-25") == nil)
    #expect(Period("1899-00") == nil)
    #expect(try #require(Period("2024-25")) < #require(Period("2025-26")))
  }
}
