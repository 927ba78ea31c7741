// Generated. Do not edit: change the schema and generate again.

import * as json from "./json-checks.js";

export interface Root {
  readonly any: unknown;
  readonly id?: number;
  readonly step?: number;
  readonly even?: number;
  readonly some?: readonly unknown[];
  readonly half?: 1 | number;
  readonly ratio?: number;
  readonly [key: string]: unknown;
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

const checkRoot: json.Check = json.object({
  required: { any: json.any },
  optional: {
    id: json.integer({ min: 0, max: "18446744073709551615" }),
    step: json.number({ multipleOf: 0.01 }),
    even: json.integer({ multipleOf: 2 }),
    some: json.array({ unique: true }),
    half: json.oneOf([1, json.exact("12345678901234567890")]),
    ratio: json.number({ above: 0, below: 1 }),
  },
});
