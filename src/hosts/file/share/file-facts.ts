import { FilePackage } from "./file-package";
import { isSigned } from "./signatures";
import { child, isTrue } from "./xml-tree";

/** What users are told of a file before a copy of it is made. */
export interface FileFacts {
  /** It has macros: they are kept, and the copy must be called .xlsm too. */
  readonly isMacroEnabled: boolean;
  /** It has a digital signature: the copy has none, as any change breaks it. */
  readonly isSigned: boolean;
  /** Excel calculates it when it is opened, so that the figures of functions it does not know are lost. */
  readonly calculatesOnOpening: boolean;
}

/**
 * What a file is beside its formulas.
 *
 * @throws HostError for what is no workbook; see `readBook`
 */
export function fileFacts(bytes: Uint8Array): FileFacts {
  const parts = new FilePackage(bytes);
  const calculation = child(parts.tree(parts.mainPart), "calcPr");
  return {
    isMacroEnabled: /macroEnabled/i.test(parts.contentType(parts.mainPart)),
    isSigned: isSigned(parts),
    calculatesOnOpening: isTrue(calculation?.attributes.fullCalcOnLoad),
  };
}
