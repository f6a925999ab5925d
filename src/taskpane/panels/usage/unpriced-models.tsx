import { Button, Field, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { ModelPricing, UnpricedModel, UsedModel } from "../../../usage/engines/usage-engine";
import { ModelPicker } from "../../model-picker";
import { showCount } from "../../show-number";
import { NumberField } from "./number-field";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "12px", overflowWrap: "anywhere" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  model: { display: "flex", flexDirection: "column", rowGap: "8px" },
  grid: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: "12px", alignItems: "end" },
  button: { alignSelf: "flex-start" },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
});

/** What was typed for a model: one of the catalog, or prices; prices go before. */
interface Draft {
  readonly catalogModel?: string;
  readonly input?: number | undefined;
  readonly output?: number | undefined;
}

function nameOf({ provider, model }: UsedModel): string {
  const name = model ?? "(no model named)";
  return provider === null ? name : `${name} of ${provider}`;
}

const keyOf = ({ provider, model }: UsedModel) => JSON.stringify([provider, model]);

function pricingOf({ provider, model }: UsedModel, draft: Draft = {}): ModelPricing | undefined {
  const { catalogModel = "", input, output } = draft;
  if (input !== undefined && output !== undefined) {
    return { provider, model, prices: { input, output } };
  }
  if (catalogModel.trim() === "") return undefined;
  return { provider, model, catalogModel: catalogModel.trim() };
}

function inWords(pricing: ModelPricing): string {
  if ("catalogModel" in pricing)
    return `${nameOf(pricing)} costs what ${pricing.catalogModel} does`;
  const { input, output } = pricing.prices;
  return `${nameOf(pricing)} costs $${input} in and $${output} out per million tokens`;
}

const notNegative = (value: number) => (value < 0 ? "Must be 0 or more" : undefined);

interface UnpricedModelsProps {
  readonly unpriced: readonly UnpricedModel[];
  readonly pricing: readonly ModelPricing[];
  /** Excel date of today, for the prices shown. */
  readonly day: number;
  readonly isBusy: boolean;
  readonly onPricing: (pricing: readonly ModelPricing[]) => void;
}

/** Models whose cost is not known, and what the user says of their prices. */
export function UnpricedModels({ unpriced, pricing, day, isBusy, onPricing }: UnpricedModelsProps) {
  const styles = useStyles();
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const change = (key: string, draft: Draft) => {
    setDrafts(new Map(drafts).set(key, { ...drafts.get(key), ...draft }));
  };
  const said = unpriced.flatMap((model) => pricingOf(model, drafts.get(keyOf(model))) ?? []);
  const section = useRef<HTMLDivElement>(null);
  if (unpriced.length + pricing.length === 0) return null;
  return (
    <div
      ref={section}
      role="group"
      aria-label="Models without prices"
      tabIndex={-1}
      className={styles.root}
    >
      <h3 className={styles.title}>Models without prices</h3>
      {unpriced.length > 0 && (
        <div>Their cost is left open and never taken for 0. Say what they cost, or leave it.</div>
      )}
      {unpriced.map((used) => {
        const key = keyOf(used);
        const name = nameOf(used);
        const tokens = used.inputTokens + used.outputTokens;
        return (
          <div key={key} role="group" aria-label={name} className={styles.model}>
            <div>
              <strong>{name}</strong>
              {`: ${showCount(used.requests)} requests, ${showCount(tokens)} tokens. ${used.reasons.join("; ")}.`}
            </div>
            <Field label="Priced as">
              <ModelPicker
                day={day}
                value={drafts.get(key)?.catalogModel ?? ""}
                onChange={(catalogModel) => {
                  change(key, { catalogModel });
                }}
              />
            </Field>
            <div className={styles.grid}>
              {(["input", "output"] as const).map((kind) => (
                <NumberField
                  key={kind}
                  label={`Or $ per million ${kind} tokens`}
                  kind="money"
                  start=""
                  problemOf={notNegative}
                  onChange={(value) => {
                    change(key, { [kind]: value });
                  }}
                />
              ))}
            </div>
          </div>
        );
      })}
      {unpriced.length > 0 && (
        <Button
          className={styles.button}
          disabledFocusable={isBusy || said.length === 0}
          onClick={() => {
            if (!isBusy && said.length > 0) onPricing([...pricing, ...said]);
          }}
        >
          Work out costs again
        </Button>
      )}
      {pricing.map((own) => (
        <div key={keyOf(own)} className={styles.row}>
          <span>{inWords(own)}.</span>
          <Button
            size="small"
            aria-label={`Undo prices of ${nameOf(own)}`}
            disabledFocusable={isBusy}
            onClick={() => {
              if (isBusy) return;
              onPricing(pricing.filter((other) => other !== own));
              // The button goes: the keyboard stays in this part of the page.
              section.current?.focus();
            }}
          >
            Undo
          </Button>
        </div>
      ))}
    </div>
  );
}
