/** Texts by key, as they are kept with a sheet. */
export type Properties = Readonly<Record<string, string>>;

/**
 * Characters of a text under one key. Excel sets no limit for the texts of a sheet, but versions
 * of it have been seen to hand them out cut: those of a document after 255 characters, and with
 * 16.85 after 127 (github.com/OfficeDev/office-js/issues/4530).
 */
const PIECE = 120;

/** Every character beyond ASCII as JSON's escape, so that no cut can fall between two halves of one. */
function inAscii(json: string): string {
  return json.replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A value as JSON under keys that begin with the same word: how long it is, then its pieces. */
export function keptJson(key: string, value: unknown): Properties {
  const json = inAscii(JSON.stringify(value));
  const pieces = json.match(new RegExp(`.{1,${PIECE}}`, "g")) ?? [];
  return Object.fromEntries([
    [key, String(json.length)],
    ...pieces.map((piece, i) => [`${key}.${i + 1}`, piece] as const),
  ]);
}

/** The value that `keptJson` has kept; undefined where a piece is missing, cut or no JSON. */
export function readKeptJson(key: string, properties: Properties): unknown {
  const length = Number(properties[key]);
  let json = "";
  for (let i = 1; json.length < length; i++) {
    const piece = properties[`${key}.${i}`];
    if (piece === undefined) return undefined;
    json += piece;
  }
  if (json.length !== length) return undefined;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
