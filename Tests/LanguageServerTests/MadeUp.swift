/// A framework that exists for tests alone.
enum MadeUp {
  static let framework = """
    schema: waymark.framework/1
    id: made-up
    version: 1.0.0
    title: Made up
    source:
      - id: notes
        title: Made-up notes
        places:
          - {id: page-one, title: Page one}
          - {id: page-two, title: "Page two: more"}
    levels:
      - {id: theme, title: Theme}
      - {id: question, title: Question}
    scales:
      depth:
        title: Depth
        points:
          - {id: not-yet, value: 0, label: Not yet}
          - {id: secure, value: 1, label: Secure}
      speed:
        points: [{id: slow, value: 1}, {id: fast, value: 2}]
    judging:
      self: {level: question, scale: depth}
      peer: none
    stems:
      - {id: how-far, text: How far}
    criteria:
      - id: our-work
        title: Our work
        criteria:
          - id: planning
            text: do we plan?
            stem: how-far
            source: {ref: notes, at: Page one}
            statements:
              - {id: plans-exist, at: secure, strand: plans, text: Plans exist.}
          - id: pace
            text: do we keep pace?
            scale: speed
      - id: our-people
        title: Our people
        criteria:
          - id: training
            text: is there training?
            stem: how-far
    overall: none
    team:
      roles:
        - {id: lead, title: Lead reviewer}
        - {id: helper, title: Helper}
    process:
      stages:
        - id: before
          title: Before
          steps:
            - {id: prepare, title: Prepare, by: [lead]}
            - id: visit
              title: Visit
              by: [lead, helper]
              window: {after: prepare, span: P1W..P2W}
    forms:
      - id: plan
        title: Plan
        purpose: plan
        fields:
          - {id: focus, title: Focus, kind: criteria, level: question}
          - id: way
            title: Way
            kind: choice
            choices: [{id: by-talk, title: Talk}, {id: by-walk, title: Walk}]
    measures:
      - {id: staff-turnover, title: Staff turnover}
    rules:
      - id: planned-first
        assert: '!j["our-work/planning"].answered || j["our-work/planning"].point != "not-yet"'
        message: Plan first.

    """

  static let variant = """
    schema: waymark.framework/1
    id: made-up-north
    version: 1.0.0
    title: Made up, in the north
    extends: {id: made-up, version: 1.0.0}
    changes:
      - {reword: our-work/planning, text: do we plan ahead?, why: It sounds better here.}
      - add: {id: weather, text: do we heed the weather?}
        to: our-work
        after: planning
        why: There is more of it.

    """

  static let review = """
    schema: waymark.review/1
    framework: {id: made-up, version: 1.0.0}
    kind: self
    subject: {id: made-up-school}
    judgements:
      our-work/planning: {point: secure, statements: [plans-exist]}
      our-people/training: {point: not-yet}

    """
}
