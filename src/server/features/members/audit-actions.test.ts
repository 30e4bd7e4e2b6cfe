import { expect, test } from "bun:test";
import { procedures } from "#testing/matrix/procedures";
import { ROLE_ACTIONS } from "./audit-actions";

test("the actions that give a role are mutations of the program", () => {
  const mutations = procedures
    .filter(({ type }) => type === "mutation")
    .map(({ path }): string => path);
  expect(mutations).toEqual(expect.arrayContaining([...ROLE_ACTIONS]));
});
