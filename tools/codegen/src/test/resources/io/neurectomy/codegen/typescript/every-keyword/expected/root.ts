// Generated. Do not edit: change the schema and generate again.

import * as json from "./json-checks.js";
import * as schema from "./schema-checks.js";

export interface Root {
  readonly some?: readonly unknown[];
  readonly none?: unknown;
  readonly distinct?: RootDistinct;
  readonly numbers?: readonly number[];
  readonly names?: { readonly [key: string]: unknown };
  readonly dependent?: RootDependent;
  readonly evaluated?: RootEvaluated;
  readonly any?: unknown;
  readonly one?: RootOne;
  readonly patterns?: { readonly [key: string]: unknown };
  readonly tree?: Tree;
  readonly choice?: { readonly a: readonly [1] } | "x" | null;
  readonly [key: string]: unknown;
}

export type RootDistinct = unknown;

export interface RootDependent {
  readonly card?: string;
  readonly address?: unknown;
}

export type RootEvaluated =
  | readonly [number?, string?, ...unknown[]]
  | readonly [number?, ...unknown[]];

export type RootOne = RootOneVariant1 | RootOneVariant2 | number;

export interface Tree {
  readonly left?: Tree;
  readonly value?: unknown;
  readonly [key: string]: unknown;
}

export interface RootOneVariant1 {
  readonly x: unknown;
  readonly [key: string]: unknown;
}

export interface RootOneVariant2 {
  readonly y: unknown;
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

const checkRootDistinct: json.Check = json.byKind({
  array: json.array({ unique: true }),
  null: json.any,
  boolean: json.any,
  number: json.any,
  string: json.any,
  object: json.any,
});

const checkRootDependent: json.Check = json.allOf(
  json.object({ optional: { card: json.string() } }),
  schema.dependent({
    card: schema.given({
      object: json.object({ required: { address: json.string() } }),
    }),
  }),
  schema.unevaluated(
    "object",
    schema.evaluatesEach(
      schema.evaluates(["card"]),
      schema.evaluatesIf(
        json.object({ required: { card: json.any } }),
        schema.evaluates(["address"]),
      ),
    ),
    json.never,
  ),
);

const checkRootEvaluated: json.Check = json.allOf(
  json.array({ prefix: [json.integer()] }),
  json.anyOf(
    schema.given({ array: json.array({ prefix: [json.any, json.string()] }) }),
    schema.contains({ item: json.oneOf([3]), min: 1 }),
  ),
  schema.unevaluated(
    "array",
    schema.evaluatesEach(
      schema.evaluates(["0"]),
      schema.evaluatesEach(
        schema.evaluatesIf(
          schema.given({
            array: json.array({ prefix: [json.any, json.string()] }),
          }),
          schema.evaluates(["0", "1"]),
        ),
        schema.evaluatesIf(
          schema.contains({ item: json.oneOf([3]), min: 1 }),
          schema.evaluatesFitting(json.oneOf([3])),
        ),
      ),
    ),
    json.boolean,
  ),
);

const checkRootOneVariant1: json.Check = json.object({
  required: { x: json.any },
});

const checkRootOneVariant2: json.Check = json.object({
  required: { y: json.any },
});

const checkRootOne: json.Check = schema.exactlyOneOf(
  checkRootOneVariant1,
  checkRootOneVariant2,
  json.integer({ multipleOf: 2 }),
  json.integer({ multipleOf: 3 }),
);

const checkTree: json.Check = json.allOf(
  json.object({
    optional: { left: json.lazy(() => checkTree), value: json.any },
    rest: json.nil,
  }),
  json.anyOf(
    schema.given({ object: json.object({ required: { left: json.any } }) }),
    schema.given({ object: json.object({ required: { value: json.any } }) }),
  ),
);

const checkRoot: json.Check = json.allOf(
  json.object({
    optional: {
      some: json.array(),
      distinct: checkRootDistinct,
      numbers: json.array({
        items: json.number({ above: -10, below: 10, multipleOf: 0.5 }),
      }),
      names: json.object({ max: 1 }),
      dependent: checkRootDependent,
      evaluated: checkRootEvaluated,
      one: checkRootOne,
      patterns: json.object(),
      tree: checkTree,
      choice: json.oneOf([{ a: [1] }, "x", null]),
    },
  }),
  json.allOf(
    schema.given({
      object: json.object({
        optional: {
          some: json.allOf(
            json.array(),
            schema.contains({
              item: json.string({ maxLength: 2 }),
              min: 1,
              max: 2,
            }),
          ),
        },
      }),
    }),
    schema.given({
      object: json.object({
        optional: {
          none: schema.not(
            json.byKind({ null: json.nil, string: json.string() }),
          ),
        },
      }),
    }),
    schema.given({
      object: json.object({
        optional: {
          numbers: json.array({
            items: json.allOf(
              schema.given({ number: json.number({ above: -10, below: 10 }) }),
              json.number({ multipleOf: 0.5 }),
              schema.not(json.oneOf([1])),
            ),
          }),
        },
      }),
    }),
    schema.given({
      object: json.object({
        optional: {
          names: json.allOf(
            json.object({ max: 1 }),
            schema.propertyNames(json.oneOf(["a", "b"])),
          ),
        },
      }),
    }),
    schema.given({
      object: json.object({
        optional: {
          any: schema.when(
            json.string(),
            schema.given({
              string: json.string({ minLength: 2, pattern: /^a/u }),
            }),
            json.byKind({
              number: json.integer({ min: 3 }),
              array: json.array({ min: 2, max: 3 }),
            }),
          ),
        },
      }),
    }),
    schema.given({
      object: json.object({
        optional: {
          patterns: json.object({
            patterns: [[/^i_/u, json.integer()], [/_s$/u, json.string()]],
            rest: json.boolean,
          }),
        },
      }),
    }),
  ),
);
