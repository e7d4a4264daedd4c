import Diagnostics
import Documents
import Foundation
import Frameworks
import Sealing

/// The Language Server Protocol 3.17 for frameworks and the documents that are held against them, over the readers and
/// checks that the command line uses.
public enum LanguageServer {
  /// What the program that starts the server knows.
  public struct Settings: Sendable {
    /// Where frameworks are looked for beside the folders that are open in the editor.
    public var library: FrameworkLibrary
    /// As the program says it of itself.
    public var version: String
    public var today: @Sendable () -> Day

    /// - Parameter library: its folders may be named from the current folder; clients want whole paths.
    public init(library: FrameworkLibrary, version: String, today: @escaping @Sendable () -> Day) {
      self.library = FrameworkLibrary(
        folders: library.folders.map { URL(fileURLWithPath: $0).standardized.path })
      self.version = version
      self.today = today
    }
  }

  /// What it says beside the checks of the documents themselves.
  public static let codes = [DocumentChecker.missing, DocumentChecker.broken]

  /// Serves one client until it says goodbye or goes away.
  ///
  /// - Parameters:
  ///   - input: where messages come from, a file descriptor.
  ///   - output: where messages go to; nothing else may be written there.
  /// - Returns: whether the client said goodbye properly: `shutdown`, then `exit`.
  public static func run(_ settings: Settings, input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO)
    -> Bool
  {
    let inbox = Inbox()
    let outbox = Outbox(output)
    let checks = CheckQueue()
    start { read(input, into: inbox) }
    start {
      var checker = DocumentChecker(today: settings.today)
      while let job = checks.next() {
        guard checks.isCurrent(job) else { continue }
        let found = checker.check(job)
        checks.ifCurrent(job) { outbox.send(found) }
      }
    }
    defer { checks.stop() }
    var session = Session(settings, outbox: outbox, checks: checks)
    while true {
      switch inbox.take() {
      case .end: return false
      case .refused(let why):
        outbox.send(OutgoingMessage.response(.null, .failure(ResponseError(.parseError, why))))
      case .message(let message, let isCancelled):
        if let goodbye = session.handle(message, isCancelled: isCancelled) { return goodbye }
      }
    }
  }

  /// Deep documents are read with deep calls: more room for them than threads usually have.
  private static func start(_ body: @escaping @Sendable () -> Void) {
    let thread = Thread(block: body)
    thread.stackSize = 16 << 20
    thread.start()
  }

  private static func read(_ descriptor: Int32, into inbox: Inbox) {
    var framing = MessageFraming()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Foundation.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return inbox.close() }
      framing.append(buffer[..<count])
      while let event = framing.next() { inbox.put(event) }
    }
  }
}
