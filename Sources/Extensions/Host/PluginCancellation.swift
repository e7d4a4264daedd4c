import Foundation

/// Lets another thread end a call: the plugin is asked first, and ended if it does not heed.
public final class PluginCancellation: Sendable {
  private let ends = Descriptor.pipe()

  public init() {}

  /// Cancels the call that it was given to, now or when it begins.
  public func cancel() {
    guard let ends else { return }
    let byte: [UInt8] = [1]
    _ = BrokenPipe.ignored { write(ends.writing.number, byte, 1) }
  }

  /// Readable once it is cancelled; the byte is never taken, so that it stays so.
  var descriptor: Int32 { ends?.reading.number ?? -1 }
}
