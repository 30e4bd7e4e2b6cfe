import { expect, test } from "bun:test";
import { procedures } from "#testing/matrix/procedures";
import { ROLE_ACTIONS } from "./audit-actions";

test("every action that gives a role is a mutation", () => {
  const mutations = procedures
    .filter(({ type }) => type === "mutation")
    .map(({ path }): string => path);
  expect(mutations).toEqual(expect.arrayContaining([...ROLE_ACTIONS]));
});
