import Diagnostics
import Documents
import Frameworks

/// One of a framework's forms, filled in.
public struct FilledForm: Sendable, Equatable {
  public var framework = FrameworkPin()
  /// Which of the framework's forms.
  public var form = Located("")
  /// Whom it is about; a form about the process itself may leave it out.
  public var subject: Subject?
  /// The criterion's path, for a form that is filled once for each criterion of a level.
  public var criterion: Located<String>?
  /// ``status`` with its place.
  public var locatedStatus = Located(Review.Status.draft)
  /// ``date`` with its place.
  public var locatedDate: Located<Day>?
  /// ``statedPeriod`` with its place.
  public var locatedPeriod: Located<Period>?
  public var answers = Answers()

  public init() {}

  public var status: Review.Status {
    get { locatedStatus.value }
    set { locatedStatus = Located(newValue) }
  }

  /// The day on which it was filled in.
  public var date: Day? {
    get { locatedDate?.value }
    set { locatedDate = newValue.map { Located($0) } }
  }

  /// The school year as written; without it, the one in which ``date`` lies.
  public var statedPeriod: Period? {
    get { locatedPeriod?.value }
    set { locatedPeriod = newValue.map { Located($0) } }
  }

  public var period: Period? { statedPeriod ?? date?.period }

  /// The same without what must not leave the school and its review team.
  public func withoutPrivate(_ form: Form) -> FilledForm {
    var copy = self
    copy.answers = answers.withoutPrivate(form.fields)
    return copy
  }
}
