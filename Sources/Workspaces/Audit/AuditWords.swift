import Documents
import Frameworks
import Reviews

/// The sentences of the audit trail.
enum AuditWords {
  static func started(_ partnership: Partnership) -> String {
    "Started the workspace of \(partnership.name) (\(partnership.slug)), region \(partnership.region)."
  }

  static func added(_ member: Member) -> String { "Added the member \(member.label)." }

  static func returned(_ member: Member) -> String { "Added the member \(member.label) again." }

  static func changed(_ before: Member, to after: Member) -> String {
    var parts: [String] = []
    func note(_ what: String, _ old: String?, _ new: String?) {
      if old != new { parts.append("\(what) from “\(old ?? "none")” to “\(new ?? "none")”") }
    }
    note("name", before.name, after.name)
    note("region", before.region, after.region)
    note("phase", before.phase?.rawValue, after.phase?.rawValue)
    note("joined", before.joined?.description, after.joined?.description)
    return "Changed the member \(after.label): \(parts.joined(separator: ", "))."
  }

  static func removed(_ member: Member, reviews: Int, erasing: Bool) -> String {
    let fate =
      switch (reviews, erasing) {
      case (0, _): "It had no reviews."
      case (_, true): "Its reviews (\(reviews)) were erased for good."
      case (_, false): "Its reviews (\(reviews)) stay in the file but count nowhere from now on."
      }
    return "Removed the member \(member.label). \(fate)"
  }

  static func added(_ review: Review, of member: Member, _ period: Period, revision: Int) -> String {
    let what = "the \(review.kind.value.rawValue) review of \(member.label) for \(period)"
    let framework = "\(review.framework.id.value)@\(review.framework.version.value)"
    let verb = revision == 1 ? "Added \(what)" : "Added revision \(revision) of \(what)"
    return "\(verb), against \(framework), \(review.status.rawValue)."
  }

  static func migrated(_ review: Review, from origin: StoredReview, of member: Member, revision: Int)
    -> String
  {
    "Migrated the \(origin.kind.rawValue) review of \(member.label) for \(origin.period) from \(origin.reference) "
      + "to \(review.framework.id.value)@\(review.framework.version.value), revision \(revision), "
      + "\(review.status.rawValue)."
  }

  static func erased(_ review: StoredReview, of member: Member) -> String {
    "Erased the \(review.kind.rawValue) review of \(member.label) for \(review.period), "
      + "against \(review.reference), revision \(review.revision)."
  }

  static func given(_ consent: Consent, by member: Member, replacing: Bool) -> String {
    let until = consent.until.map { "until \($0)" } ?? "until it is withdrawn"
    return "\(member.label) consents, for \(audience(consent.audience)): \(consent.purpose.meaning), from "
      + "\(consent.from) \(until)." + (replacing ? " This replaces its earlier consent." : "")
  }

  static func withdrawn(_ consents: [Consent], by member: Member) -> String {
    let audiences = Set(consents.map(\.audience)).sorted().map(audience).joined(separator: ", ")
    return "\(member.label) withdrew its consent for \(audiences)."
  }

  static func handedOn(by member: Member, to after: [String]) -> String {
    "The consent of \(member.label) ended with its id: it goes on as \(after.joined(separator: " and "))."
  }

  static func notShared(by member: Member) -> String {
    "Ended what \(member.label) consented to and not all of the schools that it now is."
  }

  private static func audience(_ word: String) -> String {
    word == Consent.everyone ? "everybody to read" : "the audience “\(word)”"
  }

  static func fixed(_ identity: ReleaseIdentity, schools: Int) -> String {
    "Fixed \(identity.words): \(schools) members take part."
  }

  static func cancelled(_ identity: ReleaseIdentity, because member: String) -> String {
    "Cancelled \(identity.words), which was not signed yet: \(member) is part of it and no longer consents."
  }

  static func signed(_ identity: ReleaseIdentity, by publisher: String, for origin: String) -> String {
    "Signed \(identity.words) with the key of \(publisher), for the registry \(origin)."
  }

  static func contributed(_ identity: ReleaseIdentity, schools: Int) -> String {
    "Fixed \(identity.contribution): \(schools) members take part."
  }

  static func cancelledContribution(_ identity: ReleaseIdentity, because member: String) -> String {
    "Cancelled \(identity.contribution), which was not handed over yet: \(member) is part of it and no longer "
      + "consents."
  }

  static func handedOver(_ identity: ReleaseIdentity) -> String { "Handed over \(identity.contribution)." }

  static func spent(_ count: Int, _ identity: ReleaseIdentity) -> String {
    "Entered in the ledger what was told for \(identity.period) against \(identity.framework): "
      + "\(count) \(count == 1 ? "line" : "lines")."
  }

  static func noted(_ history: MemberHistory, of label: String) -> String {
    let origin = history.origin.map { " (\($0))" } ?? ""
    return "Noted of the past of \(label)\(origin): \(history.word.meaning)."
  }

  static func undone(_ entry: AuditEntry) -> String { "Took back entry \(entry.sequence): \(entry.words)" }
}
