// Generated. Do not edit: change the schema and generate again.

/*
 * Reads JSON into plain values, checks them, and writes them.
 *
 * A number that a JavaScript number can't hold, such as 12345678901234567890, is
 * read as the nearest one, as JSON.parse does. It is written with all its digits
 * as long as it stays in the object or array that it was read into.
 */

/** What is wrong with a value. */
export interface Problem {
  /** Where, as a JSON Pointer (RFC 6901) from the value that was checked. */
  readonly pointer: string;
  /** Such as `expected a number, found a string`. */
  readonly reason: string;
}

/** Tells the first problem of a value, or nothing if it is valid. */
export type Check = (value: unknown) => Problem | undefined;

/** Thrown where a JSON text is not what it should be. */
export class JsonError extends Error implements Problem {
  readonly pointer: string;
  readonly reason: string;

  constructor({ pointer, reason }: Problem) {
    super(`${pointer === "" ? "the document" : pointer}: ${reason}`);
    this.name = "JsonError";
    this.pointer = pointer;
    this.reason = reason;
  }
}

/** Reads a text. Throws a SyntaxError if it is no JSON, a JsonError if its value is not valid. */
export function parse<T>(text: string, check: Check): T {
  let value: unknown = JSON.parse(text);
  let inexact: readonly InexactNumber[] = [];
  if (LONG_NUMBER.test(text) || countNames(text) !== countMembers(value)) {
    [value, inexact] = parseExactly(text);
  }
  results = new Map();
  try {
    const found = check(value);
    if (found !== undefined) {
      throw new JsonError(found);
    }
  } finally {
    results = undefined;
  }
  if (value instanceof ExactNumber) {
    value = Number(value.text);
  }
  inexact.forEach(remember);
  return value as T;
}

/** Writes a value, which is not checked again. */
export function format(value: unknown): string {
  return exactNumbersSeen ? formatExactly(value) : JSON.stringify(value);
}

export const any: Check = () => undefined;

export const never: Check = () => problem("nothing is allowed here");

export const nil: Check = (value) =>
  value === null ? undefined : expected("null", value);

export const boolean: Check = (value) =>
  typeof value === "boolean" ? undefined : expected("a boolean", value);

/** A bound; one that a JavaScript number can't hold is a text. */
export type Limit = number | string;

export interface NumberLimits {
  readonly min?: Limit;
  readonly above?: Limit;
  readonly max?: Limit;
  readonly below?: Limit;
  readonly multipleOf?: Limit;
}

export function number(limits: NumberLimits = {}): Check {
  return (value) =>
    isNumber(value) ? outOf(limits, value) : expected("a number", value);
}

/** A number without a fraction; 1.0 is one. */
export function integer(limits: NumberLimits = {}): Check {
  return (value) =>
    isNumber(value) && isInteger(value)
      ? outOf(limits, value)
      : expected("an integer", value);
}

export interface StringLimits {
  /** In code points. */
  readonly minLength?: number;
  /** In code points. */
  readonly maxLength?: number;
  readonly pattern?: RegExp;
}

export function string(limits: StringLimits = {}): Check {
  const { minLength = 0, maxLength = Infinity, pattern } = limits;
  return (value) => {
    if (typeof value !== "string") {
      return expected("a string", value);
    }
    if (value.length < minLength || countCodePoints(value) < minLength) {
      return problem(`expected at least ${minLength} characters`);
    }
    if (value.length > maxLength && countCodePoints(value) > maxLength) {
      return problem(`expected at most ${maxLength} characters`);
    }
    if (pattern !== undefined && !pattern.test(value)) {
      return problem(`expected a match of ${pattern}`);
    }
    return undefined;
  };
}

/** One of some values; objects and arrays are compared as JSON. */
export function oneOf(values: readonly unknown[]): Check {
  const known = new Set(values.map(canonical));
  return (value) =>
    values.includes(value) || known.has(canonical(value))
      ? undefined
      : problem(`expected one of ${shortened([...known].join(", "))}`);
}

export function nullable(check: Check): Check {
  return (value) => (value === null ? undefined : check(value));
}

export interface ArrayParts {
  /** The items at the front, each with its own check. */
  readonly prefix?: readonly Check[];
  /** All other items. */
  readonly items?: Check;
  readonly min?: number;
  readonly max?: number;
  /** Whether no two items are equal as JSON. */
  readonly unique?: boolean;
}

export function array(parts: ArrayParts = {}): Check {
  const { prefix = [], items = any, min = 0, max = Infinity } = parts;
  return (value) => {
    if (!Array.isArray(value)) {
      return expected("an array", value);
    }
    if (value.length < min) {
      return problem(`expected at least ${min} items, found ${value.length}`);
    }
    if (value.length > max) {
      return problem(`expected at most ${max} items, found ${value.length}`);
    }
    for (const [index, item] of value.entries()) {
      const found = (prefix[index] ?? items)(item);
      if (found !== undefined) {
        return below(index, found);
      }
    }
    if (parts.unique && new Set(value.map(canonical)).size < value.length) {
      return problem("expected no two equal items");
    }
    return undefined;
  };
}

export interface ObjectParts {
  readonly required?: { readonly [name: string]: Check };
  readonly optional?: { readonly [name: string]: Check };
  /** Members whose name matches, in addition to the checks by name. */
  readonly patterns?: readonly (readonly [RegExp, Check])[];
  /** All other members. */
  readonly rest?: Check;
  readonly min?: number;
  readonly max?: number;
}

export function object(parts: ObjectParts = {}): Check {
  const { patterns = [], rest = any, min = 0, max = Infinity } = parts;
  const required = Object.entries(parts.required ?? {});
  const named = new Map([...required, ...Object.entries(parts.optional ?? {})]);
  const nothingElse = patterns.length === 0 && rest === any;
  return (value) => {
    if (!isObject(value)) {
      return expected("an object", value);
    }
    for (const [name] of required) {
      if (!has(value, name)) {
        return problem(`the member ${quoted(name)} is missing`);
      }
    }
    const names = Object.keys(value).filter((name) => has(value, name));
    if (names.length < min) {
      return problem(`expected at least ${min} members, found ${names.length}`);
    }
    if (names.length > max) {
      return problem(`expected at most ${max} members, found ${names.length}`);
    }
    if (rest === never && patterns.length === 0) {
      const unknown = names.find((name) => !named.has(name));
      if (unknown !== undefined) {
        return problem(`the member ${quoted(unknown)} is not allowed`);
      }
    }
    for (const name of names) {
      const check = named.get(name);
      const found = check?.(value[name]);
      if (found !== undefined) {
        return below(name, found);
      }
      if (nothingElse) {
        continue;
      }
      const matching = patterns.filter(([pattern]) => pattern.test(name));
      const others = matching.map(([, matched]) => matched);
      if (check === undefined && others.length === 0) {
        others.push(rest);
      }
      const wrong = allOf(...others)(value[name]);
      if (wrong !== undefined) {
        return below(name, wrong);
      }
    }
    return undefined;
  };
}

export type Kind =
  "null" | "boolean" | "number" | "string" | "array" | "object";

/** The check of the value's kind; other kinds are not valid. */
export function byKind(checks: { readonly [K in Kind]?: Check }): Check {
  return (value) => {
    const check = checks[kindOf(value)];
    return check === undefined
      ? expected(Object.keys(checks).join(" or "), value)
      : check(value);
  };
}

/** The check that one member, a string, tells. */
export function tagged(
  tag: string,
  checks: { readonly [value: string]: Check },
): Check {
  return (value) => {
    if (!isObject(value)) {
      return expected("an object", value);
    }
    const name = has(value, tag) ? value[tag] : undefined;
    const check =
      typeof name === "string" && Object.hasOwn(checks, name)
        ? checks[name]
        : undefined;
    return check === undefined
      ? below(tag, oneOf(Object.keys(checks))(name) ?? problem("unexpected"))
      : check(value);
  };
}

/** Any of the checks. */
export function anyOf(...checks: readonly Check[]): Check {
  return (value) => {
    let closest: Problem | undefined;
    for (const check of checks) {
      const found = check(value);
      if (found === undefined) {
        return undefined;
      }
      if (closest === undefined || depth(found) > depth(closest)) {
        closest = found;
      }
    }
    return closest === undefined || closest.pointer === ""
      ? problem(`fits none of ${checks.length} variants: ${closest?.reason}`)
      : closest;
  };
}

/** All of the checks. */
export function allOf(...checks: readonly Check[]): Check {
  return (value) => {
    for (const check of checks) {
      const found = check(value);
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  };
}

/** What recursive checks found in the document that is being read. */
let results: Map<Check, Map<object, Problem | undefined>> | undefined;

/**
 * A check that is defined further down, and so may lead back to itself. Its
 * results are kept: with two variants to try at each level, a document would
 * take time exponential in its depth.
 */
export function lazy(definition: () => Check): Check {
  return (value) => {
    const check = definition();
    if (results === undefined || typeof value !== "object" || value === null) {
      return check(value);
    }
    let known = results.get(check);
    if (known === undefined) {
      known = new Map();
      results.set(check, known);
    }
    if (!known.has(value)) {
      known.set(value, check(value));
    }
    return known.get(value);
  };
}

/** A number of a schema that a JavaScript number can't hold. */
export function exact(text: string): unknown {
  return new ExactNumber(text);
}

export function problem(reason: string): Problem {
  return { pointer: "", reason };
}

/** The problem of a member or an item as a problem of what it is in. */
export function below(step: string | number, found: Problem): Problem {
  const escaped = String(step).replaceAll("~", "~0").replaceAll("/", "~1");
  return { pointer: `/${escaped}${found.pointer}`, reason: found.reason };
}

export function kindOf(value: unknown): Kind {
  if (isNumber(value)) {
    return "number";
  }
  if (value === null) {
    return "null";
  }
  return Array.isArray(value) ? "array" : (typeof value as Kind);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof ExactNumber)
  );
}

/** Whether a member is there; what is inherited, such as toString, is none, and what is undefined is not written. */
export function has(value: Record<string, unknown>, name: string): boolean {
  return Object.hasOwn(value, name) && value[name] !== undefined;
}

function expected(what: string, value: unknown): Problem {
  if (value === undefined) {
    return problem(`expected ${what}, found nothing`);
  }
  const kind = kindOf(value);
  const article = kind === "array" || kind === "object" ? "an " : "a ";
  const found = kind === "null" ? kind : article + kind;
  const shown = kind === "number" ? ` ${canonical(value)}` : "";
  return problem(`expected ${what}, found ${found}${shown}`);
}

function quoted(name: string): string {
  return shortened(JSON.stringify(name));
}

function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function depth(found: Problem): number {
  return found.pointer.split("/").length;
}

function countCodePoints(text: string): number {
  let count = text.length;
  for (let i = 1; i < text.length; i++) {
    const isPair = (text.codePointAt(i - 1) ?? 0) > 0xffff;
    count -= isPair ? 1 : 0;
  }
  return count;
}

/** The same text for equal values, whatever the order of their members. */
function canonical(value: unknown): string {
  if (value instanceof ExactNumber) {
    return value.text;
  }
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(",")}]`;
  }
  if (isObject(value)) {
    const members = Object.keys(value)
      .sort()
      .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
    return `{${members.join(",")}}`;
  }
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}

// Numbers

/** A number that a JavaScript number can't hold; only while a document is checked. */
class ExactNumber {
  readonly decimal: Decimal;

  constructor(text: string) {
    this.decimal = decimalOf(text);
  }

  get text(): string {
    const { negative, digits, exponent } = this.decimal;
    const isShortInteger = exponent >= digits.length && exponent <= 1000;
    return (
      (negative ? "-" : "") +
      (isShortInteger
        ? digits.padEnd(exponent, "0")
        : `0.${digits}e${exponent}`)
    );
  }
}

/** 0.digits times ten to the exponent; the digits neither begin nor end with a zero. */
interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly exponent: number;
}

function decimalOf(number: number | string): Decimal {
  const text = String(number).toLowerCase();
  const negative = text.startsWith("-");
  const [mantissa = "", power = "0"] = text.slice(negative ? 1 : 0).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const all = whole + fraction;
  let start = 0;
  while (all[start] === "0") {
    start++;
  }
  let end = all.length;
  while (end > start && all[end - 1] === "0") {
    end--;
  }
  return end === start
    ? { negative: false, digits: "", exponent: 0 }
    : {
        negative,
        digits: all.slice(start, end),
        exponent: whole.length - start + Number(power),
      };
}

function isNumber(value: unknown): value is number | ExactNumber {
  return Number.isFinite(value) || value instanceof ExactNumber;
}

function isInteger(value: number | ExactNumber): boolean {
  return typeof value === "number"
    ? Number.isInteger(value)
    : value.decimal.digits.length <= value.decimal.exponent;
}

function outOf(
  limits: NumberLimits,
  value: number | ExactNumber,
): Problem | undefined {
  const { min, above, max, below, multipleOf } = limits;
  if (min !== undefined && compare(value, min) < 0) {
    return problem(`expected at least ${min}, found ${canonical(value)}`);
  }
  if (above !== undefined && compare(value, above) <= 0) {
    return problem(`expected more than ${above}, found ${canonical(value)}`);
  }
  if (max !== undefined && compare(value, max) > 0) {
    return problem(`expected at most ${max}, found ${canonical(value)}`);
  }
  if (below !== undefined && compare(value, below) >= 0) {
    return problem(`expected less than ${below}, found ${canonical(value)}`);
  }
  if (multipleOf !== undefined && !isMultiple(value, multipleOf)) {
    return problem(
      `expected a multiple of ${multipleOf}, found ${canonical(value)}`,
    );
  }
  return undefined;
}

/** Negative if the value is less than the limit, positive if it is more. */
function compare(value: number | ExactNumber, limit: Limit): number {
  if (typeof value === "number" && typeof limit === "number") {
    return value - limit;
  }
  const a = typeof value === "number" ? decimalOf(value) : value.decimal;
  const b = decimalOf(limit);
  if (a.negative !== b.negative) {
    return a.negative ? -1 : 1;
  }
  const sign = a.negative ? -1 : 1;
  if (a.digits === "" || b.digits === "") {
    return sign * (a.digits.length - b.digits.length);
  }
  if (a.exponent !== b.exponent) {
    return sign * (a.exponent - b.exponent);
  }
  return a.digits === b.digits ? 0 : a.digits < b.digits ? -sign : sign;
}

function isMultiple(value: number | ExactNumber, divisor: Limit): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) {
    return Number(value) % Number(divisor) === 0;
  }
  const a = typeof value === "number" ? decimalOf(value) : value.decimal;
  const b = decimalOf(divisor);
  if (a.digits === "") {
    return true;
  }
  const shift = a.exponent - a.digits.length - b.exponent + b.digits.length;
  if (shift < 0) {
    return false;
  }
  // More powers of ten than the divisor has factors 2 and 5 change nothing.
  const tens = 10n ** BigInt(Math.min(shift, 4 * b.digits.length));
  return (BigInt(a.digits) * tens) % BigInt(b.digits) === 0n;
}

// Texts

/** A number of 16 digits, or with an exponent: fewer digits always survive. */
const LONG_NUMBER = /(?:^|[\s:,[])-?\d(?:[\d.]{15}|[\d.]*[eE])/;

interface InexactNumber {
  readonly parent: object;
  readonly key: string;
  readonly text: string;
}

const exactNumbers = new WeakMap<object, Map<string, string>>();
let exactNumbersSeen = false;

/** Puts the nearest number in place of an exact one, and keeps its text beside. */
function remember({ parent, key, text }: InexactNumber): void {
  Reflect.set(parent, key, Number(text));
  const texts = exactNumbers.get(parent) ?? new Map<string, string>();
  exactNumbers.set(parent, texts.set(key, text));
  exactNumbersSeen = true;
}

/** At least as many as there are members in the text: a string may hold `":` too. */
function countNames(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/"\s*:/g)) {
    count++;
  }
  return count;
}

function countMembers(root: unknown): number {
  let count = 0;
  const rest = [root];
  while (rest.length > 0) {
    const value = rest.pop();
    if (typeof value === "object" && value !== null) {
      const children: unknown[] = Object.values(value);
      count += Array.isArray(value) ? 0 : children.length;
      for (const child of children) {
        if (typeof child === "object") {
          rest.push(child);
        }
      }
    }
  }
  return count;
}

/** Reads a text that is known to be JSON, without recursion. Refuses a member that is there twice. */
function parseExactly(text: string): [unknown, readonly InexactNumber[]] {
  const inexact: InexactNumber[] = [];
  const root: unknown[] = [];
  const parents: (unknown[] | Record<string, unknown>)[] = [root];
  const keys: string[] = [];
  let name: string | undefined;
  for (const [token] of text.matchAll(
    /"(?:[^"\\]|\\.)*"|[[\]{}]|[^\s:,[\]{}"]+/g,
  )) {
    const parent = parents.at(-1) ?? root;
    if (token === "]" || token === "}") {
      parents.pop();
      keys.pop();
      continue;
    }
    if (!Array.isArray(parent) && name === undefined) {
      name = JSON.parse(token) as string;
      if (Object.hasOwn(parent, name)) {
        throw new JsonError(
          keys
            .slice(1)
            .reduceRight(
              (found, key) => below(key, found),
              problem(`the member ${quoted(name)} is there twice`),
            ),
        );
      }
      continue;
    }
    const key = name ?? String(Array.isArray(parent) ? parent.length : 0);
    const value = valueOf(token);
    // Assigning to __proto__ would change the prototype instead.
    Object.defineProperty(parent, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
    name = undefined;
    if (value instanceof ExactNumber && parent !== root) {
      inexact.push({ parent, key, text: token });
    }
    if (token === "[" || token === "{") {
      parents.push(value as unknown[] | Record<string, unknown>);
      keys.push(key);
    }
  }
  return [root[0], inexact];
}

function valueOf(token: string): unknown {
  if (token === "[") {
    return [];
  }
  if (token === "{") {
    return {};
  }
  const value: unknown = JSON.parse(token);
  if (typeof value !== "number") {
    return value;
  }
  const read = decimalOf(token);
  const kept = decimalOf(value);
  return read.digits === kept.digits && read.exponent === kept.exponent
    ? value
    : new ExactNumber(token);
}

function formatExactly(value: unknown): string {
  if (typeof value !== "object" || value === null) {
    return JSON.stringify(value);
  }
  const texts = exactNumbers.get(value);
  const write = (child: unknown, key: string | number): string => {
    const text = texts?.get(String(key));
    return text !== undefined && Number(text) === child
      ? text
      : formatExactly(child);
  };
  if (Array.isArray(value)) {
    return `[${value.map(write).join(",")}]`;
  }
  const members = Object.entries(value)
    .filter(([, child]) => child !== undefined)
    .map(([name, child]) => `${JSON.stringify(name)}:${write(child, name)}`);
  return `{${members.join(",")}}`;
}
