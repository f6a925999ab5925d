import { Field, makeStyles, Select } from "@fluentui/react-components";
import type { Loaded } from "../../../usage/engines/usage-engine";
import { showCount } from "../../show-number";
import { loadedFile } from "./counted-once";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "12px" },
  input: { minWidth: 0, width: "100%", "& select": { minWidth: 0 } },
});

interface Pair {
  readonly names: readonly [string, string];
  readonly why: string;
}

function pairs({ overlaps, repetitions }: Loaded): Pair[] {
  return [
    ...overlaps.map(({ names, isCertain, why }) => ({
      names,
      why: `${isCertain ? "Only one may count" : "Perhaps only one may count"}: ${why}.`,
    })),
    ...repetitions.map(({ names, rows }) => ({
      names,
      why: `${showCount(rows)} rows are the same in both: perhaps the same month was exported twice.`,
    })),
  ];
}

interface OverlapChoicesProps {
  readonly loaded: Loaded;
  /** Ids of files that do not count. */
  readonly without: readonly number[];
  readonly onChange: (without: readonly number[]) => void;
}

/** Files that may hold the same usage, and which of them counts. */
export function OverlapChoices({ loaded, without, onChange }: OverlapChoicesProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {pairs(loaded).map(({ names, why }) => {
        const [one, other] = names.map((name) => loadedFile(loaded, name)?.id ?? 0);
        const isOut = (id: number | undefined) => id !== undefined && without.includes(id);
        const value = isOut(other) ? "first" : isOut(one) ? "second" : "both";
        return (
          <Field
            key={names.join("\n")}
            label={`“${names[0]}” or “${names[1]}”: which counts?`}
            hint={why}
          >
            <Select
              className={styles.input}
              value={value}
              onChange={(_event, { value: chosen }) => {
                const others = without.filter((id) => id !== one && id !== other);
                const out = chosen === "first" ? other : chosen === "second" ? one : undefined;
                onChange(out === undefined ? others : [...others, out]);
              }}
            >
              <option value="first">{`Only “${names[0]}”`}</option>
              <option value="second">{`Only “${names[1]}”`}</option>
              <option value="both">Both</option>
            </Select>
          </Field>
        );
      })}
    </div>
  );
}
