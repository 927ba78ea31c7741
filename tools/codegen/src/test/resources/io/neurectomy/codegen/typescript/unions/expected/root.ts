// Generated. Do not edit: change the schema and generate again.

import * as json from "./json-checks.js";
import * as schema from "./schema-checks.js";

export interface Root {
  readonly trigger?: Trigger;
  readonly scalar?: RootScalar | null;
  readonly shape?: RootShape;
  readonly level?: RootLevel;
  readonly mixed?: 1 | "1" | null | readonly [1];
  readonly list?: RootList;
  readonly either?: RootEither;
  readonly number?: RootNumber;
  readonly maps?: RootMaps;
  readonly [key: string]: unknown;
}

/** What starts a workflow. */
export type Trigger = TriggerManual | TriggerSchedule | TriggerWebHook;

export type RootScalar = string | number;

export type RootShape = Named | Sized;

export const rootLevelValues = ["low", "high", "very-high"] as const;

export type RootLevel = (typeof rootLevelValues)[number];

export type RootList = string | readonly Trigger[] | Named;

export type RootEither = Named | Sized;

export type RootNumber = number | boolean;

export type RootMaps =
  | { readonly [key: string]: number }
  | readonly [string, ...unknown[]];

/** By hand. */
export interface TriggerManual {
  readonly type: "manual";
}

export interface TriggerSchedule {
  readonly type: "schedule";
  readonly cron: string;
  readonly maxRuns?: number;
}

export interface TriggerWebHook {
  readonly type: "web-hook";
  readonly path: string;
  readonly [key: string]: unknown;
}

export interface Named {
  readonly name: string;
  readonly [key: string]: unknown;
}

export interface Sized {
  readonly size: number;
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

const checkTriggerManual: json.Check = json.object({
  required: { type: json.oneOf(["manual"]) },
  rest: json.never,
});

const checkTriggerSchedule: json.Check = json.object({
  required: { type: json.oneOf(["schedule"]), cron: json.string() },
  optional: { maxRuns: json.integer({ min: 1, max: 9 }) },
  rest: json.never,
});

const checkTriggerWebHook: json.Check = json.object({
  required: { type: json.oneOf(["web-hook"]), path: json.string() },
});

const checkTrigger: json.Check = json.tagged("type", {
  manual: checkTriggerManual,
  schedule: checkTriggerSchedule,
  "web-hook": checkTriggerWebHook,
});

const checkRootScalar: json.Check = json.byKind({
  string: json.string(),
  number: json.integer(),
});

const checkNamed: json.Check = json.object({
  required: { name: json.string() },
});

const checkSized: json.Check = json.object({
  required: { size: json.number({ above: 0 }) },
});

const checkRootShape: json.Check = json.anyOf(checkNamed, checkSized);

const checkRootLevel: json.Check = json.oneOf(rootLevelValues);

const checkRootList: json.Check = json.byKind({
  string: json.string(),
  array: json.array({ items: checkTrigger }),
  object: checkNamed,
});

const checkRootEither: json.Check = schema.exactlyOneOf(checkNamed, checkSized);

const checkRootNumber: json.Check = json.allOf(
  json.byKind({ number: json.number(), boolean: json.boolean }),
  json.anyOf(json.integer({ min: 10 }), json.number({ max: 0 }), json.boolean),
);

const checkRootMaps: json.Check = json.byKind({
  object: json.object({ rest: json.integer() }),
  array: json.array({ prefix: [json.string()], min: 1 }),
});

const checkRoot: json.Check = json.object({
  optional: {
    trigger: checkTrigger,
    scalar: json.nullable(checkRootScalar),
    shape: checkRootShape,
    level: checkRootLevel,
    mixed: json.oneOf([1, "1", null, [1]]),
    list: checkRootList,
    either: checkRootEither,
    number: checkRootNumber,
    maps: checkRootMaps,
  },
});
