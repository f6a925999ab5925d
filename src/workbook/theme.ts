import type { NumberFormat, SeriesColor, StyleName } from "./plan";

/** How a range of cells looks. Colours are #rrggbb; sizes are points. */
export interface CellStyle {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly size: number;
  readonly color: string;
  /** Background; undefined leaves the sheet's own. */
  readonly fill?: string;
  /** Colour of a thin line; undefined draws none. */
  readonly border?: string;
  readonly align?: "left" | "right";
  /** Gap between the cell's edge and its content, in Excel's steps of about three spaces. */
  readonly indent?: number;
  readonly wrap: boolean;
  /** Starts at the cell's upper edge, beside texts of more lines. */
  readonly isAtTop?: true;
}

export const FONT = "Calibri";

const INK = "#1f2933";
const QUIET = "#5c6770";
const ACCENT = "#0f4c5c";
const LINE = "#d3dade";

const PLAIN: CellStyle = { bold: false, italic: false, size: 11, color: INK, wrap: false };
const HEADING: CellStyle = { ...PLAIN, bold: true, color: "#ffffff", fill: ACCENT };
/** Figures, and texts that stand in their place. */
const VALUE: CellStyle = { ...PLAIN, border: LINE, align: "right" };
const REMARK: CellStyle = { ...PLAIN, italic: true, size: 10, color: QUIET };
/** Texts keep away from the figures on their left. */
const TEXT_INDENT = 1;

/**
 * The one look of every sheet, as finance people read it: inputs blue on pale yellow, formulas
 * black, links to other sheets green, answers bold.
 */
export const STYLES: Readonly<Record<StyleName, CellStyle>> = {
  title: { ...PLAIN, bold: true, size: 16, color: ACCENT },
  subtitle: { ...PLAIN, bold: true, size: 12, color: ACCENT },
  heading: HEADING,
  columnHeading: { ...HEADING, align: "right", wrap: true },
  textHeading: { ...HEADING, align: "left", indent: TEXT_INDENT, wrap: true },
  label: PLAIN,
  input: { ...VALUE, color: "#0000ff", fill: "#fffbe0" },
  fixed: VALUE,
  calculation: { ...VALUE, color: "#000000" },
  // Without lines, which long texts would run across.
  textColumn: { ...PLAIN, align: "left", indent: TEXT_INDENT },
  longText: { ...PLAIN, align: "left", indent: TEXT_INDENT, wrap: true, isAtTop: true },
  link: { ...VALUE, color: "#00703c" },
  result: { ...VALUE, bold: true, color: "#000000", fill: "#e8f2f4" },
  caption: REMARK,
  note: { ...REMARK, align: "left", indent: TEXT_INDENT },
  unit: { ...PLAIN, color: QUIET },
  columnUnit: { ...PLAIN, color: QUIET, align: "right" },
};

/** Height of a line of text in a row, in points. */
export const LINE_HEIGHT = 15;

/** Excel's format codes, the same in every language of Excel. */
export const NUMBER_FORMATS: Readonly<Record<NumberFormat, string>> = {
  money: '"$"#,##0.00',
  moneyFine: '"$"#,##0.0000',
  moneyWhole: '"$"#,##0',
  amount: "#,##0.00",
  amountFine: "#,##0.0000",
  amountWhole: "#,##0",
  count: "#,##0",
  percent: "0.0%",
  decimal: "#,##0.00",
  general: "General",
  residual: "[<-0.0000005]-0.000000;[<0.0000005]0;0.000000",
  date: "yyyy-mm-dd",
  month: "mmm yyyy",
  text: "@",
};

/** The colours of series in charts, by role; "invisible" is not drawn. */
export const SERIES_COLORS: Readonly<Record<Exclude<SeriesColor, "invisible">, string>> = {
  first: "#0f4c5c",
  second: "#e36414",
  third: "#5f8f3f",
  fourth: "#8f5b9c",
  fifth: "#c9a227",
  sixth: "#3f88c5",
  good: "#3f7d4e",
  warning: "#c98a1b",
  bad: "#b3392f",
  neutral: "#8a969e",
};

/** How much of a series' colour is in the bars of cells: figures are read on top of them. */
const BAR_STRENGTH = 0.45;

/** The colour of bars in cells, by the series of charts that they go with. */
export function barColor(series: Exclude<SeriesColor, "invisible">): string {
  const color = SERIES_COLORS[series];
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const mixed = channels.map((channel) => Math.round(255 - BAR_STRENGTH * (255 - channel)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/** How a verdict looks. */
export interface VerdictLook {
  readonly color: string;
  readonly fill: string;
}

const GOOD: VerdictLook = { color: "#1d5c32", fill: "#dff0e3" };
const FAIR: VerdictLook = { color: "#7a5200", fill: "#fdf0cf" };
const BAD: VerdictLook = { color: "#8c1d18", fill: "#fbdeda" };
/** Neither good nor bad: something is missing that would tell. */
const OPEN: VerdictLook = { color: "#434e58", fill: "#e6eaed" };

/** Texts that are verdicts, bands, statuses and lights, with their looks. */
export const VERDICTS: ReadonlyMap<string, VerdictLook> = new Map([
  ["SaaS-like", GOOD],
  ["Healthy", GOOD],
  ["Below healthy", FAIR],
  ["Flagged", BAD],
  ["Negative", BAD],
  ["At target", GOOD],
  ["Below target", FAIR],
  ["Loss", BAD],
  ["OK", GOOD],
  ["Look", FAIR],
  ["Check", BAD],
  ["Incomplete", OPEN],
  ["No revenue", OPEN],
  ["Not known", OPEN],
]);

/** Margins of printed pages, and from the edge to the line at the foot, in inches. */
export const PAGE_MARGINS = { sides: 0.5, ends: 0.6, foot: 0.3 } as const;

/** What stands at the foot of printed pages, in Excel's codes: the sheet, the page of all pages. */
export const PAGE_FOOT = { left: "&A", right: "Page &P of &N" } as const;

/** The width in pixels of a column that shows so many characters, as Excel counts them in Calibri 11. */
export function columnPixels(characters: number): number {
  return Math.round(characters * 7 + 5);
}
