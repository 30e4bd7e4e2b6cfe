import { createSignal, type JSX } from "solid-js";
import { cx } from "../cx.ts";
import { texts } from "./texts.ts";

/**
 * An area into which the user can drop a file. Its children must include a button, so that choosing a file works
 * without a mouse.
 */
export function DropArea(props: {
  onFile: (file: File) => void;
  children: JSX.Element;
}) {
  const [isOver, setOver] = createSignal(false);
  const over = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes(texts().dropArea.files)) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (file) props.onFile(file);
  };
  return (
    <div
      class={cx(
        "flex flex-wrap items-center gap-x-5 gap-y-4 rounded-lg border border-dashed p-4 transition-colors",
        isOver() ? "border-accent bg-accent-soft" : "border-line-strong",
      )}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {props.children}
    </div>
  );
}
