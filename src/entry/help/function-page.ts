import { domainInWords } from "../../calc";
import { type AnyFunction, NAMESPACE } from "../../functions";
import { exampleCall } from "../../functions/example-call";
import { nativeForms } from "../../functions/native-forms";
import type { Parameter } from "../../functions/parameter";
import type { FunctionMetadata } from "../../functions/function-metadata";
import { code, escapeHtml, htmlPage } from "./html";

/** The call as autocomplete shows it; optional parameters in brackets. */
export function signature({ id, parameters }: FunctionMetadata): string {
  const names = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name));
  return `=${NAMESPACE}.${id}(${names.join(", ")})`;
}

function range(parameter: Parameter): string {
  if (parameter.kind === "text") return "text";
  if (parameter.kind === "number" && parameter.date) return "a date";
  const words = domainInWords(parameter.domain);
  return parameter.kind === "list" ? `list; each entry ${words}` : words;
}

function fallback({ optional, default: value, blankIsDefault }: Parameter): string {
  if (!optional) return "required";
  if (value === undefined || value === "") return "none";
  if (blankIsDefault && value === "0") return "not given";
  return code(value);
}

function parameterTable({ parameters }: FunctionMetadata, { params }: AnyFunction): string {
  const rows = params.map(
    (parameter, i) =>
      `<tr><th scope="row">${code(parameter.name)}</th><td>${escapeHtml(parameters[i]?.description ?? "")}</td><td>${escapeHtml(range(parameter))}</td><td>${fallback(parameter)}</td></tr>`,
  );
  return `<table>
<thead><tr><th scope="col">Parameter</th><th scope="col">Meaning and unit</th><th scope="col">Range</th><th scope="col">If omitted</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>`;
}

type Outcome = AnyFunction["examples"][number];

function outcome(example: Outcome): string {
  if ("fails" in example) return code(example.fails);
  if (!Array.isArray(example.gives)) return code(String(example.gives));
  return example.gives.map((row) => code(Array.isArray(row) ? row.join(" | ") : row)).join("<br>");
}

function exampleTable({ id }: FunctionMetadata, definition: AnyFunction): string {
  const rows = definition.examples.map(
    (example) =>
      `<tr><td>${code(exampleCall(`${NAMESPACE}.${id}`, definition, example.args))}</td><td>${outcome(example)}</td><td>${escapeHtml(example.it)}</td></tr>`,
  );
  const headings =
    definition.shape === "table"
      ? `<p>The result spills under these headings: ${definition.headings.map(escapeHtml).join(", ")}. The examples show its first rows.</p>\n`
      : "";
  return `${headings}<table>
<thead><tr><th scope="col">Formula</th><th scope="col">Result</th><th scope="col">What it shows</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>`;
}

function nativeSection(definition: AnyFunction): string {
  const forms = nativeForms(definition);
  if (forms.length === 0) {
    const why =
      definition.shape === "scalar" && typeof definition.native !== "function"
        ? definition.native.none
        : "";
    return `<p>There is none: ${escapeHtml(why)}</p>`;
  }
  const lists = definition.params.some(({ kind }) => kind === "list")
    ? "<p>Lists are written out for two entries, <code>name.1</code> and <code>name.2</code>.</p>\n"
    : "";
  const printed = forms.map(({ heading, plain, guarded }, i) => {
    const title = heading === undefined ? "" : `<h3>${escapeHtml(heading)}, second row</h3>\n`;
    // The columns of a table share their conditions.
    const whole =
      guarded === plain || i > 0
        ? ""
        : `\n<details><summary>With errors outside the range</summary><pre>${escapeHtml(guarded)}</pre></details>`;
    return `${title}<pre>${escapeHtml(plain)}</pre>${whole}`;
  });
  return lists + printed.join("\n");
}

/** The help page of one custom function. */
export function functionPage(
  group: string,
  metadata: FunctionMetadata,
  definition: AnyFunction,
): string {
  return htmlPage(
    `${NAMESPACE}.${metadata.id}`,
    `<p class="group">${escapeHtml(group)}</p>
<h1>${NAMESPACE}.${metadata.id}</h1>
<pre class="signature">${escapeHtml(signature(metadata))}</pre>
<p>${escapeHtml(metadata.description)}</p>
<h2>Parameters</h2>
${parameterTable(metadata, definition)}
<h2>Formula</h2>
<p>${escapeHtml(definition.formula)}</p>
<h2>Examples</h2>
${exampleTable(metadata, definition)}
<h2>The same in native Excel</h2>
${nativeSection(definition)}
<h2>Source</h2>
<p>${escapeHtml(definition.source)}</p>`,
  );
}
