import { afterEach, beforeEach, expect, jest, test } from "bun:test";
import { cleanup, render, screen } from "@solidjs/testing-library";
import { Skeleton } from "./skeleton.tsx";

beforeEach(() => void jest.useFakeTimers());
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

test("a skeleton keeps its place at once and becomes visible after 200 ms", () => {
  render(() => <Skeleton rows={3} label="Loading projects…" />);
  const skeleton = screen.getByRole("status", { hidden: true });
  expect(skeleton.querySelectorAll(".animate-pulse")).toHaveLength(3);
  expect(skeleton.classList.contains("invisible")).toBe(true);
  expect(skeleton.textContent).toBe("");

  jest.advanceTimersByTime(199);
  expect(skeleton.classList.contains("invisible")).toBe(true);
  jest.advanceTimersByTime(1);
  expect(skeleton.classList.contains("invisible")).toBe(false);
  expect(skeleton.textContent).toBe("Loading projects…");
});

test("a skeleton that is removed earlier leaves no timer", () => {
  const { unmount } = render(() => <Skeleton />);
  unmount();
  expect(jest.getTimerCount()).toBe(0);
});
