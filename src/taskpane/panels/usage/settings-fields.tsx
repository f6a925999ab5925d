import { Field, makeStyles, Select } from "@fluentui/react-components";
import { BASIS_NAMES } from "../../../usage/revenue/revenue-terms";
import type { PanelProps } from "../../panel-props";
import { showRoundPercent } from "../../show-number";
import { NumberField } from "./number-field";
import { OtherCogsFields } from "./other-cogs-fields";
import type { ReportSettings } from "./report-settings";

const useStyles = makeStyles({
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 130px), 1fr))",
    gap: "12px",
    alignItems: "start",
  },
  wide: { gridColumn: "1 / -1" },
  input: { minWidth: 0, width: "100%", "& select": { minWidth: 0 } },
});

const positive = (value: number) => (value > 0 ? undefined : "Must be above 0");
const belowOne = (value: number) => (value < 1 ? undefined : "Must be below 100%");

interface SettingsFieldsProps extends Pick<PanelProps, "offers" | "report"> {
  readonly settings: ReportSettings;
  /** The currency of the report first. */
  readonly currencies: readonly string[];
  readonly hasRevenue: boolean;
  /** Whether a file of other costs is among the imported. */
  readonly hasCosts: boolean;
  readonly onChange: (change: (before: ReportSettings) => ReportSettings) => void;
}

/** Target, currencies, how revenue counts, and other cost than inference. */
export function SettingsFields(props: SettingsFieldsProps) {
  const { settings, currencies, hasRevenue, hasCosts, offers, report, onChange } = props;
  const styles = useStyles();
  const { basis } = settings;
  const currency = settings.currency ?? currencies[0] ?? "USD";
  const foreign = currencies.filter((other) => other !== currency);

  return (
    <div role="group" aria-label="Terms" className={styles.grid}>
      <NumberField
        label="Target margin"
        kind="percent"
        start={showRoundPercent(settings.targetMargin)}
        problemOf={belowOne}
        onChange={(targetMargin) => {
          if (targetMargin !== undefined) onChange((before) => ({ ...before, targetMargin }));
        }}
      />
      {hasRevenue && (
        <Field label="Revenue counts" className={styles.wide}>
          <Select
            className={styles.input}
            value={basis}
            onChange={(_event, { value }) => {
              onChange((before) => ({
                ...before,
                basis: value === "invoiced" ? "invoiced" : "recognised",
              }));
            }}
          >
            <option value="recognised">{`by days of service (${BASIS_NAMES.recognised})`}</option>
            <option value="invoiced">{`when invoiced (${BASIS_NAMES.invoiced})`}</option>
          </Select>
        </Field>
      )}
      {currencies.length > 1 && (
        <Field label="Currency of the sheets">
          <Select
            className={styles.input}
            value={currency}
            onChange={(_event, { value }) => {
              // A rate is against the currency before.
              onChange((before) => ({ ...before, currency: value, rates: {} }));
            }}
          >
            {currencies.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {foreign.map((each) => (
        <NumberField
          key={`${currency} ${each}`}
          label={`1 ${each} in ${currency}`}
          hint={`Without a rate, amounts in ${each} stay apart`}
          kind="count"
          start={settings.rates[each] === undefined ? "" : `${settings.rates[each]}`}
          problemOf={positive}
          onChange={(rate) => {
            onChange((before) => {
              const others = Object.entries(before.rates).filter(([code]) => code !== each);
              const own: typeof others = rate === undefined ? [] : [[each, rate]];
              return { ...before, rates: Object.fromEntries([...others, ...own]) };
            });
          }}
        />
      ))}
      <OtherCogsFields
        settings={settings}
        currency={currency}
        hasCosts={hasCosts}
        offers={offers}
        report={report}
        onChange={onChange}
      />
    </div>
  );
}
