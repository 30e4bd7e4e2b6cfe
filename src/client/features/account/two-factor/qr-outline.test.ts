import { expect, test } from "bun:test";
import { encode } from "uqr";
import { outlineOf } from "./qr-outline.ts";

test("each run of dark modules becomes one rectangle", () => {
  expect(
    outlineOf([
      [true, true, false, true],
      [false, false, false, false],
    ]),
  ).toBe("M0 0h2v1h-2zM3 0h1v1h-1z");
});

test("the rectangles cover exactly the dark modules of a real code", () => {
  const { data, size } = encode("otpauth://totp/Tenantry:ana?secret=ABCD");
  const drawn = Array.from({ length: size }, () =>
    Array.from({ length: size }, () => false),
  );
  for (const [, x, y, length] of outlineOf(data).matchAll(
    /M(\d+) (\d+)h(\d+)/g,
  ))
    drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
  expect(drawn).toEqual(data);
});
