import Diagnostics
import Documents
import Frameworks
import Profiles
import Rubrics
import Sealing

/// What a payload says, read with all the checks that need nothing but the payload.
enum PublicationContent {
  case framework(Framework, digest: Digest, FrameworkOutline)
  case sheet(Sheet)

  /// - Throws: `badData`; for a framework with its diagnostics.
  init(_ opened: OpenedPublication) throws(Failure) {
    try self.init(opened.kind, payload: opened.payload)
  }

  init(_ kind: PublicationKind, payload: [UInt8]) throws(Failure) {
    switch kind {
    case .framework: self = try Self.framework(payload)
    case .sheet: self = .sheet(try Sheet(payload: payload))
    }
  }

  /// In a few words, for lists and receipts.
  var subject: String {
    switch self {
    case .framework(let framework, _, _): "\(framework.id.value)@\(framework.version.value)"
    case .sheet(let sheet):
      ([sheet.partnership, sheet.framework.reference, sheet.period.description, sheet.kind.rawValue]
        + Self.techniques(sheet)).joined(separator: ", ")
    }
  }

  /// How its figures are protected, where that is not by noise: such a sheet stands in no comparison.
  private static func techniques(_ sheet: Sheet) -> [String] {
    let used = Set(sheet.figures.map(\.technique))
    return used == [.noisyMean] ? [] : Technique.allCases.filter(used.contains).map(\.rawValue)
  }

  /// The rows that a store keeps of it, whatever the store held before.
  func rows(entry: UInt64) -> DerivedRows {
    switch self {
    case .framework(let framework, let digest, let outline):
      .framework(
        HeldFramework(
          id: framework.id.value, version: framework.version.value, digest: digest, outline: outline,
          entry: entry))
    case .sheet(let sheet): DerivedRows(sheet, entry: entry)
    }
  }

  /// The rows to keep, once nothing that the store holds speaks against it.
  ///
  /// - Throws: `refused`.
  func admitted(
    by publisher: AdmittedPublisher, at entry: UInt64, in store: any RegistryReading
  ) throws -> DerivedRows {
    let rows = rows(entry: entry)
    if case .framework(let framework, _, _) = self { try FrameworkRules.checkStatus(framework) }
    if case .framework(let held) = rows { try FrameworkRules.check(held, by: publisher, in: store) }
    if case .sheet(let sheet) = self, case .sheet(let held, _, _) = rows {
      try SheetRules.check(sheet, held, by: publisher, in: store)
    }
    return rows
  }

  private static func framework(_ payload: [UInt8]) throws(Failure) -> PublicationContent {
    var map = SourceMap()
    var bag = DiagnosticBag()
    let source = SourceFile(path: "the published framework", bytes: payload)
    guard let resolved = FrameworkReader.read(source, map.add(source), into: &bag) else {
      throw FrameworkRules.unchecked(bag, map)
    }
    let rubric = try Rubric(resolved)
    return .framework(resolved.framework, digest: rubric.digest, FrameworkOutline(rubric))
  }
}

/// What a store keeps of one publication, and what it adds to the roll-ups.
enum DerivedRows: Equatable {
  case framework(HeldFramework)
  /// The figures that can be compared, and how many more the sheet has.
  case sheet(HeldSheet, [FigureRow], leftOut: Int)

  init(_ sheet: Sheet, entry: UInt64) {
    let scope = ReleaseScope(
      framework: sheet.framework.id, major: sheet.framework.version.major, kind: sheet.kind,
      period: sheet.period)
    let held = HeldSheet(
      scope: scope, partnership: sheet.partnership, region: sheet.region,
      basis: SheetBasis(
        version: sheet.framework.version, framework: sheet.framework.digest, policyID: sheet.policy.id,
        policy: sheet.policy.digest),
      subjects: sheet.subjects, entry: entry)
    let figures = sheet.figures.compactMap { figure in
      Estimate(figure).map { estimate in
        FigureRow(
          scope: scope,
          key: FigureKey(
            unit: sheet.unit, id: figure.id, lowest: figure.points.lowerBound,
            highest: figure.points.upperBound
          ),
          partnership: sheet.partnership, region: sheet.region, estimate: estimate)
      }
    }
    self = .sheet(held, figures, leftOut: sheet.figures.count - figures.count)
  }

  /// Writes the rows and brings the roll-ups up to date.
  func add(to store: any RegistryWriting) throws {
    switch self {
    case .framework(let framework): try store.add(framework)
    case .sheet(let sheet, let figures, let leftOut):
      try store.add(sheet, figures: figures)
      let held = try store.bases(framework: sheet.scope.framework)
      var count =
        held.first { $0.scope == sheet.scope && $0.basis == sheet.basis }
        ?? BasisCount(scope: sheet.scope, basis: sheet.basis, sheets: 0)
      count.add(compared: figures.count, leftOut: leftOut)
      try store.put(count)
      for figure in figures {
        var total =
          try store.regionTotal(in: figure.scope, key: figure.key, region: figure.region)
          ?? RegionTotal(scope: figure.scope, key: figure.key, region: figure.region, estimate: .empty)
        total.estimate = total.estimate + figure.estimate
        try store.put(total)
      }
    }
  }
}
