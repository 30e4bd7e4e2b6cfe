import type { Generator } from "./load/shot";
import { type Figures, type Measured, measureInTurns } from "./measure";
import { isShort, ROUNDS, SIZE } from "./options";
import { isRead, type Row, rows } from "./rows";
import type { Stage } from "./stage";
import { SIZES } from "./data/sizes";

/**
 * A hash takes so long that more connections would only wait. It also takes hundreds of sign-ins until their code is
 * compiled, so their warm-up is longer.
 */
const SIGN_INS = { connections: 4, warmUpSeconds: isShort ? 0 : 15 };

/** The measured figures of a row. `hot` is the product when all requests come from the same session. */
export interface Result {
  row: Row;
  product: Figures;
  ceiling: Figures;
  hot?: Figures;
  large?: Figures;
  peer?: Figures;
}

export async function measureRow(
  generator: Generator,
  { product, ceiling, large, peer }: Stage,
  row: Row,
): Promise<Result> {
  const measured: Record<string, Measured> = {
    product: { target: product, shots: row.product },
    ceiling: { target: ceiling, shots: row.ceiling },
  };
  if (isRead(row))
    measured.hot = { target: product, shots: row.product.slice(0, 1) };
  if (large) measured.large = { target: large, shots: sameRow(row).product };
  if (peer && row.peer) measured.peer = { target: peer, ...row.peer };
  const rounds = row.hashes ? { ...ROUNDS, ...SIGN_INS } : ROUNDS;
  const figures = await measureInTurns(generator, measured, rounds);
  return { row, ...figures } as Result;
}

function sameRow({ name }: Row): Row {
  const found = rows(SIZES.large).find((row) => row.name === name);
  if (!found) throw new Error(`There is no row ${name} for ${SIZE.name}.`);
  return found;
}
