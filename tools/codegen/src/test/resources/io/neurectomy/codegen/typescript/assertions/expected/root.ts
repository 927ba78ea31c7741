// Generated. Do not edit: change the schema and generate again.

import * as json from "./json-checks.js";
import * as schema from "./schema-checks.js";

export interface Root {
  readonly kind?: string;
  readonly items?: readonly unknown[];
  readonly tree?: Tree;
  readonly old?: unknown;
  readonly new?: unknown;
  readonly "x-"?: number;
  readonly one?: unknown;
  readonly two?: unknown;
  readonly [key: string]: unknown;
}

export type Tree = string | readonly [number?, ...Tree[]] | readonly Tree[];

export type RootValue = number | string;

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

const checkTree: json.Check = json.anyOf(
  json.string(),
  json.array({ prefix: [json.integer()], items: json.lazy(() => checkTree) }),
  json.array({ items: json.lazy(() => checkTree), min: 3 }),
);

const checkRootValue: json.Check = json.byKind({
  number: json.integer(),
  string: json.string(),
});

const checkRoot: json.Check = json.allOf(
  json.object({
    optional: {
      kind: json.string(),
      items: json.allOf(
        json.array(),
        schema.contains({ item: json.string(), min: 1, max: 2 }),
      ),
      tree: checkTree,
      "x-": json.integer(),
    },
    patterns: [[/^x-/u, checkRootValue]],
  }),
  schema.propertyNames(schema.given({ string: json.string({ maxLength: 8 }) })),
  schema.dependent({ old: json.object({ required: { new: json.any } }) }),
  json.anyOf(
    schema.given({
      object: json.object({ required: { one: json.integer() } }),
    }),
    schema.given({
      object: json.object({ optional: { two: json.integer() } }),
    }),
  ),
  schema.when(
    schema.given({
      object: json.object({ required: { kind: json.oneOf(["a"]) } }),
    }),
    schema.given({ object: json.object({ required: { items: json.any } }) }),
    schema.not(
      schema.given({ object: json.object({ required: { old: json.any } }) }),
    ),
  ),
  schema.unevaluated(
    "object",
    schema.evaluatesEach(
      schema.evaluates(["kind", "items", "tree", "old", "new", "x-"]),
      schema.evaluatesMatching([/^x-/u]),
      schema.evaluatesEach(
        schema.evaluatesIf(
          schema.given({
            object: json.object({ required: { one: json.integer() } }),
          }),
          schema.evaluates(["one"]),
        ),
        schema.evaluatesIf(
          schema.given({
            object: json.object({ optional: { two: json.integer() } }),
          }),
          schema.evaluates(["two"]),
        ),
      ),
      schema.evaluatesIf(
        schema.given({
          object: json.object({ required: { kind: json.oneOf(["a"]) } }),
        }),
        schema.evaluates(["kind"]),
      ),
    ),
    json.never,
  ),
);
