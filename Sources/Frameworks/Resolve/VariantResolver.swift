import Diagnostics
import Documents
import Sealing

/// A chain of variants to one framework that stands alone.
///
/// The phases, and every clause of them, are in `docs/reference/resolution.md`.
struct VariantResolver {
  /// The merged document.
  let tree: DocumentTree
  let descent: Descent
  /// What the variant extends, resolved.
  let base: ResolvedFramework
  /// The change that last had to do with a scale, by the scale's id.
  let scalePlaces: [String: SourceRange]

  /// - Returns: `nil` after a report.
  init?(_ chain: VariantChain, into bag: inout DiagnosticBag) {
    guard let top = chain.links.last else { return nil }
    var edited = EditableTree()
    edited.root = edited.adopt(chain.root)
    var descent: Descent?
    var base: ResolvedFramework?
    var scalePlaces: [String: SourceRange] = [:]
    let sealed = Self.sealed(chain)
    for (index, link) in chain.links.enumerated() {
      let isTop = index == chain.links.count - 1
      var own = DiagnosticBag()
      base =
        isTop || index == sealed ? Self.base(of: link, edited.frozen(), descent, &own) : nil
      guard !own.hasErrors, let applied = Self.apply(link, to: &edited, into: &own) else {
        bag.append(isTop ? own : own.filter { $0.severity == .error })
        if !isTop { Self.reportBroken(top, &bag) }
        return nil
      }
      if isTop { bag.append(own) }
      (descent, scalePlaces) = applied
    }
    guard let descent, let base else { return nil }
    tree = edited.frozen()
    self.descent = descent
    self.base = base
    self.scalePlaces = scalePlaces
  }

  /// The uppermost variant that names a digest. A digest seals everything below it, so that no other needs to be
  /// looked at.
  private static func sealed(_ chain: VariantChain) -> Int? {
    chain.links.lastIndex { $0.variant.base.digest != nil }
  }

  /// The framework that a variant extends, whose digest is the one that the variant names; `nil` after a report.
  private static func base(
    of link: VariantChain.Link, _ tree: DocumentTree, _ descent: Descent?, _ bag: inout DiagnosticBag
  ) -> ResolvedFramework? {
    var own = DiagnosticBag()
    let framework = Document.read(tree, kind: .framework, as: Framework.shape, into: &own)
    guard let framework, !own.hasErrors else {
      bag.append(own.filter { $0.severity == .error })
      bag.report(ResolutionCodes.baseBroken, "\(link.base) has mistakes.", at: link.variant.base.range)
      return nil
    }
    // Costs as much as reading does, so that it is worked out only where somebody relies on it.
    guard let wanted = link.variant.base.digest else {
      return ResolvedFramework(framework, tree: tree, descent: descent)
    }
    let digest = try? framework.contentDigest()
    guard let digest, wanted.value == digest else {
      bag.report(
        ResolutionCodes.digest,
        "\(link.base) has the digest \(digest.map(\.description) ?? "of no JSON") here; “\(link.variant.id.value)” extends another content.",
        at: wanted.range)
      return nil
    }
    return ResolvedFramework(framework, tree: tree, digest: digest, descent: descent)
  }

  /// Header, sources, changes.
  private static func apply(
    _ link: VariantChain.Link, to edited: inout EditableTree, into bag: inout DiagnosticBag
  ) -> (Descent, [String: SourceRange])? {
    let own = edited.adopt(link.tree)
    writeHeader(own, &edited)
    var applier = ChangeApplier(edited, file: link.tree.file)
    edited = EditableTree()
    if let changes = applier.tree.value(of: "changes", in: own) {
      let contents = applier.tree.elements(changes)
      for (change, content) in zip(link.variant.changes, contents) where !applier.bag.isHopeless {
        applier.apply(change, content)
      }
    }
    bag.append(applier.bag)
    guard !applier.bag.hasErrors else { return nil }
    var identity = link.base
    identity.digest = link.variant.base.digest?.value
    let descent = applier.descent(from: identity)
    edited = applier.tree
    return (descent, applier.scalePlaces)
  }

  /// The variant's own header takes the place of the base's; its documents are added.
  private static func writeHeader(_ own: EditableTree.Node, _ edited: inout EditableTree) {
    let root = edited.root
    for key in ["status", "migrations"] { edited.remove(key, from: root) }
    let header = ["schema", "id", "version", "status", "title", "summary", "language", "migrations"]
    for entry in edited.entries(own) {
      let key = edited.string(entry.key)
      if header.contains(key) || key.hasPrefix("x-"), !edited.isNull(entry.value) {
        edited.set(key, to: entry.value, in: root)
      }
    }
    guard let added = edited.value(of: "source", in: own), !edited.elements(added).isEmpty else { return }
    let before = edited.value(of: "source", in: root).map { edited.elements($0) } ?? []
    edited.set(
      "source", to: edited.sequence(before + edited.elements(added), at: edited.range(added)), in: root)
  }

  private static func reportBroken(_ top: VariantChain.Link, _ bag: inout DiagnosticBag) {
    bag.report(
      ResolutionCodes.baseBroken, "What \(top.base) is made of has mistakes.", at: top.variant.base.range)
  }
}
