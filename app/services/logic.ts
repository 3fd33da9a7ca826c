import { LogicEngine } from "json-logic-engine";
import type { Rule } from "./service";

const engine = new LogicEngine();
type Evaluate = (data: unknown) => unknown;
const built = new WeakMap<object, Evaluate>();

/**
 * What a definition's rule gives for the answers so far. Rules are built once; a rule that is no object is its own value.
 * @param data answers by question id, and `fees` in pence by fee id
 */
export function evaluate(rule: Rule, data: Record<string, unknown>): unknown {
  if (typeof rule !== "object" || rule === null) return rule;
  let run = built.get(rule);
  if (!run) {
    run = engine.build(rule) as Evaluate;
    built.set(rule, run);
  }
  return run(data);
}

/**
 * Whether a condition holds. No condition always does; one that cannot be worked out does not. Answers that were kept
 * under an older version of the service may be of another kind than the rule asks about.
 */
export function holds(rule: Rule | undefined, data: Record<string, unknown>): boolean {
  if (rule === undefined) return true;
  try {
    return Boolean(evaluate(rule, data));
  } catch {
    return false;
  }
}
