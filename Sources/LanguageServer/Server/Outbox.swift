import Foundation
import Sealing
import Synchronization

/// Sends messages, each whole and at once, from whichever thread.
final class Outbox: Sendable {
  private let descriptor: Int32
  /// Whether nobody reads any more.
  private let isClosed = Mutex(false)

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  func send(_ message: JSONValue) {
    let bytes = OutgoingMessage.framed(message)
    isClosed.withLock { isClosed in
      var sent = 0
      while sent < bytes.count, !isClosed {
        let count = bytes.withUnsafeBytes {
          write(descriptor, $0.baseAddress.map { $0 + sent }, bytes.count - sent)
        }
        if count < 0, errno == EINTR { continue }
        if count < 0 { isClosed = true } else { sent += count }
      }
    }
  }
}
