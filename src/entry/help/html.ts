const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text as HTML shows it. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** Text as code. */
export function code(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
}

/** A whole help page. It needs no script. */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="../assets/icon-32.png">
<link rel="stylesheet" href="help.css">
</head>
<body>
<header><a href="index.html">AIM functions</a></header>
<main>
${body}
</main>
<footer><a href="usage-from-clickhouse.html">Usage from ClickHouse</a> <a href="support.html">Support</a> <a href="privacy.html">Privacy</a></footer>
</body>
</html>
`;
}
