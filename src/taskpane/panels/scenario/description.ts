import type { NumberKind } from "../../parse-number";
import type { Description, FormField } from "./form-field";
import type { ScenarioForm } from "./use-scenario-form";

/** What a field is called, by the model where the field itself does not say. */
export function descriptionOf({ model }: ScenarioForm, field: FormField): Description {
  const { name, described } = field;
  const definition = model.entries.get(name)?.definition;
  return { format: "text", ...definition, ...described } as Description & typeof described;
}

/** How a field is entered. */
export type FieldKind = NumberKind | "text" | "date" | "switch" | "model" | "tariff" | "list";

export function kindOf(field: FormField, { format, allowed }: Description): FieldKind {
  if (field.name === "focus" || field.name === "lever.usageTariff") return "tariff";
  if (allowed && "oneOf" in allowed) return allowed.oneOf === "prices.model" ? "model" : "list";
  if (allowed?.numbers.whole && allowed.numbers.from === 0 && allowed.numbers.to === 1) {
    return "switch";
  }
  switch (format) {
    case "percent":
    case "text":
    case "date":
      return format;
    case "money":
    case "moneyFine":
    case "moneyWhole":
      return "money";
    default:
      return "count";
  }
}

/** Units as one reads them beside a number that ends in %. */
const PERCENT_UNITS: Readonly<Record<string, string>> = {
  fraction: "",
  "fraction / month": "A month",
  "fraction / year": "A year",
  "0.5 to 1": "",
};

/** Unit and note below a field. */
export function hintOf(kind: FieldKind, { unit = "", note = "" }: Description): string {
  if (kind === "text" || kind === "date" || kind === "switch" || kind === "tariff") return note;
  if (kind === "list" || kind === "model") return note;
  const ofPercent = PERCENT_UNITS[unit] ?? unit.replace(/^fraction of/, "Of");
  const shown = kind === "percent" ? ofPercent : unit;
  const hint = [shown, note].filter(Boolean).join(". ");
  return hint.charAt(0).toUpperCase() + hint.slice(1);
}
