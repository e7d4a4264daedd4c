import Profiles
import Rubrics
import Sealing

/// All that a preview says for other programs. It names schools, so it says itself that it is not for publication;
/// the bytes that leave stand in it as one text.
public enum PreviewJSON {
  public static let schema = "waymark.preview/1"

  public static func json(
    _ sheet: Sheet, rubric: Rubric, payload: [UInt8], regions: RegionList = RegionList(),
    inside: PreviewInside
  ) -> JSONValue {
    let words = SheetWords(sheet, rubric, payload, regions)
    return [
      "schema": .string(schema),
      "mark": .string(LocalProfile.mark),
      "payload": .string(String(decoding: payload, as: UTF8.self)),
      "digest": .string(Digest(of: payload).description),
      "meanings": .array(
        sheet.figures.map { ["id": .string($0.id), "words": .string(words.meaning($0))] }),
      "leftOutFigures": .array(
        sheet.omitted.map { ["id": .string($0.id), "words": .string(words.reason($0.reason))] }),
      "counted": .array(inside.counted.map { .string($0) }),
      "leftOut": .array(inside.leftOut.map { .string($0) }),
      "stays": .array(PreviewInside.stays.map { .string($0) }),
      "notices": .array(SheetNotices.of(sheet).map { .string($0) }),
    ]
  }
}
