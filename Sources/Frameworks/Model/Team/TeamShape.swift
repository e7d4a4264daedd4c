import Diagnostics
import Documents

extension Team {
  static let shape = Shape<Team>.record(
    "team", "Who does what in a review.", blank: Team(),
    fields: [
      .list("roles", \.roles, Role.shape, "The parts that people take."),
      .list("sizes", \.sizes, TeamSize.shape, "How many people take some roles together."),
      .list("exclusions", \.exclusions, Exclusion.shape, "What somebody in a role is not at the same time."),
      .locked(\.isLocked),
    ])
}

extension Role {
  static let shape = Shape<Role>.record(
    "role", "A part that people take in a review or in the partnership.", blank: Role(),
    fields: [
      .required("id", \.id, .slug, "Its name."),
      .required("title", \.title, .text, "What people call it."),
      .optional("text", \.text, .text, "Who may take it, and what it is about."),
      .list("duties", \.duties, Prompt.shape, "What those who take it do."),
      .defaulted(
        "onTeam", \.isOnTeam, .boolean, default: false, "Whether those who take it belong to the review team."
      ),
      .optional("atLeast", \.atLeast, .integer(0...1000), "At least so many a review."),
      .optional("atMost", \.atMost, .integer(0...1000), "At most so many a review."),
      .defaulted("strength", \.strength, .choice, default: .must, "How binding the numbers are."),
      .optional("message", \.message, .text, "What a person reads where the number is another."),
      .optional("assumed", \.assumed, .text, "Why, where the source is silent."),
      .optional("source", \.source, SourceReference.shape, "Where it comes from."),
      .locked(\.isLocked),
    ])
}

extension TeamSize {
  static let shape = Shape<TeamSize>.record(
    "team size", "How many people take some roles together.", blank: TeamSize(),
    fields: [
      .list("of", \.of, .slug, minimum: 1, "The roles that are counted together."),
      .optional("atLeast", \.atLeast, .integer(0...1000), "At least so many people."),
      .optional("atMost", \.atMost, .integer(0...1000), "At most so many people."),
      .defaulted("strength", \.strength, .choice, default: .must, "How binding it is."),
      .optional("message", \.message, .text, "What a person reads where the number is another."),
      .optional("assumed", \.assumed, .text, "Why, where the source is silent."),
      .optional("source", \.source, SourceReference.shape, "Where it comes from."),
    ])
}

extension Exclusion {
  static let shape = Shape<Exclusion>.record(
    "exclusion", "What somebody in a role is not at the same time.", blank: Exclusion(),
    fields: [
      .required("role", \.role, .slug, "The role."),
      .list("not", \.not, .slug, "Roles that nobody in it takes as well."),
      .defaulted(
        "fromElsewhere", \.isFromElsewhere, .boolean, default: false,
        "Nobody in it belongs to the school that is reviewed."),
      .defaulted("within", \.within, .choice, default: .review, "Where the roles may not meet."),
      .defaulted("strength", \.strength, .choice, default: .must, "How binding it is."),
      .optional("message", \.message, .text, "What a person reads where somebody is both."),
      .optional("assumed", \.assumed, .text, "Why, where the source is silent."),
      .optional("source", \.source, SourceReference.shape, "Where it comes from."),
    ])
}

extension Fact {
  static let shape = Shape<Fact>.record(
    "fact", "Something that rules need to know of the subject, or of those who review.", blank: Fact(),
    fields: [
      .required("id", \.id, .slug, "Its name. In rules, hyphens become underscores."),
      .required("title", \.title, .text, "What people call it."),
      .defaulted("of", \.of, .choice, default: .subject, "Whose fact it is."),
      .defaulted("kind", \.kind, .choice, default: .yesNo, "What may be said."),
      .list("choices", \.choices, AnswerOption.shape, "For `choice`: what may be said."),
      .optional("source", \.source, SourceReference.shape, "Where it comes from."),
    ])
}

extension AnswerOption {
  static let shape = Shape<AnswerOption>.record(
    "option", "One of several answers.", blank: AnswerOption(),
    fields: [
      .required("id", \.id, .slug, "Its name."),
      .required("title", \.title, .text, "What people read."),
    ])
}
