import Diagnostics
import Hooks
import Sealing

/// Whether an answer is what its hook declares.
enum AnswerCheck {
  /// - Throws: `badData` where it is not, with the place.
  static func check(_ answer: PluginAnswer, of hook: HookName, from plugin: InstalledPlugin) throws(Failure) {
    let calls = PluginCalls(plugin.stamp()) { _, _, _ in answer }
    func read<Request, Answer>(_ hook: Hook<Request, Answer>) throws(Failure) {
      _ = try calls.read(answer.result, of: hook)
    }
    switch hook {
    case .frameworkImport: try read(Hooks.frameworkImport)
    case .frameworkExport: try read(Hooks.frameworkExport)
    case .reviewImport: try read(Hooks.reviewImport)
    case .reviewExport: try read(Hooks.reviewExport)
    case .aggregate: try read(Hooks.aggregate)
    case .check: try read(Hooks.check)
    case .reportRender: try read(Hooks.reportRender)
    case .answerExport: try read(Hooks.answerExport)
    case .trendAnalyse: try read(Hooks.trendAnalyse)
    }
  }
}
