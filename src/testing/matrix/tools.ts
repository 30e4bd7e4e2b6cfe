import { KEY_ACCESS } from "#server/features/key-access";
import { inOrganization, type Procedure } from "./procedures";

/** The procedures that are tools over MCP, as the rules say it: those of an organization that take API keys. */
export const toolProcedures: readonly Procedure[] = inOrganization.filter(
  ({ path }) => KEY_ACCESS[path] === "allowed",
);

export function toolName({ path }: Pick<Procedure, "path">): string {
  return path.replaceAll(".", "_");
}

export function permissionsOf({ path, meta: { access } }: Procedure) {
  if (typeof access === "object") return access;
  throw new Error(`${path} needs no permission.`);
}
