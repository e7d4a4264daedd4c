import Diagnostics
import Documents
import Foundation
import Reviews
import Rubrics
import Sealing
import Testing

@testable import Samples

@Suite struct SampleMakerTests {
  @Test func `the same seed gives the same bytes, another seed others`() throws {
    let frameworks = try SampleFixtures.shipped()
    let samples = try [1, 1, 2].map { (seed: UInt64) in
      try SampleFixtures.inFolder { folder in
        try SampleMaker.write(SampleFixtures.request(seed: seed, frameworks), to: folder)
        return try SampleFixtures.files(folder)
      }
    }
    #expect(samples[0] == samples[1])
    #expect(samples[0] != samples[2])
    #expect(samples[0].keys.contains("made-up-02/partnership.csv"))
  }

  @Test func `more partnerships and frameworks leave the others as they were`() throws {
    let shipped = try SampleFixtures.shipped()
    let small = try SampleFixtures.inFolder { folder in
      try SampleMaker.write(SampleFixtures.request(partnerships: 2, [shipped[0]]), to: folder)
      return try SampleFixtures.files(folder)
    }
    let large = try SampleFixtures.inFolder { folder in
      try SampleMaker.write(SampleFixtures.request(partnerships: 3, years: 3, shipped), to: folder)
      return try SampleFixtures.files(folder)
    }
    for (path, bytes) in small where path != "README.md" { #expect(large[path] == bytes, "\(path)") }
  }

  @Test func `every review reads without a mistake and says that it is made up`() throws {
    let frameworks = try SampleFixtures.shipped() + [SampleFixtures.withPeers()]
    let today = try #require(Day("2026-07-31"))
    try SampleFixtures.inFolder { folder in
      let count = try SampleMaker.write(SampleFixtures.request(partnerships: 12, frameworks), to: folder)
      let files = try SampleFixtures.files(folder)
      var reviews = 0
      var seen: (drafts: Int, notApplicable: Int) = (0, 0)
      for (path, bytes) in files where path.hasSuffix(".yaml") {
        var bag = DiagnosticBag()
        var map = SourceMap()
        let source = SourceFile(path: path, bytes: bytes)
        let review = try #require(ReviewReader.read(source, map.add(source), into: &bag), "\(path)")
        let rubric = try #require(frameworks.first { $0.id == review.framework.id.value })
        ReviewChecks.run(review, against: rubric.framework, digest: rubric.digest, today: today, into: &bag)
        #expect(bag.items.isEmpty, "\(path): \(bag.items.map(\.message))")
        let period = path.split(separator: "/")[3]
        #expect(review.period?.description == String(period))
        #expect(review.subject.name?.hasPrefix("Made-up School ") == true)
        #expect(review.team.allSatisfy { $0.name.hasPrefix("Made-up ") })
        #expect(review.judgements.allSatisfy { $0.value.evidence?.hasPrefix("Made-up ") ?? true })
        #expect(review.note == SampleText.note)
        reviews += 1
        if review.status == .draft { seen.drafts += 1 }
        seen.notApplicable += review.judgements.count { $0.value.point?.value == Judgement.notApplicable }
      }
      #expect((count.partnerships, count.schools, count.reviews) == (12, 48, reviews))
      #expect(seen.drafts > 0 && seen.notApplicable > 0)
      // Four schools, two years, four kinds of review in all; some schools of the last year are missing.
      #expect(reviews < 12 * 4 * 2 * 4 && reviews > 12 * 4 * 2 * 4 * 9 / 10)
    }
  }

  @Test func `lists are what the workspace takes`() throws {
    let files = try SampleFixtures.inFolder { folder in
      try SampleMaker.write(SampleFixtures.request([SampleFixtures.withPeers()]), to: folder)
      return try SampleFixtures.files(folder)
    }
    func text(_ path: String) throws -> String { String(decoding: try #require(files[path]), as: UTF8.self) }
    #expect(try text("made-up-01/partnership.csv") == "made-up-01,Made-up Partnership 01,E12000001\n")
    let members = try text("made-up-03/members.csv").split(separator: "\n")
    #expect(members.count == 5 && members[0] == "school,name,region,phase")
    #expect(members[1].hasPrefix("made-up-03-01,Made-up School 03-01,E12000003,"))
    #expect(try text("README.md").contains("Nothing here is real"))
    #expect(files.keys.contains { $0.hasSuffix("/made-up/2025-26/made-up-01-01-peer.yaml") })
  }

  @Test func `requests that cannot be`() throws {
    let framework = try SampleFixtures.withPeers()
    let regions = try SampleFixtures.regions()
    let wrong = [
      SampleRequest(
        seed: 1, partnerships: 0, schools: 4, years: 1, frameworks: [framework], regions: regions),
      SampleRequest(
        seed: 1, partnerships: 1, schools: 1, years: 1, frameworks: [framework], regions: regions),
      SampleRequest(
        seed: 1, partnerships: 1, schools: 4, years: 0, frameworks: [framework], regions: regions),
      SampleRequest(seed: 1, partnerships: 1, schools: 4, years: 1, frameworks: [], regions: regions),
      SampleRequest(
        seed: 1, partnerships: 1, schools: 4, years: 1, frameworks: [framework, framework], regions: regions),
      SampleRequest(seed: 1, partnerships: 1, schools: 4, years: 1, frameworks: [framework], regions: []),
    ]
    for request in wrong {
      try SampleFixtures.inFolder { folder in
        #expect(Self.failure(request, folder)?.status == .usage)
        #expect(!FileManager.default.fileExists(atPath: folder))
      }
    }
  }

  @Test func `a folder with something in it is left alone`() throws {
    let request = try SampleFixtures.request([SampleFixtures.withPeers()])
    try SampleFixtures.inFolder { folder in
      try FileWriting.makeFolder(folder)
      try FileWriting.write("mine".utf8, to: "\(folder)/mine.txt")
      #expect(Self.failure(request, folder)?.status == .cannotWrite)
      #expect(try SampleFixtures.files(folder).count == 1)
    }
  }

  static func failure(_ request: SampleRequest, _ folder: String) -> Failure? {
    do throws(Failure) {
      try SampleMaker.write(request, to: folder)
      return nil
    } catch {
      return error
    }
  }
}
