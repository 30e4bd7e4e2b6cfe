import { expect, test } from "bun:test";
import { render } from "@solidjs/testing-library";
import { ChangedValue } from "./changed-value.tsx";

const sha256 = "ab".repeat(32);

test("a truncated value shows its beginning, length and hash", () => {
  const value = { cut: true, sha256, length: 15_000, beginning: "Once upon" };
  const { container } = render(() => (
    <ChangedValue field="description" value={value} nameOf={(id) => id} />
  ));
  expect(container.textContent).toContain("Once upon…");
  expect(container.textContent).toContain("15,000 bytes");
  expect(container.textContent).toContain(sha256);
});

test("a complete value is shown unchanged", () => {
  const { container } = render(() => (
    <ChangedValue field="description" value="Once" nameOf={(id) => id} />
  ));
  expect(container.textContent).toBe("Once");
});
