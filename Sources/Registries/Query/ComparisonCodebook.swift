/// A column of a comparison as a table.
public struct ComparisonColumn: Sendable, Equatable {
  public let name: String
  public let kind: Kind
  /// With its unit; for the codebook.
  public let meaning: String

  public enum Kind: Sendable {
    case text, whole, number
  }

  init(_ name: String, _ kind: Kind, _ meaning: String) {
    (self.name, self.kind, self.meaning) = (name, kind, meaning)
  }
}

extension ComparisonAnswer {
  /// The columns of a comparison as a table, with what each means.
  public static let columns: [ComparisonColumn] = framed + placed + measured + changed + cited

  private static let framed: [ComparisonColumn] = [
    .init("framework", .text, "The framework's id."),
    .init("framework_version", .text, "Its versions behind the row, parted by spaces."),
    .init("framework_digest", .text, "The digests of their content, in the same order."),
    .init("kind", .text, "Whose judgements: self or peer."),
    .init("period", .text, "The school year, such as 2025-26."),
    .init("unit", .text, "What the figure is about: criterion or section."),
    .init("figure", .text, "The criterion's path, or the section's id."),
    .init("figure_title", .text, "What people call it."),
    .init("scale_lowest", .whole, "The value of the scale's lowest point."),
    .init("scale_highest", .whole, "The value of the scale's highest point."),
  ]

  private static let placed: [ComparisonColumn] = [
    .init("by", .text, "What is compared: region or partnership."),
    .init(
      "place", .text, "The region's code or the partnership's slug; of several regions together, their codes."
    ),
    .init("place_name", .text, "What people call the place."),
    .init("region", .text, "The code of the region that it lies in (Office for National Statistics)."),
    .init("region_name", .text, "The region's name."),
    .init("partnerships", .whole, "How many partnerships are behind the row."),
    .init("n", .whole, "How many subjects were judged."),
  ]

  private static let measured: [ComparisonColumn] = [
    .init("mean", .number, "The mean in the scale's own values, noise included."),
    .init("standard_error", .number, "The standard error of the mean that the noise gives it."),
    .init("interval_low", .number, "The lower end of the 95 % interval."),
    .init("interval_high", .number, "The upper end of the 95 % interval."),
    .init("difference_from_rest", .number, "The mean less the mean of all other places together."),
    .init("difference_standard_error", .number, "The standard error of that difference."),
    .init("difference_low", .number, "The lower end of its 95 % interval."),
    .init("difference_high", .number, "The upper end of its 95 % interval."),
    .init("difference", .text, "What may be said of the difference, in a word."),
  ]

  private static let changed: [ComparisonColumn] = [
    .init("change_since", .text, "The earlier school year that the change is counted from."),
    .init("change", .number, "The mean less the mean of that year."),
    .init("change_low", .number, "The lower end of its 95 % interval."),
    .init("change_high", .number, "The upper end of its 95 % interval."),
    .init("change_verdict", .text, "What may be said of the change, in a word."),
    .init("change_break", .text, "Why there is no change to tell: the framework changed in between."),
  ]

  private static let cited: [ComparisonColumn] = [
    .init("caution", .text, "What a reader must bear in mind, parted by spaces."),
    .init("policy", .text, "The disclosure policies that the sheets were made under, parted by spaces."),
    .init("policy_digest", .text, "Their digests, in the same order."),
    .init("registry", .text, "The registry that answered, by the origin of its log."),
    .init("log_size", .whole, "The size of its log at the answer, in entries."),
    .init("log_root", .text, "The root of its log at that size."),
    .init(
      "sheets_left_out", .whole,
      "How many sheets hold figures without noise of a known size, which stand in no row."),
    .init(
      "source", .text,
      "Where the row was read: sheets (the partnerships that published), or pool (all that contributed to a region's pool; "
        + "of several regions, their pools added up)."),
  ]
}
