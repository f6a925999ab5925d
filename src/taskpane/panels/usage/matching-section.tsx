import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { type ReactNode, useRef, useState } from "react";
import { mappingTable } from "../../../usage/customers/mapping-table";
import type { CustomersReport } from "../../../usage/customers/customers-report";
import type { UnallocatedKind } from "../../../usage/customers/report-terms";
import { FileDrop } from "../../file-drop";
import { Fold } from "../../fold";
import { showCount } from "../../show-number";
import { ShownInPart } from "../../shown-in-part";
import type { ReportSettings } from "./report-settings";

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  line: { display: "flex", flexDirection: "column", rowGap: "4px", paddingBlock: "6px" },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
  text: { overflowWrap: "anywhere", minWidth: 0 },
  input: { minWidth: 0, width: "100%", "& select": { minWidth: 0 } },
});

/** As many as a list of suggestions is of use for. */
const SUGGESTED = 500;
const IDS = "usage-customers";
const KINDS = ["Internal", "Evaluation", "Free tier"] as const satisfies readonly UnallocatedKind[];

interface MatchFieldProps {
  readonly id: string;
  readonly name: string;
  readonly onMatch: (to: string) => void;
  /** Takes the keyboard out of the field, which is then taken as it is. */
  readonly onEnter: () => void;
}

/** Which customer of usage a customer of revenue is. */
function MatchField({ id, name, onMatch, onEnter }: MatchFieldProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState("");
  const take = () => {
    if (typed.trim() !== "") onMatch(typed.trim());
  };
  return (
    <Field label={name === id ? id : `${name} (${id})`}>
      <Input
        className={styles.input}
        list={IDS}
        autoComplete="off"
        placeholder="Its id in usage"
        value={typed}
        onChange={(_event, { value }) => {
          setTyped(value);
        }}
        onBlur={take}
        onKeyDown={({ key }) => {
          if (key === "Enter") onEnter();
        }}
      />
    </Field>
  );
}

interface SaidProps {
  readonly children: ReactNode;
  readonly label: string;
  readonly onUndo: () => void;
}

function Said({ children, label, onUndo }: SaidProps) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <span className={styles.text}>{children}</span>
      <Button size="small" aria-label={`Undo ${label}`} onClick={onUndo}>
        Undo
      </Button>
    </div>
  );
}

interface MatchingSectionProps {
  readonly report: CustomersReport;
  readonly settings: ReportSettings;
  readonly onChange: (change: (before: ReportSettings) => ReportSettings) => void;
}

/** Customers that usage or revenue alone knows, and who they are. */
export function MatchingSection({ report, settings, onChange }: MatchingSectionProps) {
  const styles = useStyles();
  const { mappings, unallocated } = settings;
  const [said, setSaid] = useState("");
  const section = useRef<HTMLDivElement>(null);
  /** What is used here goes with what it said: the keyboard stays in this part of the page. */
  const stay = () => section.current?.focus();

  async function take(file: File): Promise<void> {
    const table = mappingTable(await file.text());
    if (table === undefined) {
      setSaid(`“${file.name}” is no table with a column “from” and a column “to”.`);
      return;
    }
    setSaid(`Rows taken from “${file.name}”: ${showCount(table.length)}.`);
    onChange((before) => ({ ...before, mappings: [...before.mappings, ...table] }));
  }

  const inRevenue = new Set(report.onlyInRevenue);
  const inUsage = new Set(report.onlyInUsage);
  const payers = report.customers.filter(({ id }) => inRevenue.has(id));
  const users = report.customers.filter(({ id }) => inUsage.has(id));

  return (
    <div ref={section} role="group" aria-label="Who is who" tabIndex={-1}>
      <h3 className={styles.title}>Who is who</h3>
      <datalist id={IDS}>
        {users.slice(0, SUGGESTED).map(({ id }) => (
          <option key={id} value={id} />
        ))}
      </datalist>
      {payers.length + users.length === 0 && <div>Usage and revenue know the same customers.</div>}
      {report.ambiguousNames.length > 0 && (
        <div>{`Names that several customers have match nobody: ${report.ambiguousNames.slice(0, 10).join(", ")}.`}</div>
      )}
      {payers.length > 0 && (
        <Fold title="They pay and have no usage" detail={`(${showCount(payers.length)})`}>
          <ShownInPart label="Customers without usage" items={payers}>
            {({ id, name }) => (
              <div key={id} className={styles.line}>
                <MatchField
                  id={id}
                  name={name}
                  onEnter={stay}
                  onMatch={(to) => {
                    onChange((before) => ({
                      ...before,
                      mappings: [...before.mappings, { from: id, to }],
                    }));
                  }}
                />
              </div>
            )}
          </ShownInPart>
        </Fold>
      )}
      {users.length > 0 && (
        <Fold title="They have usage and no revenue" detail={`(${showCount(users.length)})`}>
          <ShownInPart label="Customers without revenue" items={users}>
            {({ id }) => (
              <div key={id} className={styles.line}>
                <Field label={id}>
                  <Select
                    className={styles.input}
                    value=""
                    onChange={(_event, { value }) => {
                      const kind = KINDS.find((one) => one === value);
                      if (kind === undefined) return;
                      onChange((before) => ({
                        ...before,
                        unallocated: new Map(before.unallocated).set(id, kind),
                      }));
                      stay();
                    }}
                  >
                    <option value="">A customer that pays nothing</option>
                    {KINDS.map((kind) => (
                      <option key={kind} value={kind}>
                        {`No customer: ${kind.toLowerCase()}`}
                      </option>
                    ))}
                  </Select>
                </Field>
              </div>
            )}
          </ShownInPart>
        </Fold>
      )}
      <FileDrop
        label="Mapping table"
        invitation="Many at once: a CSV whose column “from” names them, and “to” their id in usage."
        button="Choose a mapping table …"
        isBusy={false}
        onFiles={([file]) => {
          if (file) void take(file);
        }}
      />
      <div role="status" aria-label="Mapping table">
        {said}
      </div>
      {mappings.length > 0 && (
        <ShownInPart label="Matches" items={mappings}>
          {(mapping) => (
            <Said
              label={`match of ${mapping.from}`}
              onUndo={() => {
                onChange((before) => ({
                  ...before,
                  mappings: before.mappings.filter((other) => other !== mapping),
                }));
                stay();
              }}
            >
              {`${mapping.from} is ${mapping.to}.`}
            </Said>
          )}
        </ShownInPart>
      )}
      {[...unallocated].map(([id, kind]) => (
        <Said
          key={id}
          label={`mark of ${id}`}
          onUndo={() => {
            onChange((before) => {
              const left = new Map(before.unallocated);
              left.delete(id);
              return { ...before, unallocated: left };
            });
            stay();
          }}
        >
          {`${id} is no customer: ${kind.toLowerCase()}.`}
        </Said>
      ))}
    </div>
  );
}
