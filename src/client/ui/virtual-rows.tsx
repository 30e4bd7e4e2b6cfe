import {
  createWindowVirtualizer,
  defaultRangeExtractor,
  type Range,
} from "@tanstack/solid-virtual";
import { createSignal, For, type JSX, onMount, Show } from "solid-js";

/** The estimated height of a row before it is measured: two lines of text. */
const ROW_PX = 57;
/** The number of rows rendered on each side of the viewport, so that scrolling shows no gap. */
const OVERSCAN = 20;

export interface VirtualRowsProps<Row> {
  rows: readonly Row[];
  /** Renders a row. Its element must have the index as `data-index` and be passed to `measure`. */
  children: (
    row: () => Row,
    index: number,
    measure: (element: HTMLTableRowElement) => void,
  ) => JSX.Element;
}

/** The body of a long table. It renders only the rows in and near the viewport, and the row that has the focus. */
export function VirtualRows<Row>(props: VirtualRowsProps<Row>) {
  let body: HTMLTableSectionElement | undefined;
  let focused: number | undefined;
  const [top, setTop] = createSignal(0);
  onMount(() => {
    if (body) setTop(body.getBoundingClientRect().top + scrollY);
  });

  const virtualizer = createWindowVirtualizer<HTMLTableRowElement>({
    get count() {
      return props.rows.length;
    },
    get scrollMargin() {
      return top();
    },
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    rangeExtractor: (range: Range) => withFocused(range, focused),
  });
  const measure = (element: HTMLTableRowElement) =>
    queueMicrotask(() => virtualizer.measureElement(element));
  const noteFocus = ({ target }: FocusEvent) => {
    focused = target instanceof Element ? indexOf(target) : undefined;
  };

  const items = () => virtualizer.getVirtualItems();
  const gapBefore = (position: number) =>
    (items()[position]?.start ?? 0) - (items()[position - 1]?.end ?? top());
  const gapAfter = () =>
    virtualizer.getTotalSize() + top() - (items().at(-1)?.end ?? top());

  return (
    <tbody
      ref={(element) => (body = element)}
      role="rowgroup"
      class="max-sm:block"
      onFocusIn={noteFocus}
      onFocusOut={() => (focused = undefined)}
    >
      <For each={items()}>
        {(item, position) => (
          <>
            <Gap height={gapBefore(position())} />
            <Show when={props.rows[item.index]}>
              {(row) => props.children(row, item.index, measure)}
            </Show>
          </>
        )}
      </For>
      <Gap height={gapAfter()} />
    </tbody>
  );
}

/** An empty row that takes the space of the rows that are not rendered. */
function Gap(props: { height: number }) {
  return (
    <Show when={props.height > 0}>
      <tr
        aria-hidden="true"
        class="max-sm:block"
        style={{ height: `${props.height}px` }}
      >
        <td class="p-0" />
      </tr>
    </Show>
  );
}

function withFocused(range: Range, focused: number | undefined): number[] {
  const indexes = defaultRangeExtractor(range);
  if (focused === undefined || focused >= range.count) return indexes;
  return [...new Set([...indexes, focused])].toSorted((a, b) => a - b);
}

function indexOf(element: Element): number | undefined {
  const row = element.closest<HTMLElement>("tr[data-index]");
  return row ? Number(row.dataset["index"]) : undefined;
}
