import Diagnostics
import Frameworks
import Sealing

/// In what a document's pin differs from the framework at hand, for filled forms and schedules.
enum PinMismatch {
  case framework, version, digest

  init?(_ pin: FrameworkPin, _ held: Framework, _ digest: Digest) {
    if pin.id.value != held.id.value {
      self = .framework
    } else if pin.version.value != held.version.value {
      self = .version
    } else if let pinned = pin.digest, pinned != digest {
      self = .digest
    } else {
      return nil
    }
  }

  /// - Parameter noun: what the document is: "form".
  func report(
    _ noun: String, codes: (framework: DiagnosticCode, version: DiagnosticCode, digest: DiagnosticCode),
    _ pin: FrameworkPin, _ held: Framework, into bag: inout DiagnosticBag
  ) {
    let reference = "\(held.id.value)@\(held.version.value)"
    switch self {
    case .framework:
      bag.report(
        codes.framework, "This \(noun) is of “\(pin.id.value)”, but it is held against \(reference).",
        at: pin.id.range)
    case .version:
      bag.report(
        codes.version,
        "This \(noun) is of version \(pin.version.value) of “\(held.id.value)”, but it is held against version \(held.version.value).",
        at: pin.version.range)
    case .digest:
      bag.report(
        codes.digest, "This \(noun) was made with another text of \(reference) than the one here.",
        at: pin.locatedDigest?.range)
    }
  }
}
