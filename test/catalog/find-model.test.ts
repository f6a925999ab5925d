import { calcPrice, type MatchLogic } from "@pydantic/genai-prices";
import { findModel, nearestModels } from "../../src/catalog";
import { lookUpModel, type Offer } from "../../src/catalog/look-up-model";
import { failure } from "../calc/failure";
import { PACKAGE_MODELS } from "./package-models";

function nameOf(offer: Offer | undefined): string | undefined {
  return offer && `${offer.provider.id}:${offer.model[0]}`;
}

/** The seller and model that the package picks, or undefined where it finds none. */
function packageChoice(text: string, providerId?: string): string | undefined {
  const choice = calcPrice({}, text, providerId === undefined ? {} : { providerId });
  return choice ? `${choice.provider.id}:${choice.model.id}` : undefined;
}

/** Texts that a rule speaks of, and texts that only just match it or do not. */
function textsOf(match: MatchLogic): string[] {
  if ("or" in match) return match.or.flatMap(textsOf);
  if ("and" in match) return match.and.flatMap(textsOf);
  if ("equals" in match) return [match.equals, `${match.equals}-x`];
  if ("starts_with" in match) return [match.starts_with, `${match.starts_with}-20250929`];
  if ("ends_with" in match) return [match.ends_with, `some/${match.ends_with}`];
  if ("contains" in match) return [match.contains, `us.${match.contains}-v1:0`];
  const dated = match.regex.replace(/\\d\{(\d)\}/g, (_, count: string) =>
    "2".repeat(Number(count)),
  );
  return [dated.replace(/^\^|\$$|\\/g, "")];
}

const TEXTS = [
  ...new Set(PACKAGE_MODELS.flatMap(({ model }) => [model.id, ...textsOf(model.match)])),
];

interface Choice {
  readonly text: string;
  readonly chosen: string | undefined;
}

describe("a bare id or alias", () => {
  it("means the model of the provider that the package picks", () => {
    expect(TEXTS.length).toBeGreaterThan(PACKAGE_MODELS.length / 2);
    const ours: Choice[] = TEXTS.map((text) => ({ text, chosen: nameOf(lookUpModel(text)) }));
    expect(ours).toEqual(TEXTS.map((text) => ({ text, chosen: packageChoice(text) })));
  });

  it("is found whatever its case and the spaces around it", () => {
    expect(findModel(" GPT-4o ")).toEqual(findModel("gpt-4o"));
  });

  it("may bear the date of a release with or without hyphens", () => {
    expect(nameOf(findModel("gpt-5.6-sol-20260821"))).toBe("openai:gpt-5.6-sol");
    expect(nameOf(findModel("gpt-5.6-sol-2026-08-21"))).toBe("openai:gpt-5.6-sol");
    // 2026 has no 31 February.
    expect(lookUpModel("gpt-5.6-sol-20260231")).toBeUndefined();
  });
});

describe("provider:model", () => {
  it("means what the package finds for that provider, or else the id in its list", () => {
    const wrong = PACKAGE_MODELS.map(({ provider, model, name }) => ({
      name,
      ours: nameOf(lookUpModel(name)),
      theirs: packageChoice(model.id, provider.id) ?? name,
    })).filter(({ ours, theirs }) => ours !== theirs);
    expect(wrong).toEqual([]);
  });

  it("means the package's choice for every alias, too", () => {
    const wrong = PACKAGE_MODELS.flatMap(({ provider: { id }, model }) =>
      textsOf(model.match).map((alias) => {
        const text = `${id}:${alias}`;
        // Some rules of a provider speak of its own name; another provider is never meant.
        const whole = packageChoice(text);
        const theirs = packageChoice(alias, id) ?? (whole?.startsWith(`${id}:`) && whole);
        return { text, ours: nameOf(lookUpModel(text)), theirs: theirs || undefined };
      }),
    ).filter(({ ours, theirs, text }) => ours !== (theirs ?? (ours === text ? text : undefined)));
    expect(wrong).toEqual([]);
  });

  it("finds models that the provider resells", () => {
    expect(nameOf(findModel("azure:claude-sonnet-4-5"))).toBe("azure:claude-sonnet-4-5");
    expect(findModel("azure:claude-sonnet-4-5").model).toBe(
      findModel("anthropic:claude-sonnet-4-5").model,
    );
  });

  it("takes other names of providers where the whole is no id", () => {
    expect(nameOf(findModel("vertex:gemini-2.5-pro"))).toBe("google:gemini-2.5-pro");
    expect(nameOf(findModel("xAI:grok-4.3"))).toBe("x-ai:grok-4.3");
  });

  it("leaves spaces around the colon aside", () => {
    expect(findModel("Azure : gpt-4o")).toEqual(findModel("azure:gpt-4o"));
  });
});

describe("an unknown model", () => {
  it.each([
    ["a letter left out", "claude-sonet-4-5", '"claude-sonnet-4-5"'],
    ["a name as people write it", "Claude Sonnet 4.5", '"claude-sonnet-4-5"'],
    ["no hyphen", "gpt4o", '"gpt-4o"'],
    ["a provider that does not sell it", "openai:gemini-2.5-pro", undefined],
  ])("is told the nearest name: %s", (_slip, text, nearest) => {
    expect(failure(() => findModel(text))).toBe(
      nearest === undefined
        ? `#N/A Unknown model "${text}"; expected an id such as "claude-sonnet-4-5" or "openrouter:openai/gpt-4o"`
        : `#N/A Unknown model "${text}"; did you mean ${nearest}?`,
    );
  });

  it("is told several names that are equally near, joined as people join them", () => {
    expect(failure(() => findModel("opus 5"))).toMatch(
      /^#N\/A Unknown model "opus 5"; did you mean "claude-opus-5", "[^"]+" or "[^"]+"\?$/,
    );
  });

  it("is told names of the provider that was named", () => {
    const names = nearestModels("openrouter:gpt-4o-mni");
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !name.startsWith("openrouter:"))).toEqual([]);
  });

  it("is told the seller to name where none is asked first", () => {
    expect(lookUpModel("llama-3.3-70b")).toBeUndefined();
    expect(nearestModels("llama-3.3-70b")).toEqual(["cerebras:llama-3.3-70b"]);
  });

  it("is told names that are models", () => {
    const slips = TEXTS.filter((_, i) => i % 40 === 0).map((text) => text.slice(1));
    const told = slips.flatMap(nearestModels);
    expect(told.length).toBeGreaterThan(slips.length / 2);
    expect(told.filter((name) => lookUpModel(name) === undefined)).toEqual([]);
  });

  it("fails alike each time it is asked for", () => {
    const first = failure(() => findModel("gpt-5000x"));
    expect(failure(() => findModel("gpt-5000x"))).toBe(first);
  });

  it("is empty where the cell is", () => {
    expect(failure(() => findModel("  "))).toBe("#N/A model is empty");
  });
});
