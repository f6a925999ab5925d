import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const ROOT = join(__dirname, "..", "..", "..");
const HOST = join(ROOT, "src", "hosts", "excel");

/** The least version of ExcelApi that the add-in asks for: Excel without it does not offer the add-in. */
function floor(): number {
  const manifest = readFileSync(join(ROOT, "manifest.xml"), "utf8");
  return Number(/<Set Name="ExcelApi" MinVersion="1\.(\d+)"/.exec(manifest)?.[1]);
}

function program(): ts.Program {
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, ROOT);
  const files = readdirSync(HOST).map((file) => join(HOST, file));
  return ts.createProgram(files, { ...options, types: ["office-js"] });
}

/** The requirement set that Microsoft's typings state for a member, such as "ExcelApi 1.7". */
function requirement(member: ts.Symbol): string | undefined {
  const [declaration] = member.declarations ?? [];
  if (!declaration || !/office-js[\\/]index\.d\.ts$/.test(declaration.getSourceFile().fileName)) {
    return undefined;
  }
  const comment = declaration.getFullText().slice(0, declaration.getLeadingTriviaWidth());
  return /\[Api set: ([^\]]+)\]/.exec(comment)?.[1];
}

/** The minor version of ExcelApi in a set: the latest of "ExcelApi 1.1 for reading; 1.2 for setting", NaN of other sets. */
function versionOf(set: string): number {
  if (!set.startsWith("ExcelApi 1.")) return NaN;
  return Math.max(...[...set.matchAll(/\b1\.(\d+)/g)].map(([, minor]) => Number(minor)));
}

/** The members that a node reads, sets or calls: `a.member`, `{ member } = a`, `a = { member: 1 }`. */
function membersAt(node: ts.Node, checker: ts.TypeChecker): (ts.Symbol | undefined)[] {
  if (ts.isPropertyAccessExpression(node)) return [checker.getSymbolAtLocation(node.name)];
  if (ts.isObjectBindingPattern(node)) {
    const type = checker.getTypeAtLocation(node);
    return node.elements.map(({ name, propertyName }) =>
      type.getProperty((propertyName ?? name).getText()),
    );
  }
  if (ts.isObjectLiteralExpression(node)) {
    const type = checker.getContextualType(node);
    return node.properties.map(({ name }) => name && type?.getProperty(name.getText()));
  }
  return [];
}

/** Every member of Office.js that the Excel host uses, with its requirement set. */
function requirements(): ReadonlyMap<string, string> {
  const built = program();
  const checker = built.getTypeChecker();
  const found = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    for (const member of membersAt(node, checker)) {
      const set = member && requirement(member);
      if (set) found.set(checker.getFullyQualifiedName(member), set);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of built.getSourceFiles()) {
    if (file.fileName.includes("/src/hosts/excel/")) visit(file);
  }
  return found;
}

const used = requirements();

test("looks at properties, methods and what is set by objects", () => {
  expect(used.get("Excel.Worksheet.freezePanes")).toBe("ExcelApi 1.7");
  expect(used.get("Excel.NamedItemCollection.add")).toBe("ExcelApi 1.4");
  expect(used.get("Excel.PageLayoutZoomOptions.horizontalFitToPages")).toBe("ExcelApi 1.9");
  expect(used.get("Excel.Workbook.protection")).toBe("ExcelApi 1.7");
});

test.each([
  ["ExcelApi 1.7", 7],
  ["ExcelApi 1.1 for reading visibility; 1.2 for setting it.", 2],
  ["ExcelApiOnline 1.1", NaN],
  ["ExcelApi BETA (PREVIEW ONLY)", NaN],
])("takes the set %s for version %d", (set, version) => {
  expect(versionOf(set)).toBe(version);
});

test("uses nothing of Office.js that the manifest does not ask for", () => {
  expect(floor()).toBe(12);
  const beyond = [...used].filter(([, set]) => !(versionOf(set) <= floor()));
  expect(beyond).toEqual([]);
});
