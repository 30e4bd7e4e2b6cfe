import { expect, test } from "bun:test";
import type { Figures } from "./measure";
import { slope } from "./memory";
import { requirementsOfMemory, requirementsOfRow } from "./requirements";
import type { Row } from "./rows";

function figures(microseconds: number, beyondHash = microseconds): Figures {
  return { microseconds, beyondHash, perSecond: 1, p50: 1, p99: 1 };
}

const row: Row = {
  name: "a list",
  product: [],
  ceiling: [],
  required: { share: 0.5, peer: 4, peerAim: 8 },
};

test("a row is compared with its ceiling, the peer and the large database", () => {
  const found = requirementsOfRow({
    row,
    product: figures(200),
    ceiling: figures(90),
    peer: figures(1_000),
    large: figures(240),
  });
  expect(
    found.map(({ measured, must, isMet, reachesAim }) => [
      measured,
      must,
      isMet,
      reachesAim,
    ]),
  ).toEqual([
    [45, 50, false, undefined],
    [5, 4, true, false],
    [1.2, 1.3, true, undefined],
  ]);
});

test("a sign-in counts without the hash, and is compared with the peer with it", () => {
  const signIn = {
    ...row,
    hashes: true,
    required: { peer: 6, microseconds: 2_000 },
  };
  const found = requirementsOfRow({
    row: signIn,
    product: figures(30_000, 1_500),
    ceiling: figures(28_000, 500),
    peer: figures(90_000, 6_000),
  });
  expect(found.map(({ measured, isMet }) => [measured, isMet])).toEqual([
    [3, false],
    [1_500, true],
  ]);
});

test("memory that grows a little in each minute is not flat", () => {
  const samples = [0, 1, 2, 3].map(
    (minute) => [minute, 100 + minute / 2] as const,
  );
  expect(slope(samples)).toBeCloseTo(0.5);
  const [growth] = requirementsOfMemory([
    { name: "memory", kind: "slope", product: slope(samples) },
  ]);
  expect(growth?.isMet).toBe(false);
});
