// Generated. Do not edit: change the schema and generate again.

import * as json from "./json-checks.js";

export interface Root {
  readonly pair?: readonly [string, number];
  readonly open?: readonly [string, (boolean | null)?, Point?, ...number[]];
  readonly distinct?: readonly [number, number, ...unknown[]] | null;
  readonly rows?: readonly (readonly ["row", readonly string[]])[];
  readonly map?: { readonly [key: string]: readonly string[] };
}

export interface Point {
  readonly x: number;
}

/** Reads a text. Throws a SyntaxError or a JsonError if it is something else. */
export function parseRoot(text: string): Root {
  return json.parse(text, checkRoot);
}

export function formatRoot(value: Root): string {
  return json.format(value);
}

export function isRoot(value: unknown): value is Root {
  return checkRoot(value) === undefined;
}

const checkPoint: json.Check = json.object({
  required: { x: json.integer() },
  rest: json.never,
});

const checkRoot: json.Check = json.object({
  optional: {
    pair: json.array({
      prefix: [json.string(), json.integer()],
      items: json.never,
      min: 2,
    }),
    open: json.array({
      prefix: [json.string(), json.nullable(json.boolean), checkPoint],
      items: json.integer(),
      min: 1,
      max: 5,
    }),
    distinct: json.nullable(
      json.array({
        prefix: [json.number(), json.number()],
        min: 2,
        unique: true,
      }),
    ),
    rows: json.array({
      items: json.array({
        prefix: [json.oneOf(["row"]), json.array({ items: json.string() })],
        items: json.never,
        min: 2,
      }),
    }),
    map: json.object({
      rest: json.array({ items: json.string({ minLength: 1 }) }),
      min: 1,
      max: 2,
    }),
  },
  rest: json.never,
});
