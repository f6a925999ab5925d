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

/** The figures of a chart, for those who do not see it and for those who want them exactly. */
export function ChartTable({ chart }: { readonly chart: DrawnChart }) {
  const styles = useStyles();
  const visible = visibleSeries(chart);
  const { title, categoryTitle, cachedCategories, valueFormat } = chart;
  const show = showValue(valueFormat);
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
              {categoryTitle === undefined ? <td /> : <th scope="col">{categoryTitle}</th>}
              {visible.map(({ place, label }) => (
                <th key={place} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cachedCategories.map((category, i) => (
              <tr key={i}>
                <th scope="row">{category}</th>
                {visible.map(({ place, cached }) => {
                  const value = cached[i] ?? null;
                  return <td key={place}>{value === null ? "none" : show(value)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
