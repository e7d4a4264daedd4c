import Diagnostics
import Documents

extension Variant {
  /// The document, key by key.
  public static let shape = Shape<Variant>.record(
    "variant", "One version of a framework that extends another.", blank: Variant(),
    fields: [
      .header(.framework),
      .required("id", \.id, .slug, "A name that never changes, in lower-case letters, digits and hyphens."),
      .required(
        "version", \.version, .version, "The version of the content. Released content never changes."),
      .defaulted("status", \.status, .choice, default: .draft, "Whether this version may still change."),
      .required("title", \.title, .text, "What people call it."),
      .optional("summary", \.summary, .text, "What it is for; without it, the base's."),
      .optional("language", \.language, .locatedText, "The language of its texts; without it, the base's."),
      .list("source", \.sources, SourceDocument.shape, "Documents beside those that the base was made from."),
      .required("extends", \.base, BaseReference.shape, "The framework that it changes."),
      .list("changes", \.changes, Change.shape, "What it changes, in order."),
      .list("migrations", \.migrations, Migration.shape, "How its earlier versions became this one."),
    ])
}

/// What a file of the kind `waymark.framework` may hold: a framework that stands alone, or a variant.
public enum FrameworkDocument: Sendable, Equatable {
  case framework(Framework)
  case variant(Variant)

  /// A variant is the one that has `extends`.
  public static let shape = Shape<FrameworkDocument>(
    .either([Framework.shape.spec, Variant.shape.spec]),
    read: { node, reader in
      reader.tree.value(of: "extends", in: node) == nil
        ? Framework.shape.read(node, &reader).map { .framework($0) }
        : Variant.shape.read(node, &reader).map { .variant($0) }
    },
    write: { document in
      switch document {
      case .framework(let framework): Framework.shape.write(framework)
      case .variant(let variant): Variant.shape.write(variant)
      }
    })
}
