import { editDistance } from "./edit-distance";
import { callName, namedProvider, type Offer } from "./look-up-model";
import { PROVIDERS } from "./price-table.generated";

const MOST = 3;
/** Names farther away than the nearest by so much are not worth a mention. */
const TOLERANCE = 1;
/** Texts shorter than this are part of too many ids to mean one. */
const LEAST_PART = 3;
/** People mistype a letter in so many, and hardly ever more than five. */
const LETTERS_PER_SLIP = 4;
const MOST_SLIPS = 5;

interface Candidate {
  readonly offer: Offer;
  readonly spelling: string;
  /** One bit per letter and digit that occurs. */
  readonly letters: number;
}

/** Without the differences in which people spell the same name. */
function spellingOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s._:/-]+/g, "-");
}

function lettersOf(spelling: string): number {
  let letters = 0;
  for (const letter of spelling) letters |= 1 << (letter.charCodeAt(0) % 32);
  return letters;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** An id, and without the vendor where it begins with one: people leave "openai/" out. */
function spellings(id: string): string[] {
  const vendor = id.lastIndexOf("/") + 1;
  return vendor === 0 ? [spellingOf(id)] : [spellingOf(id), spellingOf(id.slice(vendor))];
}

let known: readonly Candidate[] | undefined;

function candidates(): readonly Candidate[] {
  known ??= PROVIDERS.flatMap((provider) =>
    provider.models.flatMap((model) =>
      spellings(model[0]).map((spelling) => ({
        offer: { provider, model },
        spelling,
        letters: lettersOf(spelling),
      })),
    ),
  );
  return known;
}

type Spelled = Pick<Candidate, "spelling" | "letters">;

/** How far two spellings are apart: slips to mend, or little where one is part of the other. */
function distance(wanted: Spelled, other: Spelled): number {
  const onlyWanted = bitCount(wanted.letters & ~other.letters);
  const onlyOther = bitCount(other.letters & ~wanted.letters);
  const isPart =
    (onlyOther === 0 && isPartOf(other.spelling, wanted.spelling)) ||
    (onlyWanted === 0 && isPartOf(wanted.spelling, other.spelling));
  const longer = Math.abs(wanted.spelling.length - other.spelling.length);
  if (isPart) return longer === 0 ? 0 : 1 + longer / 100;
  const slips = Math.floor(wanted.spelling.length / LETTERS_PER_SLIP);
  const limit = Math.min(Math.max(slips, 1), MOST_SLIPS);
  // A letter that only one of the two has is a slip: most candidates end here.
  if (onlyWanted > limit || onlyOther > limit) return Infinity;
  return editDistance(wanted.spelling, other.spelling, limit);
}

function isPartOf(part: string, whole: string): boolean {
  return part.length >= LEAST_PART && whole.includes(part);
}

/** Whoever is asked first for a model is rather meant than whoever resells it. */
function reselling({ provider }: Offer): number {
  return provider.sells ? 0 : 0.5;
}

/** Names of models that resemble a text that is none, the nearest first, at most three. */
export function nearestModels(text: string): string[] {
  const named = namedProvider(text.trim().toLowerCase());
  const spelling = spellingOf(named ? named.rest : text);
  const wanted = { spelling, letters: lettersOf(spelling) };
  const near: { readonly other: Candidate; readonly away: number }[] = [];
  for (const other of candidates()) {
    if (named && other.offer.provider !== named.provider) continue;
    const away = distance(wanted, other) + reselling(other.offer);
    if (away < Infinity) near.push({ other, away });
  }
  near.sort((a, b) => a.away - b.away);
  const nearest = near[0]?.away ?? 0;
  const seen = new Set<string>();
  const names = new Set<string>();
  for (const { other, away } of near) {
    if (away >= nearest + TOLERANCE || names.size === MOST) break;
    if (!seen.has(other.spelling)) names.add(callName(other.offer));
    seen.add(other.spelling);
  }
  return [...names];
}
