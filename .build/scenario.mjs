import { importTypeScript } from "./run-typescript.mjs";

// Builds the workbook of a scenario from a JSON file: npm run scenario -- input.json -o out.xlsx
const { runScenario } = await importTypeScript("./src/entry/cli/scenario.ts");
const output = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};
process.exitCode = await runScenario(process.argv.slice(2), output, new Date());
