/** @jest-environment jsdom */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { NAMESPACE } from "../src/functions";
import { pngSize } from "./png-size";

const ROOT = join(__dirname, "..");
const LOCAL = "https://localhost:3000";

const manifest = new DOMParser().parseFromString(
  readFileSync(join(ROOT, "manifest.xml"), "utf8"),
  "application/xml",
);

function all(tag: string, within: Document | Element = manifest): Element[] {
  return [...within.getElementsByTagName(tag)];
}

function only(tag: string, within?: Document | Element): Element {
  const [element, ...more] = all(tag, within);
  if (!element || more.length > 0) throw new Error(`the manifest should hold one ${tag}`);
  return element;
}

function attribute(element: Element, name: string): string {
  return element.getAttribute(name) ?? "";
}

function text(tag: string): string {
  return only(tag).textContent ?? "";
}

function childNames(element: Element): string[] {
  return [...element.children].map(({ tagName }) => tagName);
}

const resources = only("Resources");
const values = new Map(
  [...resources.getElementsByTagName("*")]
    .filter((element) => element.hasAttribute("id"))
    .map((element) => [attribute(element, "id"), attribute(element, "DefaultValue")]),
);

test("is well-formed XML", () => {
  expect(all("parsererror")).toEqual([]);
});

test("has the elements in the order that Office demands", () => {
  expect(childNames(manifest.documentElement)).toEqual([
    "Id",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
  ]);
  expect(childNames(only("VersionOverrides"))).toEqual(["Hosts", "Resources"]);
  expect(childNames(only("Host", only("VersionOverrides")))).toEqual([
    "Runtimes",
    "AllFormFactors",
    "DesktopFormFactor",
  ]);
  expect(childNames(only("DesktopFormFactor"))).toEqual([
    "GetStarted",
    "FunctionFile",
    "ExtensionPoint",
  ]);
  expect(childNames(only("Group"))).toEqual(["Label", "Icon", "Control"]);
  expect(childNames(only("Control"))).toEqual(["Label", "Supertip", "Icon", "Action"]);
  expect(childNames(resources)).toEqual([
    "bt:Images",
    "bt:Urls",
    "bt:ShortStrings",
    "bt:LongStrings",
  ]);
});

test("names resources that exist, and no resource for nothing", () => {
  const named = [...manifest.getElementsByTagName("*")]
    .filter((element) => element.hasAttribute("resid"))
    .map((element) => attribute(element, "resid"));
  expect([...new Set(named)].sort()).toEqual([...values.keys()].sort());
});

test("has ids of at most 32 characters, each once", () => {
  const ids = [...resources.getElementsByTagName("*")]
    .filter((element) => element.hasAttribute("id"))
    .map((element) => attribute(element, "id"));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => id.length > 32)).toEqual([]);
});

test("runs functions, pane and commands in one runtime", () => {
  const runtime = only("Runtime");
  expect(attribute(runtime, "lifetime")).toBe("long");
  const pages = [
    runtime,
    only("SourceLocation", only("Page")),
    only("FunctionFile"),
    ...all("Action").map((action) => only("SourceLocation", action)),
  ].map((element) => attribute(element, "resid"));
  expect(pages).toEqual(["Taskpane.Url", "Taskpane.Url", "Taskpane.Url", "Taskpane.Url"]);
  expect(values.get("Taskpane.Url")).toBe(
    attribute(only("SourceLocation", only("DefaultSettings")), "DefaultValue"),
  );
  expect(all("TaskpaneId")).toEqual([]);
});

test("puts the functions under the namespace of the registry", () => {
  expect(values.get(attribute(only("Namespace"), "resid"))).toBe(NAMESPACE);
});

test("asks for what the add-in cannot do without, and no more", () => {
  const sets = all("Set").map((set) => [attribute(set, "Name"), attribute(set, "MinVersion")]);
  expect(sets).toEqual([
    ["SharedRuntime", "1.1"],
    ["CustomFunctionsRuntime", "1.3"],
    ["ExcelApi", "1.12"],
  ]);
  expect(text("Permissions")).toBe("ReadWriteDocument");
});

test("shows one group with its button on the Home tab", () => {
  expect(attribute(only("OfficeTab"), "id")).toBe("TabHome");
  const label = only("Label", only("Control"));
  expect(values.get(attribute(label, "resid"))).toBe("Show AI margin");
});

test("keeps texts within the lengths that Office allows", () => {
  const texts = (tag: string) =>
    all("bt:String", only(tag)).map((element) => attribute(element, "DefaultValue"));
  expect(texts("bt:ShortStrings").filter((value) => !value || value.length > 125)).toEqual([]);
  expect(texts("bt:LongStrings").filter((value) => !value || value.length > 250)).toEqual([]);
  expect(attribute(only("DisplayName"), "DefaultValue").length).toBeLessThanOrEqual(125);
  expect(
    attribute(manifest.documentElement.children[5] ?? resources, "DefaultValue").length,
  ).toBeLessThanOrEqual(250);
  expect(text("ProviderName").length).toBeLessThanOrEqual(125);
  expect([...values.values()].filter((value) => value.length > 2048)).toEqual([]);
});

test("has an id and a version of its own", () => {
  expect(text("Id")).toBe("66002672-392e-449f-b9d3-15d74ce97032");
  expect(text("Version")).toMatch(/^\d{1,5}(\.\d{1,5}){3}$/);
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    version: string;
  };
  expect(text("Version")).toBe(`${version}.0`);
});

test("serves everything from this computer during development", () => {
  const addresses = [...manifest.getElementsByTagName("*")]
    .map((element) => element.getAttribute("DefaultValue") ?? "")
    .filter((value) => /^\w+:\/\//.test(value));
  expect(addresses.filter((address) => !address.startsWith(`${LOCAL}/`))).toEqual([]);
  expect(text("AppDomain")).toBe(LOCAL);
});

test("has icons in every size that controls and groups need", () => {
  for (const icon of all("Icon")) {
    const images = all("bt:Image", icon);
    expect(images.map((image) => attribute(image, "size"))).toEqual(["16", "32", "64", "80"]);
    for (const image of images) {
      expect(attribute(image, "resid")).toBe(`Icon.${attribute(image, "size")}`);
    }
  }
});

test.each([
  ["IconUrl", 32],
  ["HighResolutionIconUrl", 64],
])("has an icon file of the right size for %s", (tag, size) => {
  const file = attribute(only(tag), "DefaultValue").slice(LOCAL.length);
  expect(pngSize(join(ROOT, file))).toEqual({ width: size, height: size });
});

test.each([16, 32, 64, 80])("has an icon file of %i pixels", (size) => {
  const file = (values.get(`Icon.${size}`) ?? "").slice(LOCAL.length);
  expect(pngSize(join(ROOT, file))).toEqual({ width: size, height: size });
});

test("names pages and files that the build makes", () => {
  const files = [...values.values(), attribute(only("SupportUrl"), "DefaultValue")]
    .filter((value) => value.startsWith(LOCAL))
    .map((value) => value.slice(LOCAL.length));
  expect(files.filter((file) => !existsSync(join(ROOT, "dist", file)))).toEqual([]);
});
