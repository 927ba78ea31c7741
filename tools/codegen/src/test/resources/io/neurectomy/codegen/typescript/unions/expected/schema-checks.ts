// Generated. Do not edit: change the schema and generate again.

/*
 * What JSON Schema can say of a value beyond its type.
 */

import {
  allOf,
  any,
  below,
  has,
  isObject,
  kindOf,
  problem,
  type Check,
  type Kind,
} from "./json-checks.js";

/** The check of the value's kind, if there is one; other kinds are valid. */
export function given(checks: { readonly [K in Kind]?: Check }): Check {
  return (value) => (checks[kindOf(value)] ?? any)(value);
}

export function not(check: Check): Check {
  return (value) =>
    check(value) === undefined
      ? problem("fits what the schema excludes")
      : undefined;
}

/** Exactly one of the checks. */
export function exactlyOneOf(...checks: readonly Check[]): Check {
  return (value) => {
    const problems = checks.map((check) => check(value));
    const fitting = problems.filter((found) => found === undefined).length;
    return fitting === 1
      ? undefined
      : problem(`fits ${fitting} of ${checks.length} variants, not one`);
  };
}

/** One check if the condition holds, another one if not. */
export function when(condition: Check, then: Check, otherwise: Check): Check {
  return (value) =>
    condition(value) === undefined ? then(value) : otherwise(value);
}

/** How many items of an array fit. */
export function contains(parts: {
  readonly item: Check;
  readonly min: number;
  readonly max?: number;
}): Check {
  const { item, min, max = Infinity } = parts;
  return (value) => {
    if (!Array.isArray(value)) {
      return undefined;
    }
    const fitting = value.filter((one) => item(one) === undefined).length;
    if (fitting < min) {
      return problem(`expected at least ${min} fitting items, found ${fitting}`);
    }
    return fitting > max
      ? problem(`expected at most ${max} fitting items, found ${fitting}`)
      : undefined;
  };
}

/** The names of an object's members. */
export function propertyNames(check: Check): Check {
  return (value) => {
    for (const name of isObject(value) ? namesOf(value) : []) {
      const found = check(name);
      if (found !== undefined) {
        return below(name, problem(`as a name: ${found.reason}`));
      }
    }
    return undefined;
  };
}

/** What holds for an object that has a member. */
export function dependent(checks: { readonly [name: string]: Check }): Check {
  const all = Object.entries(checks);
  return (value) =>
    isObject(value)
      ? allOf(
          ...all.filter(([name]) => has(value, name)).map(([, check]) => check),
        )(value)
      : undefined;
}

/** Adds the names, or the indexes, of what a valid value's schema looks at. */
export type Evaluation = (value: object, seen: Set<string>) => void;

/** All members or items that no evaluation looks at. */
export function unevaluated(
  kind: "array" | "object",
  evaluation: Evaluation,
  check: Check,
): Check {
  return (value) => {
    if (kindOf(value) !== kind) {
      return undefined;
    }
    const parent = value as Record<string, unknown>;
    const seen = new Set<string>();
    evaluation(parent, seen);
    for (const name of namesOf(parent)) {
      const found = seen.has(name) ? undefined : check(parent[name]);
      if (found !== undefined) {
        return below(name, found);
      }
    }
    return undefined;
  };
}

export const evaluatesAll: Evaluation = (value, seen) => {
  namesOf(value).forEach((name) => seen.add(name));
};

/** Looks at members by name, or at items by index. */
export function evaluates(names: readonly string[]): Evaluation {
  return (_value, seen) => {
    names.forEach((name) => seen.add(name));
  };
}

export function evaluatesMatching(patterns: readonly RegExp[]): Evaluation {
  return (value, seen) => {
    namesOf(value)
      .filter((name) => patterns.some((pattern) => pattern.test(name)))
      .forEach((name) => seen.add(name));
  };
}

/** Looks at the items that fit. */
export function evaluatesFitting(check: Check): Evaluation {
  return (value, seen) => {
    Object.entries(value)
      .filter(([, item]) => check(item) === undefined)
      .forEach(([index]) => seen.add(index));
  };
}

/** Looks at what another evaluation does if a value fits, else at what a third one does. */
export function evaluatesIf(
  check: Check,
  then: Evaluation,
  otherwise: Evaluation = () => {},
): Evaluation {
  return (value, seen) => {
    (check(value) === undefined ? then : otherwise)(value, seen);
  };
}

export function evaluatesEach(
  ...evaluations: readonly Evaluation[]
): Evaluation {
  return (value, seen) => {
    evaluations.forEach((evaluation) => evaluation(value, seen));
  };
}

function namesOf(value: object): string[] {
  return Object.keys(value);
}
