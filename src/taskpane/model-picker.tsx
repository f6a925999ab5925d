import { Combobox, makeStyles, Option, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { listedModels } from "../catalog";

const useStyles = makeStyles({
  combobox: { minWidth: 0, width: "100%", "& input": { minWidth: 0 } },
  list: { maxHeight: "260px", border: `1px solid ${tokens.colorNeutralStroke1}` },
});

/** As many as one reads through; a few letters more find the others. */
const MOST = 20;

interface Choice {
  readonly model: string;
  /** What is searched, in lower case. */
  readonly words: string;
  readonly prices: string;
}

const PRICE = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  maximumFractionDigits: 4,
});

function pricesInWords(input: number, output: number): string {
  return `${PRICE.format(input)} in, ${PRICE.format(output)} out per million`;
}

/** The models of the catalog that have a price of input and output. */
function catalogChoices(day: number): Choice[] {
  return listedModels(day).flatMap(({ model, name, providerName, prices: { input, output } }) =>
    input === undefined || output === undefined
      ? []
      : [
          {
            model,
            words: `${model} ${name} ${providerName}`.toLowerCase(),
            prices: `${providerName}, ${pricesInWords(input, output)}`,
          },
        ],
  );
}

let listed: { readonly day: number; readonly choices: readonly Choice[] } | undefined;

function choicesOf(day: number): readonly Choice[] {
  if (listed?.day !== day) listed = { day, choices: catalogChoices(day) };
  return listed.choices;
}

/** A model that is known here without the catalog, $ per million tokens. */
export interface OwnModel {
  readonly model: string;
  readonly input: number;
  readonly output: number;
}

const NONE: readonly OwnModel[] = [];

interface ModelPickerProps {
  /** Excel date on which the prices shown hold. */
  readonly day: number;
  readonly own?: readonly OwnModel[];
  readonly label?: string;
  readonly value: string;
  readonly onChange: (model: string) => void;
}

/** A model with its prices: one that is known here, or any of the catalog by its name. */
export function ModelPicker({ day, own = NONE, label, value, onChange }: ModelPickerProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const [search, setSearch] = useState("");
  const choices = useMemo(() => {
    if (!isOpen) return [];
    const known = own.map(({ model, input, output }) => ({
      model,
      words: model.toLowerCase(),
      prices: pricesInWords(input, output),
    }));
    const names = new Set(known.map(({ model }) => model));
    const wanted = search.trim().toLowerCase().split(/\s+/);
    return [...known, ...choicesOf(day).filter(({ model }) => !names.has(model))]
      .filter(({ words }) => wanted.every((word) => words.includes(word)))
      .slice(0, MOST);
  }, [isOpen, search, own, day]);
  return (
    <Combobox
      freeform
      // Fluent's layer for lists covers the pane with its background.
      inlinePopup
      positioning={{ autoSize: false }}
      className={styles.combobox}
      listbox={{ className: styles.list }}
      autoComplete="off"
      {...(label !== undefined && { "aria-label": label })}
      value={value}
      selectedOptions={[value]}
      onOpenChange={(_event, { open }) => {
        setOpen(open);
        setSearch("");
      }}
      onChange={({ target }) => {
        setSearch(target.value);
        onChange(target.value);
      }}
      onOptionSelect={(_event, { optionValue }) => {
        if (optionValue !== undefined) onChange(optionValue);
      }}
    >
      {choices.map(({ model, prices }) => (
        <Option key={model} value={model} text={model}>
          <span>
            {model}
            <br />
            <small>{prices}</small>
          </span>
        </Option>
      ))}
    </Combobox>
  );
}
