import ts from "typescript";
import { FakeObject } from "./fake-object";
import { declarationNamed, referredName } from "./typings";

function textOf(name: ts.PropertyName | undefined): string {
  return name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : "";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function acceptsLiteral({ literal }: ts.LiteralTypeNode, value: unknown): boolean {
  if (literal.kind === ts.SyntaxKind.NullKeyword) return value === null;
  return ts.isStringLiteral(literal) && literal.text === value;
}

/** Every property is declared and has its type, and none that is required is missing. */
function acceptsProperties(members: readonly ts.TypeElement[], value: unknown): boolean {
  if (!isRecord(value) || value instanceof FakeObject) return false;
  const declared = new Map(
    members.filter(ts.isPropertySignature).map((member) => [textOf(member.name), member]),
  );
  return (
    Object.entries(value).every(([name, part]) => {
      const type = declared.get(name)?.type;
      return type !== undefined && accepts(type, part) && isColorIfNamedSo(name, part);
    }) &&
    [...declared].every(([name, { questionToken }]) => questionToken !== undefined || name in value)
  );
}

function acceptsReference(type: ts.TypeReferenceNode, value: unknown): boolean {
  const name = referredName(type) ?? "";
  const declaration = declarationNamed(name);
  if (!declaration) return name === "Date" && typeof value === "string";
  if (ts.isClassDeclaration(declaration))
    return value instanceof FakeObject && value.excelClass === name;
  if (ts.isTypeAliasDeclaration(declaration)) return accepts(declaration.type, value);
  if (ts.isInterfaceDeclaration(declaration)) return acceptsProperties(declaration.members, value);
  return declaration.members.some(
    ({ initializer }) =>
      initializer !== undefined && ts.isStringLiteral(initializer) && initializer.text === value,
  );
}

/** Whether a value, as it comes in a request, is of a type of Excel's typings. */
export function accepts(type: ts.TypeNode, value: unknown): boolean {
  if (ts.isUnionTypeNode(type)) return type.types.some((part) => accepts(part, value));
  if (ts.isParenthesizedTypeNode(type)) return accepts(type.type, value);
  if (ts.isLiteralTypeNode(type)) return acceptsLiteral(type, value);
  if (ts.isTypeReferenceNode(type)) return acceptsReference(type, value);
  if (ts.isTypeLiteralNode(type)) return acceptsProperties(type.members, value);
  if (ts.isArrayTypeNode(type)) {
    return Array.isArray(value) && value.every((part) => accepts(type.elementType, part));
  }
  switch (type.kind) {
    case ts.SyntaxKind.AnyKeyword:
      return true;
    case ts.SyntaxKind.StringKeyword:
      return typeof value === "string";
    case ts.SyntaxKind.NumberKeyword:
      return typeof value === "number";
    case ts.SyntaxKind.BooleanKeyword:
      return typeof value === "boolean";
    default:
      return false;
  }
}

/** Colours are plain strings in the typings; ours are all #rrggbb. */
export function isColorIfNamedSo(name: string, value: unknown): boolean {
  return !/color$/i.test(name) || (typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value));
}
