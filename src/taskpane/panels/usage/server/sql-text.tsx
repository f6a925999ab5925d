import { Field, makeStyles, Select, Textarea, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { CopyButton } from "../../../copy-button";
import { Fold } from "../../../fold";

const useStyles = makeStyles({
  input: { minWidth: 0, width: "100%", "& select": { minWidth: 0 } },
  text: {
    width: "100%",
    "& textarea": { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  },
});

export interface Statements {
  readonly clickHouse: string;
  readonly portable: string;
}

interface SqlTextProps {
  /** Asks for them; undefined where that failed, which is shown elsewhere. */
  readonly statements: () => Promise<Statements | undefined>;
}

/** What the server is asked, to look at and to copy. */
export function SqlText({ statements }: SqlTextProps) {
  const styles = useStyles();
  const [shown, setShown] = useState<Statements>();
  const [dialect, setDialect] = useState<keyof Statements>("clickHouse");
  const text = shown?.[dialect] ?? "";
  return (
    <Fold
      title="Show the SQL"
      onToggle={(isOpen) => {
        setShown(undefined);
        if (isOpen) void statements().then(setShown);
      }}
    >
      <Field label="Written for">
        <Select
          className={styles.input}
          value={dialect}
          onChange={(_event, { value }) => {
            setDialect(value === "portable" ? "portable" : "clickHouse");
          }}
        >
          <option value="clickHouse">ClickHouse, as it is asked</option>
          <option value="portable">Other warehouses</option>
        </Select>
      </Field>
      {shown && (
        <>
          <Textarea
            className={styles.text}
            aria-label="SQL"
            readOnly
            rows={12}
            resize="vertical"
            value={text}
          />
          <CopyButton label="Copy the SQL" text={text} />
        </>
      )}
    </Fold>
  );
}
