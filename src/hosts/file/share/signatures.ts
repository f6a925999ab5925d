import type { FilePackage } from "./file-package";

const ORIGIN = "origin";
const SIGNATURE = "signature";

/** The parts of digital signatures: any change of a file breaks them. */
function signatureParts(parts: FilePackage): string[] {
  const origins = parts.relationships("").filter(({ type }) => type === ORIGIN);
  return origins.flatMap(({ target }) => {
    if (target === undefined || !parts.has(target)) return [];
    const signatures = parts.relationships(target).filter(({ type }) => type === SIGNATURE);
    return [...signatures.flatMap((each) => each.target ?? []), target];
  });
}

export function isSigned(parts: FilePackage): boolean {
  return signatureParts(parts).length > 0;
}

/** Takes digital signatures away, which would be shown as broken. */
export function removeSignatures(parts: FilePackage): void {
  const unwanted = signatureParts(parts);
  if (unwanted.length === 0) return;
  parts.unrelate("", ({ type }) => type === ORIGIN);
  for (const path of unwanted) parts.remove(path);
}
