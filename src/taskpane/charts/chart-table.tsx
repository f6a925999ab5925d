import { makeStyles, tokens } from "@fluentui/react-components";
import { type DrawnChart, visibleSeries } from "./drawn-chart";
import { showValue } from "./show-value";

const useStyles = makeStyles({
  summary: { cursor: "pointer", paddingBlock: "8px", fontSize: tokens.fontSizeBase200 },
  scroll: { overflowX: "auto" },
  table: {
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    "& th, & td": {
      padding: "4px 8px 4px 0",
      textAlign: "right",
      whiteSpace: "nowrap",
      fontWeight: tokens.fontWeightRegular,
      fontVariantNumeric: "tabular-nums",
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    "& tr > :first-child": { textAlign: "left" },
  },
});

interface Table {
  readonly corner: string | undefined;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly values: readonly (number | null | undefined)[];
  }[];
}

/**
 * The figures with whatever is fewer across, categories or series: a pane is narrow. Rows stand as
 * they are drawn, so that those of bars begin at the bottom.
 */
function tableOf(chart: DrawnChart): Table {
  const { kind, categoryTitle, cachedCategories } = chart;
  const series = visibleSeries(chart);
  if (cachedCategories.length <= series.length) {
    const rows = series.map(({ label, cached }) => ({ label, values: cached }));
    return { corner: undefined, columns: cachedCategories, rows };
  }
  const rows = cachedCategories.map((label, i) => ({
    label,
    values: series.map(({ cached }) => cached[i]),
  }));
  const isUpwards = kind === "bar" || kind === "stackedBar";
  return {
    corner: categoryTitle,
    columns: series.map(({ label }) => label),
    rows: isUpwards ? rows.reverse() : rows,
  };
}

/** The figures of a chart, for those who do not see it and for those who want them exactly. */
export function ChartTable({ chart }: { readonly chart: DrawnChart }) {
  const styles = useStyles();
  const { title, valueFormat } = chart;
  const show = showValue(valueFormat);
  const { corner, columns, rows } = tableOf(chart);
  return (
    <details>
      <summary className={styles.summary} aria-label={`${title}: as a table`}>
        As a table
      </summary>
      {/* What may have to scroll has to be reached by keyboard. */}
      <div
        className={styles.scroll}
        role="group"
        aria-label={`${title}: figures, may scroll`}
        tabIndex={0}
      >
        <table className={styles.table} aria-label={title}>
          <thead>
            <tr>
              {corner === undefined ? <td /> : <th scope="col">{corner}</th>}
              {columns.map((label, i) => (
                <th key={i} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, values }, i) => (
              <tr key={i}>
                <th scope="row">{label}</th>
                {values.map((value, j) => (
                  <td key={j}>{typeof value === "number" ? show(value) : "none"}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
