import { createMemo } from "solid-js";
import { encode } from "uqr";
import { outlineOf } from "./qr-outline.ts";

/** Draws a QR code dark on white even in the dark theme, because many cameras cannot read inverted codes. */
export default function QrCode(props: { content: string; label: string }) {
  const code = createMemo(() => encode(props.content, { border: 3 }));
  return (
    <svg
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${code().size} ${code().size}`}
      shape-rendering="crispEdges"
      class="size-full rounded-md border border-line"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={outlineOf(code().data)} fill="#000" />
    </svg>
  );
}
