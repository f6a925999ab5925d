import { importTypeScript } from "./run-typescript.mjs";

// Writes a sample log of usage: npm run sample-usage -- -o usage.csv --rows 1000
const { runSampleUsage } = await importTypeScript("./src/entry/cli/sample-usage.ts");
process.exitCode = await runSampleUsage(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
