import Diagnostics
import Documents

/// A variant, what it extends, what that extends, and so on down to a framework that stands alone.
struct VariantChain {
  /// The framework at the bottom.
  let root: DocumentTree
  /// The variants above it, the lowest first; the last is the one that was asked for.
  let links: [Link]

  struct Link {
    let variant: Variant
    let tree: DocumentTree
    /// What it extends, without a digest.
    let base: FrameworkIdentity
  }

  /// So many variants may stand one on the other.
  static let longest = 32

  /// Whether a document says that it extends another.
  static func isVariant(_ tree: DocumentTree) -> Bool { tree.value(of: "extends", in: tree.root) != nil }

  /// - Returns: `nil` after a report.
  init?(
    _ tree: DocumentTree, in sources: inout SourceMap, bases: any FrameworkBases, limits: Limits,
    into bag: inout DiagnosticBag
  ) {
    var links: [Link] = []
    var seen: Set<FrameworkIdentity> = []
    var tree = tree
    while Self.isVariant(tree) {
      var own = DiagnosticBag()
      let variant = Document.read(tree, kind: .framework, as: Variant.shape, into: &own)
      // What a base is warned of is not this author's to mend.
      bag.append(links.isEmpty ? own : own.filter { $0.severity == .error })
      guard let variant, !own.hasErrors else {
        Self.reportBroken(links, &bag)
        return nil
      }
      let base = FrameworkIdentity(id: variant.base.id.value, version: variant.base.version.value)
      seen.insert(FrameworkIdentity(id: variant.id.value, version: variant.version.value))
      links.append(Link(variant: variant, tree: tree, base: base))
      if variant.status == .released, variant.base.digest == nil, links.count == 1 {
        bag.report(
          ResolutionCodes.noDigest, "“\(variant.id.value)” is released and names \(base) without its digest.",
          at: variant.base.range)
      }
      guard !Self.isEndless(links, seen, &bag),
        let next = Self.load(base, for: variant, &sources, bases, limits, &bag)
      else {
        Self.reportBroken(links.dropLast(), &bag)
        return nil
      }
      tree = next
    }
    root = tree
    self.links = links.reversed()
  }

  private static func isEndless(
    _ links: [Link], _ seen: Set<FrameworkIdentity>, _ bag: inout DiagnosticBag
  ) -> Bool {
    guard let last = links.last, let top = links.first else { return false }
    if seen.contains(last.base) {
      bag.report(
        ResolutionCodes.cycle,
        links.count == 1
          ? "\(last.base) extends itself."
          : "This leads back to \(last.base): \(links.map { "\($0.variant.id.value)@\($0.variant.version.value)" }.joined(separator: " extends ")).",
        at: top.variant.base.id.range)
      return true
    }
    guard links.count > longest else { return false }
    bag.report(
      ResolutionCodes.chain, "More than \(longest) variants stand one on the other here.",
      at: top.variant.base.range)
    return true
  }

  private static func load(
    _ base: FrameworkIdentity, for variant: Variant, _ sources: inout SourceMap, _ bases: any FrameworkBases,
    _ limits: Limits, _ bag: inout DiagnosticBag
  ) -> DocumentTree? {
    let source: SourceFile?
    do throws(Failure) {
      source = try bases.source(id: base.id, version: base.version)
    } catch {
      bag.report(
        ResolutionCodes.baseMissing, "\(base) cannot be read: \(error.message)", help: error.help,
        at: variant.base.range)
      return nil
    }
    guard let source else {
      reportMissing(base, for: variant, bases, &bag)
      return nil
    }
    var own = DiagnosticBag()
    let tree = DocumentTree(source, sources.add(source), limits: limits, into: &own)
    bag.append(own.filter { $0.severity == .error })
    guard let tree else {
      bag.report(ResolutionCodes.baseBroken, "\(base) cannot be read.", at: variant.base.range)
      return nil
    }
    let (id, version) = (text(of: "id", tree), text(of: "version", tree))
    guard id == base.id, SemanticVersion(version) == base.version else {
      bag.report(
        ResolutionCodes.baseMissing,
        "The file that was found for \(base) holds “\(id)” in version “\(version)”: \(source.path)",
        at: variant.base.range)
      return nil
    }
    return tree
  }

  private static func text(of key: String, _ tree: DocumentTree) -> String {
    tree.value(of: key, in: tree.root).flatMap { tree.visibleText($0) } ?? ""
  }

  private static func reportMissing(
    _ base: FrameworkIdentity, for variant: Variant, _ bases: any FrameworkBases, _ bag: inout DiagnosticBag
  ) {
    let versions = bases.versions(id: base.id)
    guard versions.isEmpty else {
      bag.report(
        ResolutionCodes.baseMissing, "There is no version \(base.version) of “\(base.id)”.",
        help: "There is: \(versions.map { "\(base.id)@\($0)" }.joined(separator: ", ")).",
        at: variant.base.version.range)
      return
    }
    bag.report(
      ResolutionCodes.baseMissing, "There is no framework “\(base.id)”.",
      help: NearestName.of(base.id, among: bases.ids()).map { "Did you mean “\($0)”?" } ?? "",
      at: variant.base.id.range)
  }

  /// What is wrong below stands in another file; the one that was asked for is told of it.
  private static func reportBroken(_ links: some Collection<Link>, _ bag: inout DiagnosticBag) {
    guard let top = links.first else { return }
    bag.report(
      ResolutionCodes.baseBroken,
      links.count == 1
        ? "\(top.base) has mistakes." : "What \(top.base) extends, directly or not, has mistakes.",
      at: top.variant.base.range)
  }
}
