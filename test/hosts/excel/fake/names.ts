import { invalidArgument, itemAlreadyExists } from "./errors";
import { FakeCollection, FakeObject } from "./fake-object";
import { FakeRange } from "./range";

/** Whether Excel takes a name for cells or a table: no address, no spaces, 255 characters. */
export function isLegalName(name: string): boolean {
  const isAddress = /^([A-Z]{1,3}[1-9]\d*|R(\d+)?C(\d+)?|[RC]\d*)$/i.test(name);
  return /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name) && !isAddress;
}

class FakeNamedItem extends FakeObject {
  constructor(
    readonly name: string,
    readonly range: FakeRange,
  ) {
    super("NamedItem");
  }

  get value(): string {
    return this.range.address;
  }
}

/** Names of a workbook or of one sheet. */
export class FakeNames extends FakeCollection<FakeNamedItem> {
  constructor() {
    super("NamedItemCollection", ({ name }) => [name]);
  }

  add(name: string, reference: FakeRange | string): FakeNamedItem {
    if (!(reference instanceof FakeRange)) throw invalidArgument("the fake names ranges alone");
    if (!isLegalName(name)) throw invalidArgument(`${name} is no name`);
    if (this.find(name)) throw itemAlreadyExists(name);
    const item = new FakeNamedItem(name, reference);
    this.items.push(item);
    return item;
  }
}
