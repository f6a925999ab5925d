import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type Answers, NOBODY } from "../../../usage";
import type { Choice } from "./import-file";

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
  text: { minWidth: 0, color: tokens.colorNeutralForeground2 },
});

const WORDS: { readonly [K in keyof Answers]-?: (answer: string) => string } = {
  customer: (column) => (column === NOBODY ? "no customer" : `customer in ${column}`),
  cached: (cached) =>
    cached === "included" ? "input with cached tokens" : "input without cached tokens",
  decimalMark: (mark) => (mark === "," ? "decimal comma" : "decimal point"),
  zone: (zone) => `times in ${zone}`,
  slashOrder: (order) => `dates ${order}`,
  services: (services) => (services === "all services" ? "all services" : "AI services alone"),
};

function inWords({ kept, hasKeptMapping }: Choice): string[] {
  const about = Object.keys(WORDS) as (keyof Answers)[];
  return [
    ...(hasKeptMapping ? ["what the columns hold"] : []),
    ...about.flatMap((key) => (kept[key] === undefined ? [] : [WORDS[key](kept[key])])),
  ];
}

interface RememberedNoteProps {
  readonly choice: Choice;
  readonly fileName: string;
  readonly isBusy: boolean;
  readonly onForget: () => void;
}

/** What is known of a file from the last one with these columns, and a way to be asked again. */
export function RememberedNote({ choice, fileName, isBusy, onForget }: RememberedNoteProps) {
  const styles = useStyles();
  const words = inWords(choice);
  if (words.length === 0) return null;
  return (
    <div className={styles.root}>
      <span className={styles.text}>{`As last time with these columns: ${words.join(", ")}.`}</span>
      <Button
        size="small"
        aria-label={`Forget what was said of ${fileName}`}
        disabledFocusable={isBusy}
        onClick={() => {
          if (!isBusy) onForget();
        }}
      >
        Forget
      </Button>
    </div>
  );
}
