import { FakeCollection, FakeObject } from "./fake-object";

class FakeCustomProperty extends FakeObject {
  constructor(
    readonly key: string,
    readonly value: string,
  ) {
    super("WorksheetCustomProperty");
  }
}

/** Texts kept with a sheet; a key that is there already gets the new text. */
export class FakeCustomProperties extends FakeCollection<FakeCustomProperty> {
  constructor() {
    super("WorksheetCustomPropertyCollection", ({ key }) => [key]);
  }

  add(key: string, value: string): FakeCustomProperty {
    const property = new FakeCustomProperty(key, value);
    const before = this.find(key);
    if (before) this.items.splice(this.items.indexOf(before), 1);
    this.items.push(property);
    return property;
  }
}
