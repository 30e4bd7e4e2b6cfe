import { Resolver } from "node:dns/promises";
import { CHALLENGE_LABEL } from "#shared/domain";

const TRY_MS = 1500;
const TRIES = 2;
/** However long the resolver takes over its tries. */
const LONGEST_MS = 5000;

/** What of a domain is looked for. */
export interface Claim {
  domain: string;
  challenge: string;
}

/** `failed`: nobody said whether the record is there. */
export type RecordState = "found" | "missing" | "different" | "failed";

/** Where the record stands, and what it says. */
export function recordOf({ domain, challenge }: Claim) {
  return {
    type: "TXT" as const,
    name: `${CHALLENGE_LABEL}.${domain}`,
    value: `tenantry-verification=${challenge}`,
  };
}

/** Looks for the record that proves a domain. @param servers empty: those of the system */
export async function findRecord(
  servers: readonly string[],
  claim: Claim,
): Promise<RecordState> {
  const { name, value } = recordOf(claim);
  try {
    const records = await resolveTxt(servers, name);
    // A record may be of several strings, which Bun gives as records of their own.
    return records.flat().join("").includes(value) ? "found" : "different";
  } catch (error) {
    return isAbsent(error) ? "missing" : "failed";
  }
}

async function resolveTxt(servers: readonly string[], name: string) {
  const resolver = new Resolver({ timeout: TRY_MS, tries: TRIES });
  if (servers.length > 0) resolver.setServers(servers);
  const late = setTimeout(() => resolver.cancel(), LONGEST_MS);
  try {
    return await resolver.resolveTxt(name);
  } finally {
    clearTimeout(late);
  }
}

function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && "code" in error && error.code;
  return code === "ENOTFOUND" || code === "ENODATA";
}
