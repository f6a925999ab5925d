import { CalcError } from "../calc";
import { lookUpModel, type Offer } from "./look-up-model";
import { nearestModels } from "./nearest-models";

/** Texts remembered at most; a workbook names far fewer models. */
const MOST = 10_000;

const known = new Map<string, Offer | CalcError>();

function unknownModel(text: string): CalcError {
  if (text.trim() === "") return new CalcError("#N/A", "model is empty");
  const names = nearestModels(text).map((name) => `"${name}"`);
  const last = names.pop();
  const hint =
    last === undefined
      ? 'expected an id such as "claude-sonnet-4-5" or "openrouter:openai/gpt-4o"'
      : `did you mean ${names.length > 0 ? `${names.join(", ")} or ` : ""}${last}?`;
  return new CalcError("#N/A", `Unknown model "${text.trim()}"; ${hint}`);
}

/**
 * The offer that a text means, as `lookUpModel` finds it; each text is looked for once.
 *
 * @throws CalcError `#N/A` with the nearest names where there is no such model
 */
export function findModel(text: string): Offer {
  let found = known.get(text);
  if (!found) {
    found = lookUpModel(text) ?? unknownModel(text);
    if (known.size >= MOST) known.clear();
    known.set(text, found);
  }
  if (found instanceof CalcError) throw found;
  return found;
}
