import { invalidArgument, itemAlreadyExists } from "./errors";
import { FakeCollection, FakeObject } from "./fake-object";
import type { FakeRange } from "./range";

/** Whether Excel takes a name for cells or a table: no address, no spaces, 255 characters. */
export function isLegalName(name: string): boolean {
  const isAddress = /^([A-Z]{1,3}[1-9]\d*|R(\d+)?C(\d+)?|[RC]\d*)$/i.test(name);
  return /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name) && !isAddress;
}

class FakeNamedItem extends FakeObject {
  #reference: FakeRange | string;

  constructor(
    readonly name: string,
    reference: FakeRange | string,
    readonly scope: "Workbook" | "Worksheet",
  ) {
    super("NamedItem");
    this.#reference = reference;
  }

  get range(): FakeRange {
    if (typeof this.#reference === "string") throw invalidArgument(`${this.name} names no range`);
    return this.#reference;
  }

  get value(): string {
    return this.range.address;
  }

  get formula(): string {
    if (typeof this.#reference === "string") return this.#reference;
    const { address } = this.#reference;
    const at = address.lastIndexOf("!") + 1;
    return `=${address.slice(0, at)}${address.slice(at).replace(/[A-Z]+/g, "$$$&$")}`;
  }

  set formula(formula: string) {
    if (!formula.startsWith("=")) throw invalidArgument(`${formula} is no formula`);
    this.#reference = formula;
  }
}

/** Names of a workbook or of one sheet. */
export class FakeNames extends FakeCollection<FakeNamedItem> {
  constructor(private readonly scope: "Workbook" | "Worksheet") {
    super("NamedItemCollection", ({ name }) => [name]);
  }

  add(name: string, reference: FakeRange | string): FakeNamedItem {
    if (!isLegalName(name)) throw invalidArgument(`${name} is no name`);
    if (this.find(name)) throw itemAlreadyExists(name);
    const item = new FakeNamedItem(name, reference, this.scope);
    this.items.push(item);
    return item;
  }
}
