import type ts from "typescript";
import { accepts, isColorIfNamedSo } from "./accepts";
import { Misuse } from "./errors";
import { FakeObject } from "./fake-object";
import { classBehind, type Member, memberOf } from "./typings";

/** Properties that take one value for all cells, which Microsoft documents and the typings leave out. */
const ONE_VALUE_FOR_ALL = new Set(["Range.formulas", "Range.numberFormat", "Range.values"]);

function memberNamed(object: FakeObject, name: string): Member {
  const member = memberOf(object.excelClass, name);
  if (!member) throw new Misuse(`${object.excelClass} has no ${name}`);
  return member;
}

function show(value: unknown): string {
  const text = value instanceof FakeObject ? value.excelClass : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** The value of a property, or the object behind it. */
export function getProperty(object: FakeObject, name: string): unknown {
  const member = memberNamed(object, name);
  if (member.kind === "method") throw new Misuse(`${object.excelClass}.${name} is a method`);
  if (name in object) return Reflect.get(object, name) as unknown;
  const className = classBehind(member.type);
  if (className) return object.behind(name, className);
  const kept = object.kept(name);
  if (kept === undefined) throw new Misuse(`the fake has no ${object.excelClass}.${name} to load`);
  return kept;
}

export function setProperty(object: FakeObject, name: string, value: unknown): void {
  const member = memberNamed(object, name);
  const path = `${object.excelClass}.${name}`;
  if (member.kind === "method" || member.isReadonly) throw new Misuse(`${path} cannot be set`);
  const isOneForAll = ONE_VALUE_FOR_ALL.has(path) && !Array.isArray(value);
  if (!(isOneForAll || accepts(member.type, value)) || !isColorIfNamedSo(name, value)) {
    throw new Misuse(`${path} does not take ${show(value)}`);
  }
  if (name in object) Reflect.set(object, name, value);
  else object.keep(name, value);
}

/** Trailing arguments that were left out come as null. */
function withoutOmitted(args: readonly unknown[]): readonly unknown[] {
  let end = args.length;
  while (end > 0 && args[end - 1] === null) end--;
  return args.slice(0, end);
}

function takes(signature: ts.MethodDeclaration, args: readonly unknown[]): boolean {
  const { parameters } = signature;
  if (args.length > parameters.length) return false;
  return parameters.every(({ name, type, questionToken }, i) => {
    const arg = args[i] ?? null;
    if (arg === null && questionToken) return true;
    const parameter = "text" in name ? name.text : "";
    return (
      type !== undefined &&
      i < args.length &&
      accepts(type, arg) &&
      isColorIfNamedSo(parameter, arg)
    );
  });
}

export function callMethod(object: FakeObject, name: string, given: readonly unknown[]): unknown {
  const member = memberNamed(object, name);
  const path = `${object.excelClass}.${name}`;
  if (member.kind === "property") throw new Misuse(`${path} is no method`);
  const args = withoutOmitted(given);
  if (!member.signatures.some((signature) => takes(signature, args))) {
    throw new Misuse(`${path} does not take (${args.map(show).join(", ")})`);
  }
  const method: unknown = Reflect.get(object, name);
  if (typeof method !== "function") throw new Misuse(`the fake does not know ${path}`);
  return Reflect.apply(method, object, args) as unknown;
}
