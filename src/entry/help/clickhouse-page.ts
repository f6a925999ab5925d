import { corsSettings } from "../../usage/engines/clickhouse/unreachable";
import { code, escapeHtml, htmlPage } from "./html";

/** A user who may read one table, use so much of the server and change nothing. */
const USER = `CREATE SETTINGS PROFILE aim SETTINGS
  readonly = 2, max_execution_time = 600, max_memory_usage = 10000000000;
CREATE USER aim IDENTIFIED BY 'a long password' SETTINGS PROFILE aim;
GRANT SELECT ON otel.otel_traces TO aim;`;

/** A view with the columns that are read, and with no text of a prompt or an answer in it. */
const WITHOUT_PROMPTS = `CREATE VIEW otel.usage_for_aim DEFINER = CURRENT_USER SQL SECURITY DEFINER AS
SELECT Timestamp, Duration, TraceId, SpanId, ParentSpanId, ServiceName, ResourceAttributes,
  mapFilter((name, value) -> name LIKE 'gen_ai.usage.%'
    OR name NOT LIKE '%prompt%' AND name NOT LIKE '%completion%', SpanAttributes) AS SpanAttributes
FROM otel.otel_traces;
GRANT SELECT ON otel.usage_for_aim TO aim;`;

/** What is read of each kind of table, and by which of its columns the customer can be told. */
const TABLES: readonly (readonly [table: string, read: string, customer: string])[] = [
  [
    "Langfuse: observations, and traces for the customer",
    "project_id, id, trace_id, type, start_time, end_time, provided_model_name, model_parameters (its service tier), usage_details, cost_details, total_cost, event_ts, is_deleted",
    "metadata; of traces: user_id, session_id, metadata, tags",
  ],
  [
    "Langfuse 4: events_full",
    "span_id, trace_id, type, start_time, end_time, provided_model_name, model_parameters (its service tier), usage_details, cost_details, total_cost, event_ts, is_deleted",
    "user_id, session_id, metadata, tags",
  ],
  [
    "OpenTelemetry and OpenLIT: otel_traces",
    "Timestamp, Duration, TraceId, SpanId, ParentSpanId, and of SpanAttributes those of model, provider, tokens, cost and operation",
    "ServiceName, SpanAttributes, ResourceAttributes",
  ],
  [
    "Helicone: request_response_rmt",
    "request_id, request_created_at, response_created_at, updated_at, provider, model, the counts of tokens, cost",
    "user_id, properties",
  ],
  ["Any other table or view", "the columns that you name", "any text, map or list of tags"],
];

function tableRows(): string {
  return TABLES.map(
    ([table, read, customer]) =>
      `<tr><th scope="row">${escapeHtml(table)}</th><td>${escapeHtml(read)}</td><td>${escapeHtml(customer)}</td></tr>`,
  ).join("\n");
}

/** How a server is set up for the tab Usage, what is read on it and what leaves it. */
export function clickHousePage(): string {
  return htmlPage(
    "AIM: usage from ClickHouse",
    `<h1>Usage from ClickHouse</h1>
<p>The tab Usage of the pane can ask a ClickHouse server, in which Langfuse, Helicone, OpenLIT or an
OpenTelemetry collector keep requests, to sum them up. It takes ClickHouse 25.3 or later, self-hosted
or in the cloud, through its HTTP interface: port 8443 with https, or 8123 with http on your own
device.</p>

<h2>A user who may only read</h2>
<pre>${escapeHtml(USER)}</pre>
<p>With <code>readonly = 2</code> AIM can set a time limit for a query; with <code>readonly = 1</code>
the user's own limit holds, and AIM ends the query itself. Where prompts are to stay out of reach, give
the right to a view in place of that to the table. A view with the table's own names of columns is
recognised as the table is:</p>
<pre>${escapeHtml(WITHOUT_PROMPTS)}</pre>

<h2>Let the add-in's page ask the server</h2>
<p>Browsers let a page read the answers of another server only where that server says so (CORS). In
place of the address below goes the one from which the add-in's files come; the message that AIM shows
where this is missing has it filled in.</p>
<pre>${escapeHtml(corsSettings("https://addin.example.com", "aim"))}</pre>
<p>A proxy or load balancer before the server must answer requests with the method OPTIONS, which carry
no password, and pass on the header Authorization. A page with https cannot ask a server with http,
except one on the same device.</p>

<h2>What is read</h2>
<p>The names and types of columns of the tables that the user may read
(<code>system.columns</code>, <code>system.tables</code>), the version and the limits of the user, and
of the one table that you pick:</p>
<table>
<thead><tr><th scope="col">Table</th><th scope="col">Read</th><th scope="col">For the customer, what you pick of</th></tr></thead>
<tbody>
${tableRows()}
</tbody>
</table>
<p>Columns with prompts and answers are not read. Where they stand in attributes or metadata, the search
for what can name the customer passes over keys with values of more than 100 characters and over
attributes that begin with <code>gen_ai.</code>; shorter texts could be among its examples.</p>

<h2>What leaves the server</h2>
<ul>
<li>Sums by customer, month, provider and model: requests, tokens, costs and reasons why a cost is not
known.</li>
<li>Per customer: tasks by month, and the costs of a task at P50, P90 and P99.</li>
<li>Names: tables, columns, customers and models. Before you pick what names the customer, up to three
examples of each. The server itself puts a pseudonym in the place of a customer's name that is an
e-mail address; in examples, the pane does.</li>
<li>How many rows were read, as progress.</li>
</ul>
<p>No single request leaves it. Prices of the catalog and those that you typed go to the server with
the query. Nothing goes to anybody else. “Show the SQL” in the pane shows all that is asked.</p>

<h2>The password</h2>
<p>It stays in the memory of the open pane, goes to the server in the header Authorization alone, and is
gone when the pane is closed: it is in no workbook, no storage of the browser, no address and no message.
Address, user and database are remembered on the device only if you tick the box.</p>

<h2>What ends a query</h2>
<p>Cancel sends ${code("KILL QUERY … SYNC")} for the query's own id and waits until it is gone. So does the
time limit. A failure is told and nothing is sent again by itself.</p>

<h2>For whoever hosts the add-in</h2>
<p>All pages ask their own server alone (<code>connect-src 'self'</code>), but one:
<code>connector.html</code>, which the pane shows hidden in a frame. Its policy allows https servers and
this device; before it asks anything it adds a policy that leaves the one server that was typed, for
each connection anew. It takes orders from pages of its own origin alone.</p>
<ul>
<li>Serve <code>connector.html</code> and its script from the same origin as <code>taskpane.html</code>.</li>
<li>A header <code>Content-Security-Policy</code> for all files adds to the pages' own: on
<code>connector.html</code> its <code>connect-src</code> must not forbid the ClickHouse servers, and on
<code>taskpane.html</code> its <code>frame-src</code> must allow <code>'self'</code>.</li>
<li>Who may frame a page can be said in a header alone, not in the page. Where you set
<code>frame-ancestors</code>, it names for <code>connector.html</code> all pages around it:
<code>'self'</code>, and for Excel on the web the same addresses of Microsoft as for
<code>taskpane.html</code>. <code>X-Frame-Options</code> must be set on neither.</li>
<li>Excel on the web decides which permissions the add-in's frame has: a server in the local network or
on the device may be out of its reach, though not out of that of Excel for Windows and Mac.</li>
</ul>`,
  );
}
