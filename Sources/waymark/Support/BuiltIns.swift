import Diagnostics
import Extensions
import Frameworks
import Hooks
import Interchange
import Registries
import Reporting
import Reviews
import Rubrics

extension HookCatalogue {
  /// Waymark's own parts, by the hooks that plugins answer too.
  static let builtIn: HookCatalogue = {
    var catalogue = HookCatalogue()
    catalogue.frameworkExport.add([
      .text("yaml", "A framework file that needs no other") {
        StandaloneFramework.yaml($0.framework.framework)
      },
      .text("json", "The framework's outline for other programs") {
        $0.framework.outline().prettyText() + "\n"
      },
      .text("html", "A page to read and print") {
        try FrameworkPageHTML.page(try Rubric($0.framework.framework))
      },
    ])
    catalogue.reviewExport.add([
      .perReview("yaml", "A review file") { review, _ in ReviewWriter.yaml(review) },
      .perReview("csv", "A table for a spreadsheet") { review, framework in
        ReviewCSV.write(review, framework: framework.framework, digest: framework.digest)
      },
    ])
    catalogue.check.add([
      HookProvider("waymark", title: "Waymark's own checks") { request in
        var bag = DiagnosticBag()
        FrameworkChecks.run(on: request.framework.framework, into: &bag)
        var answer = CheckAnswer()
        answer.mistakes = bag.items.map {
          HookMistake($0.message, severity: $0.severity == .error ? .error : .warning, help: $0.help)
        }
        return answer
      }
    ])
    catalogue.reportRender.add([
      .report("text", "For the screen") { ReviewReportText.text($0) },
      .report("json", "For other programs") { $0.json().prettyText() + "\n" },
      .report("html", "A page to read and print") { try ReviewReportHTML.page($0) },
    ])
    catalogue.answerExport.add([
      .answer("text", "For the screen") { ComparisonText.text($0) },
      .answer("json", "For other programs") { $0.json().prettyText() + "\n" },
      .answer("csv", "A table, one row a figure") { ComparisonCSV.text($0) },
      .answer("html", "A page to read and print") { try ComparisonPageHTML.page($0) },
    ])
    return catalogue
  }()
}

extension HookProvider where Request == FrameworkExportRequest, Answer == FilesAnswer {
  fileprivate static func text(
    _ key: String, _ title: String, _ text: @escaping @Sendable (Request) throws -> String
  ) -> Self {
    HookProvider(key, title: title, fileExtension: key) { request in
      let own = request.framework.framework.framework
      return FilesAnswer([
        HookFile("\(own.id.value)-\(own.version.value).\(key)", Array(try text(request).utf8))
      ])
    }
  }
}

extension HookProvider where Request == ReviewExportRequest, Answer == FilesAnswer {
  fileprivate static func perReview(
    _ key: String, _ title: String, _ text: @escaping @Sendable (Review, HookFramework) throws -> String
  ) -> Self {
    HookProvider(key, title: title, fileExtension: key) { request in
      FilesAnswer(
        try request.reviews.map { review in
          let name = "\(review.subject.id.value)-\(review.kind.value.rawValue).\(key)"
          return HookFile(name, Array(try text(review, request.framework).utf8))
        })
    }
  }
}

extension HookProvider where Request == ReportRequest, Answer == FilesAnswer {
  fileprivate static func report(
    _ key: String, _ title: String, _ text: @escaping @Sendable (ReviewReport) throws -> String
  ) -> Self {
    HookProvider(key, title: title, fileExtension: key) { request in
      guard let report = request.value as? ReviewReport else {
        throw Failure(.usage, "“\(key)” cannot show a report of this kind.")
      }
      return FilesAnswer([HookFile("report.\(key)", Array(try text(report).utf8))])
    }
  }
}

extension HookProvider where Request == AnswerRequest, Answer == FilesAnswer {
  fileprivate static func answer(
    _ key: String, _ title: String, _ text: @escaping @Sendable (ComparisonAnswer) throws -> String
  ) -> Self {
    HookProvider(key, title: title, fileExtension: key) { request in
      guard let answer = request.value as? ComparisonAnswer else {
        throw Failure(.usage, "“\(key)” cannot show an answer of this kind.")
      }
      return FilesAnswer([HookFile("answer.\(key)", Array(try text(answer).utf8))])
    }
  }
}
