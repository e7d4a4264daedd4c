import Diagnostics
import Documents
import Frameworks
import Sealing

/// A check of what the form of a schedule cannot tell. One check a file; its doc comment is its page in the reference,
/// its codes stand at the foot of the file.
public protocol ScheduleCheck: Sendable {
  /// What it may report.
  static var codes: [DiagnosticCode] { get }

  /// Looks at the whole schedule.
  static func check(_ schedule: Schedule, in context: ScheduleContext, into bag: inout DiagnosticBag)
}

/// What a schedule is held against.
public struct ScheduleContext: Sendable {
  public let framework: ResolvedFramework
  /// Of the framework's resolved content.
  public let digest: Digest
  /// The partnership's members, where they are known: then a school without a review is missed.
  public let members: [ScheduledSchool]

  public init(framework: ResolvedFramework, digest: Digest, members: [ScheduledSchool] = []) {
    self.framework = framework
    self.digest = digest
    self.members = members
  }

  var process: ReviewProcess { framework.framework.process }

  /// As a person names it: `spp@2.0.0`.
  var reference: String { "\(framework.framework.id.value)@\(framework.framework.version.value)" }
}

/// Every check of a schedule but the framework's own rules, in the order in which they run.
public enum ScheduleChecks {
  public static let all: [any ScheduleCheck.Type] = [
    SchedulePin.self, ScheduleNumbers.self, UnknownSteps.self, ScheduleRoles.self, ReversedDates.self,
    UndatedSteps.self, StepWindows.self, StepLengths.self, StepOrder.self, SchoolYearDates.self,
    DoubleBookings.self, ScheduleCadences.self,
  ]

  /// For the page of diagnostics. Facts have the codes of reviews.
  public static var codes: [DiagnosticCode] { all.flatMap { $0.codes } }

  /// A schedule of another framework or version is told so and looked at no further.
  ///
  /// - Parameter schedule: fields that could not be read are empty and are passed over: they were reported.
  public static func run(_ schedule: Schedule, in context: ScheduleContext, into bag: inout DiagnosticBag) {
    let mismatch = PinMismatch(schedule.framework, context.framework.framework, context.digest)
    guard mismatch == nil || mismatch == .digest else {
      SchedulePin.check(schedule, in: context, into: &bag)
      return
    }
    for check in all { check.check(schedule, in: context, into: &bag) }
  }
}

extension DiagnosticBag {
  /// Reports what departs from a framework: an error where it says must, a warning where it says should.
  mutating func report(
    _ strength: Strength, must: DiagnosticCode, should: DiagnosticCode, _ message: String, help: String = "",
    at range: SourceRange?
  ) {
    switch strength {
    case .must: report(must, message, help: help, at: range)
    case .should: report(should, message, help: help, at: range)
    case .may: break
    }
  }
}
