import Documents
import Testing

@Suite("School terms")
struct SchoolTermsTests {
  @Test("a year has three terms of two halves, and no day is left over")
  func whole() {
    for year in [1900, 2023, 2025, 2998, 2999] {
      let period = Period(startYear: year)
      #expect(period.terms.count == 3 && period.halfTerms.count == 6)
    }
    let period = Period(startYear: 2023)
    #expect(period.terms.map(\.lowerBound.description) == ["2023-09-01", "2024-01-01", "2024-04-01"])
    #expect(
      period.halfTerms.map(\.upperBound.description) == [
        "2023-10-31", "2023-12-31", "2024-02-19", "2024-03-31", "2024-05-31", "2024-08-31",
      ])
    for parts in [period.terms, period.halfTerms] {
      #expect(parts.first?.lowerBound == period.firstDay && parts.last?.upperBound == period.lastDay)
      for (part, next) in zip(parts, parts.dropFirst()) {
        #expect(part.upperBound.adding(days: 1) == next.lowerBound)
      }
    }
  }
}
