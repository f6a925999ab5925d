import { execFileSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(__dirname, "..");

test("is read by Microsoft's manifest tool", () => {
  const tool = join(ROOT, "node_modules", "office-addin-manifest", "cli.js");
  const told = execFileSync(process.execPath, [tool, "info", "manifest.xml"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  expect(told).toContain("Id: 66002672-392e-449f-b9d3-15d74ce97032");
  expect(told).toContain("Name: AIM: AI margin");
  expect(told).toContain("Hosts: Workbook");
  expect(told).toContain("Version: 1.0.0.0");
});
