import { join } from "node:path";
import type { Consumer } from "./consumer";

const INPUTS = "{ a: { get: { id: string } } }";
const OUTPUTS = "{ a: { get: { name: 'y' } } }";

/** Changes that would break the programs of users: the new inputs and outputs, and the fault that the compiler finds. */
export const breaks = {
  "a-procedure-is-gone": {
    inputs: "{ a: { other: 1 } }",
    outputs: "{ a: { other: 1 } }",
    fault: "a.get is gone",
  },
  "a-router-is-gone": {
    inputs: "{ b: {} }",
    outputs: "{ b: {} }",
    fault: "a is gone",
  },
  "an-input-has-a-new-required-field": {
    inputs: "{ a: { get: { id: string; at: string } } }",
    outputs: "{ a: { get: { name: 'x'; more: 1 } } }",
    fault: "a.get refuses a former input",
  },
  "an-output-loses-a-field": {
    inputs: INPUTS,
    outputs: "{ a: { get: { more: 1 } } }",
    fault: "a.get gives another output",
  },
};

/** Changes after which the programs of users compile. */
const harmless = {
  "an-input-has-a-new-optional-field": {
    inputs: "{ a: { get: { id: string; at?: string } } }",
    outputs: OUTPUTS,
  },
  "an-output-has-a-new-field-and-a-new-value": {
    inputs: INPUTS,
    outputs: "{ a: { get: { name: 'x' | 'y'; more: 1 }; list: 1 } }",
  },
};

/** Writes programs that compile only if the types of the last release are compatible with the present ones. */
export async function writeComparisons(consumer: Consumer) {
  const types = join(import.meta.dirname, "compatible.ts");
  await consumer.write("src/compatible.ts", await Bun.file(types).text());
  await consumer.write(
    "src/compared/releases.ts",
    `import type { RouterInputs as LastIn, RouterOutputs as LastOut } from "tenantry-last";
import type { RouterInputs as In, RouterOutputs as Out } from "tenantry";
${comparison("LastIn, In, LastOut, Out")}`,
  );
  for (const [name, { inputs, outputs }] of Object.entries(harmless))
    await consumer.write(
      `src/compared/${name}.ts`,
      comparison([INPUTS, inputs, OUTPUTS, outputs].join(", ")),
    );
  for (const [name, { inputs, outputs }] of Object.entries(breaks))
    await consumer.write(
      `src/broken/${name}.ts`,
      comparison([INPUTS, inputs, OUTPUTS, outputs].join(", ")),
    );
}

function comparison(types: string) {
  // If there is a change, the object lacks a property, and every compiler names it.
  return `import type { ChangesThatBreak } from "../compatible.js";
export const changes: Record<ChangesThatBreak<${types}>, never> = {};
`;
}
