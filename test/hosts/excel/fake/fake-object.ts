import { invalidArgument, itemNotFound } from "./errors";

/**
 * An object of Excel's. Members that do something are members of a subclass, under the names of the
 * typings; all other properties that the typings know are kept as they are set.
 */
export class FakeObject {
  readonly #kept = new Map<string, unknown>();

  /** @param excelClass the name of its class in Excel's typings */
  constructor(
    readonly excelClass: string,
    initial: Readonly<Record<string, unknown>> = {},
  ) {
    for (const [name, value] of Object.entries(initial)) this.#kept.set(name, value);
  }

  /** A property that was set, or an object behind one; undefined where there is none. */
  kept(name: string): unknown {
    return this.#kept.get(name);
  }

  /** What stands behind a path such as "custom.rule.formula", for tests to look at. */
  look(path: string): unknown {
    const [first = "", ...rest] = path.split(".");
    const value: unknown = first in this ? Reflect.get(this, first) : this.kept(first);
    return rest.length > 0 && value instanceof FakeObject ? value.look(rest.join(".")) : value;
  }

  /** The object behind a property, which is made when it is first looked at. */
  behind(name: string, className: string): unknown {
    if (!this.#kept.has(name)) this.#kept.set(name, new FakeObject(className));
    return this.#kept.get(name);
  }

  keep(name: string, value: unknown): void {
    this.#kept.set(name, value);
  }
}

/** A collection whose items are found by a key, whatever its case. */
export class FakeCollection<T extends FakeObject> extends FakeObject {
  readonly items: T[] = [];
  readonly #keysOf: (item: T) => readonly string[];

  constructor(type: string, keysOf: (item: T) => readonly string[]) {
    super(type);
    this.#keysOf = keysOf;
  }

  find(key: string): T | undefined {
    const wanted = key.toLowerCase();
    return this.items.find((item) => this.#keysOf(item).some((k) => k.toLowerCase() === wanted));
  }

  getItem(key: string): T {
    const item = this.find(key);
    if (!item) throw itemNotFound(key);
    return item;
  }

  getItemOrNullObject(key: string): T | null {
    return this.find(key) ?? null;
  }

  getItemAt(index: number): T {
    const item = this.items[index];
    if (!item) throw invalidArgument(`there is no item ${index}`);
    return item;
  }

  getCount(): number {
    return this.items.length;
  }
}
