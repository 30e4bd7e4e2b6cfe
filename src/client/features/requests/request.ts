import type { RouterOutputs } from "#sdk/index.ts";

export type AccessRequest = RouterOutputs["requests"]["list"]["items"][number];
