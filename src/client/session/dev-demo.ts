import { type Accessor, createSignal } from "solid-js";

export interface DevDemo {
  people: { email: string; name: string; summary: string }[];
  /** Everyone's, when there are any. */
  password?: string;
}

const [demo, setDemo] = createSignal<DevDemo>();
let isAsked = false;

/** What only a program in development offers: its sample people and its captured mail. Nothing in production. */
export function useDevDemo(): Accessor<DevDemo | undefined> {
  if (!isAsked) void ask();
  isAsked = true;
  return demo;
}

async function ask(): Promise<void> {
  try {
    const answer = await fetch("/dev/demo.json");
    if (answer.ok) setDemo((await answer.json()) as DevDemo);
  } catch {
    // The page does without.
  }
}
