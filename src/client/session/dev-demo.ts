import { type Accessor, createSignal } from "solid-js";

export interface DevDemo {
  people: { email: string; name: string; summary: string }[];
  /** The password that all demo users share. */
  password?: string;
}

const [demo, setDemo] = createSignal<DevDemo>();
let isAsked = false;

/** Returns the demo users, which exist in development only; otherwise undefined. */
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
    // The page works without demo users.
  }
}
