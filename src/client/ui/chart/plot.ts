import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { formatCount } from "#client/lib/formats/number.ts";

export interface Plotted {
  /** `"2026-12-03"`, a day each. */
  dates: readonly string[];
  values: readonly number[];
  /** A line for what there is at the end of each day, bars for what happened in it. */
  kind: "line" | "bars";
  /** Told which day the pointer is on; undefined when it left. */
  onPoint: (index: number | undefined) => void;
  formatDate: (date: string) => string;
}

const HEIGHT = 168;
const FONT = "12px 'Geist Variable', sans-serif";

/** Draws into an element, in the colours of the theme that holds now. */
export function plot(element: HTMLElement, plotted: Plotted): uPlot {
  const ink = colour(element, "--color-chart-1");
  const axis = {
    stroke: colour(element, "--color-subtle"),
    font: FONT,
    ticks: { show: false },
  };
  const grid = { stroke: colour(element, "--color-line"), width: 1 };
  const positions = plotted.dates.map((_, index) => index);
  return new uPlot(
    {
      width: element.clientWidth,
      height: HEIGHT,
      padding: [8, 20, 0, 0],
      legend: { show: false },
      cursor: {
        y: false,
        drag: { x: false, y: false },
        points: { size: 7, fill: ink, stroke: ink },
      },
      scales: {
        x: { time: false, range: roomAround(plotted) },
        y: { range: roomFor },
      },
      axes: [
        {
          ...axis,
          size: 28,
          grid: { show: false },
          space: 84,
          incrs: [1, 2, 5, 7, 14, 30, 60, 90],
          values: (_, indexes) =>
            indexes.map((index) => dateAt(plotted, index)),
        },
        {
          ...axis,
          size: 44,
          grid,
          incrs: WHOLE,
          values: (_, counts) => counts.map((count) => formatCount(count)),
        },
      ],
      series: [
        {},
        {
          stroke: ink,
          fill: `color-mix(in srgb, ${ink} ${plotted.kind === "bars" ? 75 : 12}%, transparent)`,
          width: plotted.kind === "bars" ? 0 : 2,
          points: { show: false },
          ...(plotted.kind === "bars" && {
            paths: uPlot.paths.bars?.({ size: [0.7, 24], radius: 0.15 }),
          }),
        },
      ],
      hooks: {
        setCursor: [({ cursor }) => plotted.onPoint(cursor.idx ?? undefined)],
      },
    },
    [positions, [...plotted.values]],
    element,
  );
}

/** Counts are whole: no line stands between two of them. */
const WHOLE = [1, 2, 5]
  .flatMap((step) =>
    [1, 10, 100, 1e3, 1e4, 1e5, 1e6].map((size) => step * size),
  )
  .toSorted((one, other) => one - other);

/** Half a day more on both sides, where a bar stands around its day. */
function roomAround({ kind, dates }: Plotted): [number, number] {
  const side = kind === "bars" ? 0.5 : 0;
  return [-side, Math.max(1, dates.length - 1) + side];
}

/** From nothing to a little above the highest, so that a line that stands still is not drawn at the edge. */
function roomFor(_: uPlot, _low: number, high: number): [number, number] {
  return [0, Math.max(4, Math.ceil(high * 1.1))];
}

function dateAt({ dates, formatDate }: Plotted, index: number): string {
  const date = dates[index];
  return date === undefined ? "" : formatDate(date);
}

/**
 * A canvas knows no variables of CSS: the browser says what one means here and now. Asked of an element of its own,
 * since colours of one that is there already change by and by.
 */
function colour(element: HTMLElement, variable: string): string {
  const probe = element.appendChild(document.createElement("i"));
  probe.style.color = `var(${variable})`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
