import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { formatCount } from "#client/lib/formats/number.ts";

export interface Plotted {
  /** One date for each value: `"2026-12-03"`. */
  dates: readonly string[];
  values: readonly number[];
  /** The values of the period before, drawn as a thin line. */
  previous?: readonly number[] | undefined;
  /** A line shows a total at the end of each day; bars show events during the day. */
  kind: "line" | "bars";
  /** Called with the index of the day under the pointer, or undefined after the pointer has left the chart. */
  onPoint: (index: number | undefined) => void;
  /** Called with the index of the day on which the user clicks; undefined if the days lead nowhere. */
  onOpen?: ((index: number) => void) | undefined;
  formatDate: (date: string) => string;
}

const HEIGHT = 168;
const FONT = "12px 'Geist Variable', sans-serif";

/** Draws a chart into an element, in the colours of the current theme. */
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
        y: {
          range: plotted.kind === "bars" ? roomAboveZero : roomAroundLine,
        },
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
          width: plotted.kind === "bars" ? 0 : 2,
          points: { show: false },
          ...(plotted.kind === "bars" && {
            fill: `color-mix(in srgb, ${ink} 75%, transparent)`,
            paths: uPlot.paths.bars?.({ size: [0.7, 24], radius: 0.15 }),
          }),
        },
        ...(plotted.previous ? [previousSeries(element)] : []),
      ],
      hooks: {
        ready: [(drawn) => openOnClick(drawn, plotted.onOpen)],
        setCursor: [({ cursor }) => plotted.onPoint(cursor.idx ?? undefined)],
      },
    },
    [
      positions,
      [...plotted.values],
      ...(plotted.previous ? [[...plotted.previous]] : []),
    ],
    element,
  );
}

function previousSeries(element: HTMLElement): uPlot.Series {
  return {
    stroke: colour(element, "--color-subtle"),
    width: 1,
    dash: [4, 4],
    points: { show: false },
  };
}

function openOnClick(drawn: uPlot, onOpen: Plotted["onOpen"]): void {
  if (!onOpen) return;
  drawn.over.style.cursor = "pointer";
  drawn.over.addEventListener("click", () => {
    const { idx } = drawn.cursor;
    if (typeof idx === "number") onOpen(idx);
  });
}

/** The possible distances between grid lines. They are whole numbers, because the values are counts. */
const WHOLE = [1, 2, 5]
  .flatMap((step) =>
    [1, 10, 100, 1e3, 1e4, 1e5, 1e6].map((size) => step * size),
  )
  .toSorted((one, other) => one - other);

/**
 * Returns the range of the horizontal axis. Bars need half a day more on both sides, because each bar is centred on
 * its day.
 */
function roomAround({ kind, dates }: Plotted): [number, number] {
  const side = kind === "bars" ? 0.5 : 0;
  return [-side, Math.max(1, dates.length - 1) + side];
}

/** Returns the range of the vertical axis of bars: from zero to a little above the maximum. */
function roomAboveZero(_: uPlot, _low: number, high: number): [number, number] {
  return [0, Math.max(4, Math.ceil(high * 1.1))];
}

/**
 * Returns the range of the vertical axis of a line. It does not begin at zero, because a small change of a large total
 * would then look like none.
 */
function roomAroundLine(_: uPlot, low: number, high: number): [number, number] {
  const room = Math.max(1, Math.ceil((high - low) * 0.15));
  const least = Math.max(0, low - room);
  return [least, Math.max(least + 4, high + room)];
}

function dateAt({ dates, formatDate }: Plotted, index: number): string {
  const date = dates[index];
  return date === undefined ? "" : formatDate(date);
}

/**
 * Returns the value of a CSS variable, because a canvas cannot use the variable. Reads it from a new element, because
 * the colours of existing elements may be in transition.
 */
function colour(element: HTMLElement, variable: string): string {
  const probe = element.appendChild(document.createElement("i"));
  probe.style.color = `var(${variable})`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
