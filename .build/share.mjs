import { importTypeScript } from "./run-typescript.mjs";

// Writes a share-safe copy of a workbook: npm run share -- in.xlsx -o out.xlsx
const { runShare } = await importTypeScript("./src/entry/cli/share.ts");
const output = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};
process.exitCode = await runShare(process.argv.slice(2), output, new Date());
