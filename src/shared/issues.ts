import type { z } from "zod";
import { isRule, type Rule, type RuleParams, RULES } from "./rules";
import { textOf, type WireParams } from "./sentences";

/** A problem with one input field: the path of the field, the rule that it breaks, and an English sentence. */
export interface InputIssue {
  path: string;
  rule: Rule;
  params?: WireParams;
  message: string;
}

type ZodIssue = z.core.$ZodIssue;

export function issueAt<R extends Rule>(
  path: string,
  rule: R,
  ...[params]: RuleParams<R>
): InputIssue {
  return toIssue(path, rule, params);
}

/**
 * Converts the errors of a schema to issues. If the message of an error is the name of a rule, this is the rule of the
 * issue; otherwise the rule is derived from the error of zod.
 */
export function issuesOf({ issues }: z.core.$ZodError): InputIssue[] {
  return issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) =>
        issueAt([...issue.path, key].join("."), "UNKNOWN_FIELD"),
      );
    return [issueOf(issue)];
  });
}

/** Converts one error of zod to one issue. It is not for unknown keys, because one error can name several. */
export function issueOf(issue: ZodIssue): InputIssue {
  const rule = isRule(issue.message) ? issue.message : ruleOf(issue);
  return toIssue(issue.path.join("."), rule, paramsOf(issue));
}

function toIssue(path: string, rule: Rule, params?: WireParams): InputIssue {
  const message = textOf(RULES[rule], params);
  // A sentence without parameters needs none of the values that zod reports.
  if (!params || typeof RULES[rule] === "string")
    return { path, rule, message };
  return { path, rule, params, message };
}

/** Returns the rule of an error whose schema names no rule. */
export function ruleOf(issue: {
  code: string;
  origin?: string;
  format?: string;
}): Rule {
  switch (issue.code) {
    case "invalid_type":
      return "INVALID_TYPE";
    case "too_small":
      return BOUNDS[boundOf(issue.origin ?? "")][0];
    case "too_big":
      return BOUNDS[boundOf(issue.origin ?? "")][1];
    case "invalid_value":
      return "NOT_AN_OPTION";
    case "invalid_format":
      return issue.format === "regex" ? "INVALID_VALUE" : "INVALID_FORMAT";
    default:
      return "INVALID_VALUE";
  }
}

const BOUNDS = {
  text: ["TOO_SHORT", "TOO_LONG"],
  number: ["TOO_LOW", "TOO_HIGH"],
  list: ["TOO_FEW", "TOO_MANY"],
} as const;

function boundOf(origin: string): keyof typeof BOUNDS {
  if (origin === "string") return "text";
  return /number|int/.test(origin) ? "number" : "list";
}

function paramsOf(issue: ZodIssue): WireParams {
  switch (issue.code) {
    case "invalid_type":
      return { expected: issue.expected };
    case "too_small":
      return { min: Number(issue.minimum) };
    case "too_big":
      return { max: Number(issue.maximum) };
    case "invalid_value":
      return { options: issue.values.map(String) };
    case "invalid_format":
      return { format: issue.format };
    case "custom":
      return issue.params ?? {};
    default:
      return {};
  }
}

/** Joins all issues to one text: `"name: Enter a name. slug: …"` */
export function describeIssues(issues: readonly InputIssue[]): string {
  return issues
    .map(({ path, message }) => (path ? `${path}: ${message}` : message))
    .join(" ");
}
