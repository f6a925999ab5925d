import type { PlanChart, PlanSeries } from "../../workbook/plan";
import { NUMBER_FORMATS, STYLES } from "../../workbook/theme";
import { xmlText } from "./xml-text";

const NOT_DRAWN = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>";
// Where this is missing, Excel draws negative columns white.
const ONE_COLOR = '<c:invertIfNegative val="0"/>';

const LINE_COLOR = (STYLES.fixed.border ?? STYLES.fixed.color).slice(1);
const PALE_LINE = `<c:spPr><a:ln><a:solidFill><a:srgbClr val="${LINE_COLOR}"/></a:solidFill></a:ln></c:spPr>`;

function points(values: readonly (string | number | null)[]): string {
  const shown = values.flatMap((value, i) =>
    value === null ? [] : [`<c:pt idx="${i}"><c:v>${xmlText(String(value))}</c:v></c:pt>`],
  );
  return `<c:ptCount val="${values.length}"/>${shown.join("")}`;
}

function completeSeries(xml: string, series: PlanSeries, chart: PlanChart): string {
  const format = `<c:formatCode>${xmlText(NUMBER_FORMATS[chart.valueFormat])}</c:formatCode>`;
  const texts = `<c:strCache>${points(chart.cachedCategories)}</c:strCache>`;
  const numbers = `<c:numCache>${format}${points(series.cached)}</c:numCache>`;
  // Functions, because "$" in a replacement text has a meaning.
  return xml
    .replace("</c:tx>", (end) => (series.color === "invisible" ? end + NOT_DRAWN : end))
    .replace("<c:cat>", (start) => (chart.kind === "line" ? start : ONE_COLOR + start))
    .replace("</c:strRef></c:cat>", (end) => texts + end)
    .replace("</c:numRef></c:val>", (end) => numbers + end);
}

/** Adds to a chart the values as they are now, and how its series look where hucre cannot say it. */
export function completeChart(xml: string, chart: PlanChart): string {
  let place = 0;
  return xml
    .replace(/<c:ser>.*?<\/c:ser>/gs, (piece) => {
      const series = chart.series[place++];
      return series ? completeSeries(piece, series, chart) : piece;
    })
    .replace("<c:majorGridlines/>", `<c:majorGridlines>${PALE_LINE}</c:majorGridlines>`)
    .replaceAll("<c:crossAx ", `${PALE_LINE}<c:crossAx `);
}

/** Gives the charts of a drawing their names. */
export function nameCharts(drawing: string, charts: readonly PlanChart[]): string {
  return drawing.replace(/ name="Chart (\d+)"/g, (name, number: string) => {
    const chart = charts[Number(number) - 1];
    return chart ? ` name="${xmlText(chart.id)}"` : name;
  });
}
