import { comparisons } from "./comparisons";
import type { Generator } from "./load/shot";
import { measureInTurns } from "./measure";
import { measureRow } from "./measure-row";
import { isWanted, ROUNDS, SIZE } from "./options";
import { measureOthers, OTHERS, type OthersWait } from "./others";
import { peerWork } from "./peer-requests";
import type { Report } from "./report";
import { requirementsOfOthers, requirementsOfRow } from "./requirements";
import { rows } from "./rows";
import { type Stage, startStage } from "./stage";
import { HEAD, keyLine, line, lineOf, waitsLine } from "./table";
import { onWorkbench } from "./workbench";

/** Measures and prints everything that needs the started servers. */
export async function measureRequests(
  generator: Generator,
  report: Report,
): Promise<void> {
  const names = [...rows(SIZE), ...comparisons([]), OTHERS];
  if (!names.some(isWanted)) return;
  await onWorkbench(async (bench) => {
    const stage = await startStage(bench);
    await measureRows(generator, stage, report);
    await measureKeys(generator, stage, report);
    if (isWanted(OTHERS)) await measureOtherRequests(stage, report);
  });
}

async function measureRows(
  generator: Generator,
  stage: Stage,
  report: Report,
): Promise<void> {
  const wanted = rows(SIZE).filter(isWanted);
  if (wanted.length > 0) console.log(`\n${HEAD}`);
  for (const row of wanted) {
    const result = await measureRow(generator, stage, row);
    console.log(lineOf(result));
    report.rows.push(result);
    report.requirements.push(...requirementsOfRow(result));
  }
}

/** Compares calls in a session with the same calls with an API key. */
async function measureKeys(
  generator: Generator,
  { keyed, product: target }: Stage,
  report: Report,
): Promise<void> {
  const wanted = comparisons(keyed).filter(isWanted);
  if (wanted.length === 0) return;
  console.log("\nµs for a call, in a session and with an API key\n");
  console.log(line("", ["session", "key", "ratio"]));
  for (const { name, session, key } of wanted) {
    const measured = {
      session: { target, shots: session },
      key: { target, shots: key },
    };
    const costs = await measureInTurns(generator, measured, ROUNDS);
    console.log(keyLine(name, costs));
    report.keys.push({ name, ...costs });
  }
}

async function measureOtherRequests(
  { product, peer }: Stage,
  report: Report,
): Promise<void> {
  const shotsOf = (start: string) =>
    rows(SIZE).find(({ name }) => name.startsWith(start))?.product ?? [];
  const [contexts, signIns] = ["context over REST", "sign-in"].map(shotsOf);
  const ofPeer = peerWork(SIZE);
  const others: OthersWait = {
    ...OTHERS,
    product: await measureOthers(product, contexts ?? [], signIns ?? []),
    peer:
      peer &&
      (await measureOthers(peer, ofPeer.context.shots, ofPeer.signIn.shots)),
  };
  console.log("\nResponse times in ms, alone and while others sign in\n");
  console.log(line("", ["p50", "p99", "p50 then", "p99 then"]));
  console.log(waitsLine("context", others.product));
  if (others.peer)
    console.log(waitsLine("a call of better-auth's context", others.peer));
  report.others = others;
  report.requirements.push(requirementsOfOthers(others));
}
