import { ExcelError, Misuse } from "./errors";
import { FakeCollection, FakeObject } from "./fake-object";
import { callMethod, getProperty, setProperty } from "./member-access";
import {
  ACTION,
  type Action,
  type ArgumentInfo,
  memberName,
  type ObjectPath,
  PATH,
  type RequestBody,
  type ResponseBody,
  wireName,
} from "./messages";
import type { References } from "./references";

/** Called before anything is done or set, with a name such as "Worksheet.delete"; may throw. */
export type BeforeOperation = (operation: string) => void;

/** An object, or null for the null object of an "OrNullObject" method. */
type Found = FakeObject | null;

/** Carries out one request on a workbook, in the order of its actions, up to the first error. */
export class RequestRunner {
  readonly #found = new Map<number, Found>();
  #operation = "";

  constructor(
    private readonly root: FakeObject,
    private readonly references: References,
    private readonly before: BeforeOperation,
    private readonly body: RequestBody,
  ) {}

  run(): ResponseBody {
    const results: { ActionId: number; Value: unknown }[] = [];
    for (const [i, action] of this.body.Actions.entries()) {
      try {
        results.push({ ActionId: action.Id, Value: this.#carryOut(action) });
      } catch (error) {
        if (!(error instanceof ExcelError)) throw error;
        const { code: Code, message: Message } = error;
        return { Error: { Code, Message, Location: this.#operation, ActionIndex: i } };
      }
    }
    return { Results: results };
  }

  #carryOut(action: Action): unknown {
    if (action.ActionType === ACTION.trace) return null;
    const object = this.#object(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return this.#identity(object);
      case ACTION.load:
        return object && this.#load(object, action.QueryInfo?.Select ?? []);
      case ACTION.method:
        return object && this.#call(object, action.Name, action.ArgumentInfo);
      case ACTION.set:
        if (object) this.#set(object, action.Name, action.ArgumentInfo);
        return null;
      default:
        throw new Misuse(`the fake does not know actions of type ${action.ActionType}`);
    }
  }

  #object(id: number): Found {
    let object = this.#found.get(id);
    if (object === undefined) {
      const path = this.body.ObjectPaths[id];
      if (!path) throw new Misuse(`the request has no path ${id}`);
      object = this.#follow(path);
      this.#found.set(id, object);
    }
    return object;
  }

  #follow(path: ObjectPath): Found {
    if (path.ObjectPathType === PATH.root) return this.root;
    if (path.ObjectPathType === PATH.reference) return this.references.get(path.Name);
    if (path.ObjectPathType === PATH.nullObject) return null;
    const parent = this.#object(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    const object =
      path.ObjectPathType === PATH.property
        ? getProperty(parent, memberName(path.Name))
        : this.#call(parent, path.Name || "GetItem", path.ArgumentInfo);
    if (object === null || object instanceof FakeObject) return object;
    throw new Misuse(`${parent.excelClass}.${path.Name} leads to no object`);
  }

  #arguments({ Arguments = [], ReferencedObjectPathIds = [] }: ArgumentInfo = {}): unknown[] {
    return Arguments.map((argument, i) => {
      const id = ReferencedObjectPathIds[i];
      return typeof id === "number" && id > 0 ? this.#object(id) : argument;
    });
  }

  #begin(object: FakeObject, name: string): void {
    this.#operation = `${object.excelClass}.${name}`;
    this.before(this.#operation);
  }

  #call(object: FakeObject, wire: string, info?: ArgumentInfo): unknown {
    const args = this.#arguments(info);
    if (wire === "_KeepReference") return this.references.keep(object);
    if (wire === "_RemoveReference") return this.references.remove(args[0]);
    // Part of a long write: the write itself checks the shape.
    if (wire === "_ValidateArraySize") return null;
    const name = memberName(wire);
    this.#begin(object, name);
    return callMethod(object, name, args) ?? null;
  }

  #set(object: FakeObject, wire: string, info?: ArgumentInfo): void {
    const name = memberName(wire);
    this.#begin(object, name);
    setProperty(object, name, this.#arguments(info)[0]);
  }

  /** What tells the client which object it has. */
  #identity(object: Found): unknown {
    if (!object) return null;
    const id: unknown = "id" in object ? object.id : object.kept("id");
    const reference = this.references.of(object);
    return {
      ...(id !== undefined && { Id: id }),
      ...(reference !== undefined && { _ReferenceId: reference }),
    };
  }

  /** The properties asked for; of a collection, those of each item. Excel ignores unknown ones. */
  #load(object: FakeObject, paths: readonly string[]): Record<string, unknown> {
    if (paths.length === 0)
      throw new Misuse(`${object.excelClass}: load needs the names of properties`);
    const identity = this.#identity(object) as Record<string, unknown>;
    if (object instanceof FakeCollection) {
      return {
        ...identity,
        _Items: object.items.map((item) => this.#load(item as FakeObject, paths)),
      };
    }
    const loaded: Record<string, unknown> = identity;
    for (const [name, below] of nested(paths)) {
      const value = getProperty(object, name);
      loaded[wireName(name)] = value instanceof FakeObject ? this.#load(value, below) : value;
    }
    return loaded;
  }
}

/** Paths such as "format/font/color" by their first part, with what is left of them. */
function nested(paths: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const path of paths) {
    const [first = "", ...rest] = path.split("/");
    found.set(first, [...(found.get(first) ?? []), ...(rest.length > 0 ? [rest.join("/")] : [])]);
  }
  return found;
}
