// Generated. Do not edit: change the schema and generate again.

import * as json from "./json-checks.js";

/** Something that happened to an agent. */
export type Root = AgentCreated | AgentStopped;

export interface AgentCreated {
  readonly type: "AGENT_CREATED";
  readonly id: Id;
  readonly payload: AgentCreatedPayload;
}

export interface AgentStopped {
  readonly type: "AGENT_STOPPED";
  readonly id: Id;
  readonly payload: AgentStoppedPayload;
}

/** A UUID. */
export type Id = string;

export interface AgentCreatedPayload {
  /** The name that people see. */
  readonly name: string;
  readonly tier: AgentTier;
  readonly capabilities?: readonly [string, ...string[]];
  readonly position?: readonly [number, number];
  readonly labels?: { readonly [key: string]: string };
  readonly parent?: string | null;
  readonly [key: string]: unknown;
}

export interface AgentStoppedPayload {
  /**
   * Default: `"none"`.
   *
   * @deprecated
   */
  readonly reason?: string;
}

export const agentTierValues = ["foundational", "human-centric"] as const;

/** The rank of an agent. */
export type AgentTier = (typeof agentTierValues)[number];

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

const checkId: json.Check = json.string({ pattern: /^[0-9a-f]{8}$/u });

const checkAgentTier: json.Check = json.oneOf(agentTierValues);

const checkAgentCreatedPayload: json.Check = json.object({
  required: {
    name: json.string({ minLength: 1, maxLength: 100 }),
    tier: checkAgentTier,
  },
  optional: {
    capabilities: json.array({ items: json.string(), min: 1 }),
    position: json.array({ items: json.number(), min: 2, max: 2 }),
    labels: json.object({ rest: json.string() }),
    parent: json.nullable(json.string()),
  },
});

const checkAgentCreated: json.Check = json.object({
  required: {
    type: json.oneOf(["AGENT_CREATED"]),
    id: checkId,
    payload: checkAgentCreatedPayload,
  },
  rest: json.never,
});

const checkAgentStoppedPayload: json.Check = json.object({
  optional: { reason: json.string() },
  rest: json.never,
});

const checkAgentStopped: json.Check = json.object({
  required: {
    type: json.oneOf(["AGENT_STOPPED"]),
    id: checkId,
    payload: checkAgentStoppedPayload,
  },
  rest: json.never,
});

const checkRoot: json.Check = json.tagged("type", {
  AGENT_CREATED: checkAgentCreated,
  AGENT_STOPPED: checkAgentStopped,
});
