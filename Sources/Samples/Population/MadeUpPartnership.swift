import Profiles

/// A partnership that does not exist, and says so.
struct MadeUpPartnership {
  /// Such as `made-up-07`.
  let slug: String
  let name: String
  let region: Region
  let schools: [MadeUpSchool]
  /// The region's and the partnership's share in every latent value.
  let level: Double

  /// - Parameter number: counted from 1.
  init(number: Int, size: Int?, region: Region, seed: UInt64) {
    let slug = "made-up-\(Self.padded(number))"
    self.slug = slug
    self.region = region
    name = "Made-up Partnership \(Self.padded(number))"
    var regional = SampleStream(seed: seed, "region", region.code.value)
    var own = SampleStream(seed: seed, "partnership", slug)
    level = regional.normal(VarianceModel.study.region) + own.normal(VarianceModel.study.partnership)
    schools = (1...(size ?? VarianceModel.size(&own))).map { place in
      MadeUpSchool(
        slug: "\(slug)-\(Self.padded(place))",
        name: "Made-up School \(Self.padded(number))-\(Self.padded(place))", seed: seed)
    }
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

/// A school that does not exist. Its id has letters, so it can be nobody's URN.
struct MadeUpSchool {
  /// Such as `made-up-07-03`.
  let slug: String
  let name: String
  let phase: String
  /// The school's share in every latent value.
  let level: Double

  init(slug: String, name: String, seed: UInt64) {
    (self.slug, self.name) = (slug, name)
    var stream = SampleStream(seed: seed, "school", slug)
    level = stream.normal(VarianceModel.study.school)
    phase = stream.one(of: [
      "primary", "primary", "primary", "secondary", "secondary", "all-through", "special",
    ])
  }
}
