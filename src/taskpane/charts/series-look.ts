import { SERIES_COLORS } from "../../workbook/theme";
import type { VisibleColor } from "./drawn-chart";

type SeriesColors = Readonly<Record<VisibleColor, string>>;

/** The sheets' colours of series, lit up for a dark pane. */
const DARK_SERIES_COLORS: SeriesColors = {
  first: "#7fc7d9",
  second: "#ff9a52",
  third: "#a4cf84",
  fourth: "#cfa3db",
  fifth: "#e8cf6a",
  sixth: "#86bdea",
  good: "#7cc48c",
  warning: "#e9b65a",
  bad: "#f08a80",
  neutral: "#b4bfc6",
};

/** Where the user chose the colours; dashes and outlines tell series apart, too. */
const FORCED_SERIES_COLORS: SeriesColors = {
  first: "CanvasText",
  second: "LinkText",
  third: "Highlight",
  fourth: "GrayText",
  fifth: "GrayText",
  sixth: "VisitedText",
  good: "Highlight",
  warning: "GrayText",
  bad: "LinkText",
  neutral: "CanvasText",
};

function property(color: string): string {
  return `--series-${color}`;
}

function properties(colors: SeriesColors): Record<string, string> {
  return Object.fromEntries(
    Object.entries(colors).map(([color, value]) => [property(color), value]),
  );
}

/** The colours of series as CSS properties, by the look of the pane. */
export const SERIES_PROPERTIES = {
  light: properties(SERIES_COLORS),
  dark: properties(DARK_SERIES_COLORS),
  forced: properties(FORCED_SERIES_COLORS),
} as const;

/** The colour of a series as it is in the pane's look. */
export function seriesColor(color: VisibleColor): string {
  return `var(${property(color)})`;
}

/** Lines are told apart without colour, too. */
export const DASHES: Readonly<Record<VisibleColor, string>> = {
  first: "",
  second: "6 3",
  third: "2 2",
  fourth: "8 3 2 3",
  fifth: "4 4",
  sixth: "1 3",
  good: "5 2",
  warning: "3 2",
  bad: "2 2",
  neutral: "1 2",
};
