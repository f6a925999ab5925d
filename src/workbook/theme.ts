import type { NumberFormat, StyleName } from "./plan";

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
  readonly wrap: boolean;
}

export const FONT = "Calibri";

const INK = "#1f2933";
const QUIET = "#5c6770";
const ACCENT = "#0f4c5c";
const LINE = "#d3dade";

const PLAIN: CellStyle = { bold: false, italic: false, size: 11, color: INK, wrap: false };

/**
 * The one look of every sheet, as finance people read it: inputs blue on pale yellow, formulas
 * black, answers bold.
 */
export const STYLES: Readonly<Record<StyleName, CellStyle>> = {
  title: { ...PLAIN, bold: true, size: 16, color: ACCENT },
  subtitle: { ...PLAIN, bold: true, size: 12, color: ACCENT },
  heading: { ...PLAIN, bold: true, color: "#ffffff", fill: ACCENT },
  label: PLAIN,
  input: { ...PLAIN, color: "#0000ff", fill: "#fffbe0", border: LINE },
  calculation: { ...PLAIN, color: "#000000", border: LINE },
  result: { ...PLAIN, bold: true, color: "#000000", fill: "#e8f2f4", border: LINE },
  note: { ...PLAIN, italic: true, size: 10, color: QUIET },
  unit: { ...PLAIN, color: QUIET },
};

/** Excel's format codes, the same in every language of Excel. */
export const NUMBER_FORMATS: Readonly<Record<NumberFormat, string>> = {
  money: '"$"#,##0.00',
  moneyFine: '"$"#,##0.0000',
  count: "#,##0",
  percent: "0.0%",
  decimal: "0.00",
  date: "yyyy-mm-dd",
  text: "@",
};
