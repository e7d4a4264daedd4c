import Sealing

extension Pool {
  /// JSON Schema, draft 2020-12, of what ``payload()`` writes.
  public static var jsonSchema: JSONValue {
    [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:waymark:schema:pool:1",
      "title": "Waymark pool, opened",
      "type": "object",
      "additionalProperties": false,
      "required": .array(members.map { .string($0.0) }),
      "properties": .object(members.map { JSONValue.Member($0.0, $0.1) }),
      "$defs": [
        "digest": ["type": "string", "pattern": "^sha256:[0-9a-f]{64}$"],
        "fraction": ["type": "string", "pattern": "^[1-9][0-9]*(/[1-9][0-9]*)?$"],
        "figure": figure,
      ],
    ]
  }

  private static let members: [(String, JSONValue)] = [
    ("schema", ["const": .string(schema)]),
    ("framework", object(["id": text, "version": text, "digest": digest, "title": text])),
    ("region", ["type": "string", "pattern": "^[A-Z][0-9]{8}$"]),
    ("period", ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"]),
    ("kind", ["enum": ["self", "peer"]]),
    ("policy", object(["id": text, "digest": digest])),
    ("registries", list(object(["title": text, "origin": text]), "The two that added up.")),
    ("partnerships", whole("How many partnerships' contributions were added up.")),
    ("figures", list(["$ref": "#/$defs/figure"], "One for each criterion that passed the gates.")),
    (
      "omitted",
      list(
        object([
          "id": text, "reason": ["enum": .array(PoolOmission.Reason.allCases.map { .string($0.rawValue) })],
        ]), "Criteria without a figure; the reasons tell nothing about judgements.")
    ),
    (
      "evidence",
      object([
        "task": text,
        "shares": list(text, "Both registries' signed shares, so that anybody can add them up."),
      ])
    ),
  ]

  private static let figure: JSONValue = [
    "type": "object", "additionalProperties": false,
    "required": [
      "id", "title", "points", "n", "partnerships", "epsilon", "scale", "mean", "standardError", "interval",
    ],
    "oneOf": [["required": ["sum"]], ["required": ["counts", "countReach"]]],
    "properties": [
      "id": text, "title": text,
      "points": list(["type": "integer"], "The values of the scale's points, in its order."),
      "n": whole("The subjects behind it."), "partnerships": whole("The partnerships behind it."),
      "sum": ["type": "integer", "description": "Of all judgements, with the noise of both registries."],
      "counts": list(["type": "integer"], "Of each point, with the noise of both registries."),
      "countReach": whole("95 of 100 counts lie this close to the truth."),
      "epsilon": ["$ref": "#/$defs/fraction"], "scale": ["$ref": "#/$defs/fraction"],
      "mean": ["type": "number"], "standardError": ["type": "number"],
      "interval": [
        "type": "array", "items": ["type": "number"], "minItems": 2, "maxItems": 2,
        "description": "Holds the true mean in about 95 of 100 pools.",
      ],
    ],
  ]

  private static let text: JSONValue = ["type": "string"]
  private static let digest: JSONValue = ["$ref": "#/$defs/digest"]

  private static func whole(_ description: String) -> JSONValue {
    ["type": "integer", "minimum": 0, "description": .string(description)]
  }

  private static func list(_ items: JSONValue, _ description: String) -> JSONValue {
    ["type": "array", "items": items, "description": .string(description)]
  }

  private static func object(_ properties: [(String, JSONValue)]) -> JSONValue {
    [
      "type": "object", "additionalProperties": false,
      "required": .array(properties.map { .string($0.0) }),
      "properties": .object(properties.map { JSONValue.Member($0.0, $0.1) }),
    ]
  }

  private static func object(_ properties: KeyValuePairs<String, JSONValue>) -> JSONValue {
    object(properties.map { ($0.key, $0.value) })
  }
}
