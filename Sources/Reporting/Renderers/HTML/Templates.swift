import Diagnostics
import Mustache

/// The templates of all pages, embedded in the program and read once.
enum Templates {
  private static let sources: [(name: String, bytes: [UInt8])] = [
    ("page", PackageResources.page_mustache),
    ("comparison", PackageResources.comparison_mustache),
    ("audit", PackageResources.audit_mustache),
    ("local", PackageResources.local_mustache),
    ("sheet", PackageResources.sheet_mustache),
    ("workspace", PackageResources.workspace_mustache),
    ("workspace-figure", PackageResources.workspace_figure_mustache),
    ("review", PackageResources.review_mustache),
    ("review-part", PackageResources.review_part_mustache),
    ("comparability", PackageResources.comparability_mustache),
    ("framework", PackageResources.framework_mustache),
    ("framework-live", PackageResources.framework_live_mustache),
    ("framework-remarks", PackageResources.framework_remarks_mustache),
    ("framework-remark", PackageResources.framework_remark_mustache),
    ("framework-criterion", PackageResources.framework_criterion_mustache),
    ("framework-asks", PackageResources.framework_asks_mustache),
    ("framework-marks", PackageResources.framework_marks_mustache),
    ("framework-box", PackageResources.framework_box_mustache),
    ("framework-form", PackageResources.framework_form_mustache),
    ("framework-team", PackageResources.framework_team_mustache),
    ("framework-process", PackageResources.framework_process_mustache),
    ("framework-rules", PackageResources.framework_rules_mustache),
    ("framework-measures", PackageResources.framework_measures_mustache),
    ("framework-watch", PackageResources.framework_watch_mustache),
    ("framework-tools", PackageResources.framework_tools_mustache),
    ("framework-entries", PackageResources.framework_entries_mustache),
    ("framework-note", PackageResources.framework_note_mustache),
    ("framework-conditions", PackageResources.framework_conditions_mustache),
    ("framework-diff", PackageResources.framework_diff_mustache),
    ("paper", PackageResources.paper_mustache),
    ("paper-field", PackageResources.paper_field_mustache),
    ("paper-marks", PackageResources.paper_marks_mustache),
  ]

  private static let library: Result<MustacheLibrary, Failure> = {
    var library = MustacheLibrary()
    for source in sources {
      do {
        try library.register(String(decoding: source.bytes, as: UTF8.self), named: source.name)
      } catch {
        return .failure(broken("The page template “\(source.name)” cannot be read: \(error)."))
      }
    }
    return .success(library)
  }()

  /// A page as HTML, in one file.
  ///
  /// - Throws: `unavailable` where this build's templates are broken.
  static func page<Body: Sendable>(_ name: String, _ page: Page<Body>) throws(Failure) -> String {
    guard let html = try library.get().render(page, withTemplate: name) else {
      throw broken("There is no page template “\(name)”.")
    }
    return page.marks?.mark(html) ?? html
  }

  private static func broken(_ message: String) -> Failure {
    Failure(.unavailable, message, help: "This is a fault of this build of Waymark. Please report it.")
  }
}
