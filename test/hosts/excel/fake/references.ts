import { ExcelError } from "./errors";
import type { FakeObject } from "./fake-object";

/** Objects that Excel keeps for the client until it lets go of them. */
export class References {
  readonly #objects = new Map<string, FakeObject>();
  #count = 0;

  keep(object: FakeObject): null {
    if (this.of(object) === undefined) this.#objects.set(`reference-${++this.#count}`, object);
    return null;
  }

  remove(id: unknown): null {
    this.#objects.delete(String(id));
    return null;
  }

  get(id: string): FakeObject {
    const object = this.#objects.get(id);
    if (!object) throw new ExcelError("InvalidReference", "This reference is not valid.");
    return object;
  }

  of(object: FakeObject): string | undefined {
    return [...this.#objects].find(([, kept]) => kept === object)?.[0];
  }

  get size(): number {
    return this.#objects.size;
  }
}
