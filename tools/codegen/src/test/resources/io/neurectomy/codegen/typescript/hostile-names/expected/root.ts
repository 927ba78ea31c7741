// Generated. Do not edit: change the schema and generate again.

import * as json from "./json-checks.js";

/**
 * Ends here *\/ export const hacked = 1; /* or  not.
 * A second line.
 */
export interface Root {
  readonly __proto__: number;
  readonly constructor: string;
  readonly toString?: boolean;
  readonly ""?: null;
  readonly "a\"b'c`${d}\n\u2028"?: RootABCD;
  readonly class?: "x\u0000";
  readonly "😀"?: number;
}

export const rootABCDValues = ["*/", '"', "'", "\u2028", "\\"] as const;

export type RootABCD = (typeof rootABCDValues)[number];

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

const checkRootABCD: json.Check = json.oneOf(rootABCDValues);

const checkRoot: json.Check = json.object({
  required: { ["__proto__"]: json.integer(), constructor: json.string() },
  optional: {
    toString: json.boolean,
    "": json.nil,
    "a\"b'c`${d}\n\u2028": checkRootABCD,
    class: json.oneOf(["x\u0000"]),
    "😀": json.number(),
  },
  rest: json.never,
});
