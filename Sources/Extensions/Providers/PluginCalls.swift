import Diagnostics
import Documents
import Hooks
import Reviews
import Sealing

/// Asks one plugin, and reads what it answers as the hook declares it.
public struct PluginCalls: Sendable {
  /// Sends one call and waits for its answer.
  public typealias Send =
    @Sendable (_ method: String, _ params: PluginParams, _ files: [CallFile]) throws -> PluginAnswer

  public let stamp: PluginStamp
  private let send: Send

  public init(_ stamp: PluginStamp, send: @escaping Send) {
    self.stamp = stamp
    self.send = send
  }

  /// - Parameter file: what the request is about, where it is about a file.
  /// - Throws: `badData` where the answer is not what the hook declares; what the call itself throws.
  public func call<Request, Answer>(
    _ hook: Hook<Request, Answer>, _ request: Request, file: HookFile? = nil
  ) throws -> (answer: Answer, files: [String: [UInt8]]) {
    let files = file.map { [CallFile($0.name, $0.bytes)] } ?? []
    let sent = try send(hook.name.rawValue, .value(hook.request.json(request)), files)
    return (try read(sent.result, of: hook), sent.files)
  }

  /// The figures of many rows, without a detour.
  public func call(_ request: AggregateRequest) throws -> AggregateAnswer {
    let hook = Hooks.aggregate
    let sent = try send(hook.name.rawValue, .encoded(try request.wireText()), [])
    if let answer = AggregateAnswer(json: sent.result, rows: request.rowCount) { return answer }
    let answer = try read(sent.result, of: hook)
    throw Failure(
      .badData,
      "The plugin “\(stamp.id)” answered \(answer.figures.count) figures to \(request.rowCount) rows.",
      help:
        "Tell its authors: `figures` needs one entry a row, and so do `reasons` and `texts` where they are given."
    )
  }

  func read<Request, Answer>(
    _ result: JSONValue, of hook: Hook<Request, Answer>
  ) throws(Failure) -> Answer {
    var bag = DiagnosticBag()
    var sources = SourceMap()
    let source = SourceFile(
      path: "answer of the plugin \(stamp.reference)", bytes: Array(YAMLWriter.text(result).utf8))
    let file = sources.add(source)
    if let tree = DocumentTree(source, file, limits: Self.limits, into: &bag) {
      var reader = Reader(tree)
      let answer = hook.answer.read(tree.root, &reader)
      bag.append(reader.bag)
      if let answer, !bag.hasErrors { return answer }
    }
    throw Failure(
      .badData, "What the plugin “\(stamp.id)” answered to \(hook.name.rawValue) is not what the hook wants.",
      help: TextPrinter.print(bag, sources) + "Tell its authors; `waymark plugin test` shows it too.")
  }

  /// A message may be larger than a file that a person wrote.
  private static let limits: Limits = {
    var limits = Limits()
    limits.bytes = 256 << 20
    return limits
  }()
}
