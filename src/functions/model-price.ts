import * as catalog from "../catalog";
import { define } from "./define";
import { date, optionalUnlessGiven, text } from "./parameter";
import { today } from "./today";

/** List price of a model's tokens at a date, for prompts below the model's long-context threshold.
 * @customfunction MODELPRICE
 * @helpurl https://localhost:3000/help/modelprice.html
 * @param model Id or alias of a model as text, such as "claude-sonnet-4-5", or provider:model, such as "azure:gpt-4o".
 * @param kind Text: "input", "output", "cacheRead" or "cacheWrite"; "input" if omitted or blank.
 * @param asOf Date at which the price is valid (UTC; without a time of day it means midnight); today if omitted, blank or 0.
 * @returns $ per million tokens. */
export function modelPrice(
  model: unknown[][],
  kind?: unknown[][],
  asOf?: unknown[][],
): unknown[][] {
  return MODELPRICE.spill(model, kind, asOf);
}

export const MODELPRICE = define({
  calc: (model: string, kind: string = "input", asOf: number = today()) =>
    catalog.modelPrice(model, kind, asOf),
  params: [
    text("model"),
    optionalUnlessGiven(text("kind"), '"input"'),
    optionalUnlessGiven(date("asOf"), "TODAY()"),
  ],
  native: { none: "The price comes from the add-in's dated list of models." },
  examples: [
    {
      it: "is 3 dollars for a million tokens of input",
      args: ["claude-sonnet-4-5", "input", 46266],
      gives: 3,
    },
    {
      it: "finds kinds and models whatever their case",
      args: ["Claude-Sonnet-4-5", "CACHEREAD", 46266],
      gives: 0.3,
    },
    {
      it: "is the old price on the last day before a change",
      args: ["gpt-5.6-sol", "input", 46254],
      gives: 5,
    },
    {
      it: "is the new price from the day of the change",
      args: ["gpt-5.6-sol", "input", 46255],
      gives: 4,
    },
    {
      it: "may be another at another seller",
      args: ["aws:claude-sonnet-4-6", "input", 46266],
      gives: 3.3,
    },
    {
      it: "names the nearest where there is no such model",
      args: ["claude-sonet-4-5", "input", 46266],
      fails: "#N/A",
    },
    {
      it: "does not exist where cached writes cost what other input costs",
      args: ["gpt-4o", "cacheWrite", 46266],
      fails: "#N/A",
    },
    { it: "refuses a kind that is none", args: ["gpt-4o", "price", 46266], fails: "#VALUE!" },
  ],
  formula: "the list price of this kind that is valid at asOf",
  source: "Providers' price lists as collected by Pydantic's genai-prices.",
});
