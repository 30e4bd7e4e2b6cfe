import type { RouterOutputs } from "#sdk/index.ts";

export type Member = RouterOutputs["members"]["list"]["items"][number];
