/// A partnership's two lists, as the workspace commands take them.
enum MemberLists {
  /// One line: slug, name, region.
  static func partnership(_ partnership: MadeUpPartnership) -> String {
    "\(partnership.slug),\(partnership.name),\(partnership.region.code.value)\n"
  }

  /// A head line, then one line a school. No value holds a comma or a quote.
  static func members(_ partnership: MadeUpPartnership) -> String {
    partnership.schools.reduce(into: "school,name,region,phase\n") { text, school in
      text += "\(school.slug),\(school.name),\(partnership.region.code.value),\(school.phase)\n"
    }
  }
}
