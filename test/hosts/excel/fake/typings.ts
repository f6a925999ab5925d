import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const FILE = join(require.resolve("@types/office-js/package.json"), "..", "index.d.ts");

type Declaration =
  ts.ClassDeclaration | ts.InterfaceDeclaration | ts.EnumDeclaration | ts.TypeAliasDeclaration;

/** A property of a class, or the ways to call a method of it. */
export type Member =
  | { readonly kind: "property"; readonly type: ts.TypeNode; readonly isReadonly: boolean }
  | { readonly kind: "method"; readonly signatures: readonly ts.MethodDeclaration[] };

/** The declarations of the namespace Excel alone: the whole file takes seconds to parse. */
function readDeclarations(): ReadonlyMap<string, Declaration> {
  const text = readFileSync(FILE, "utf8");
  const start = text.indexOf("declare namespace Excel {");
  const end = text.indexOf("\n}\n", start) + 3;
  const source = ts.createSourceFile("excel.d.ts", text.slice(start, end), ts.ScriptTarget.ES2022);
  const found = new Map<string, Declaration>();
  const visit = (node: ts.Node): void => {
    if (ts.isModuleDeclaration(node) || ts.isModuleBlock(node)) ts.forEachChild(node, visit);
    else if (
      ts.isClassDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isEnumDeclaration(node) ||
      ts.isTypeAliasDeclaration(node)
    ) {
      if (node.name) found.set(node.name.text, node);
    }
  };
  ts.forEachChild(source, visit);
  return found;
}

const declarations = readDeclarations();

export function declarationNamed(name: string): Declaration | undefined {
  return declarations.get(name);
}

/** The name that a type refers to: `Excel.Range` is "Range". */
export function referredName(type: ts.TypeNode): string | undefined {
  if (!ts.isTypeReferenceNode(type)) return undefined;
  const { typeName } = type;
  return ts.isQualifiedName(typeName) ? typeName.right.text : typeName.text;
}

function nameOf(member: ts.ClassElement): string {
  return member.name && ts.isIdentifier(member.name) ? member.name.text : "";
}

/** A member of one of Excel's classes; undefined where the typings know none of that name. */
export function memberOf(className: string, name: string): Member | undefined {
  const declaration = declarations.get(className);
  if (!declaration || !ts.isClassDeclaration(declaration)) return undefined;
  const own = declaration.members.filter((member) => nameOf(member) === name);
  const signatures = own.filter(ts.isMethodDeclaration);
  if (signatures.length > 0) return { kind: "method", signatures };
  const property = own.find(ts.isPropertyDeclaration);
  if (!property?.type) return undefined;
  const isReadonly = property.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword);
  return { kind: "property", type: property.type, isReadonly: isReadonly ?? false };
}

/** The class of the object behind a property; undefined where the property is a plain value. */
export function classBehind(type: ts.TypeNode): string | undefined {
  const name = referredName(type);
  const declaration = name === undefined ? undefined : declarations.get(name);
  return declaration && ts.isClassDeclaration(declaration) ? name : undefined;
}
