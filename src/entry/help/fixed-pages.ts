import { htmlPage } from "./html";

/** What AIM does with data: nothing leaves the workbook. */
export function privacyPage(): string {
  return htmlPage(
    "AIM: privacy",
    `<h1>Privacy</h1>
<p>AIM calculates inside your workbook. Figures, names and files that you enter or import stay
there: AIM sends them to nobody, keeps no copy, sets no cookie and collects no usage data.</p>
<p>Where you have the tab Usage ask a server of your own, what it sums up comes into the pane, and
nothing goes to anybody else: <a href="usage-from-clickhouse.html">Usage from ClickHouse</a>.</p>
<p>Prices of models are part of the add-in. No price is looked up over the network.</p>
<p>When the add-in is opened, Excel loads its files from the server of whoever gave it to you,
and Microsoft's <code>office.js</code> from Microsoft. These servers see the address of your
computer, as with any page. What Excel itself sends to Microsoft is set in Excel: File, Account,
Account Privacy.</p>
<p>The preview without Excel runs in your browser and loads nothing from anywhere else but from a
server that you have it ask. What you
type into it is gone once the page is closed.</p>`,
  );
}

/** Where to turn, and what to try first. */
export function supportPage(): string {
  return htmlPage(
    "AIM: support",
    `<h1>Support</h1>
<p>AIM is free software under the MIT licence. Whoever gave you the add-in looks after your
installation; attach the details that the message in the pane lets you copy.</p>
<h2>A cell shows #NAME?</h2>
<p>The add-in is not loaded in this Excel. Open it with Home, Show AI margin; if the button is
missing, add it again under Home, Add-ins.</p>
<h2>A cell shows #BUSY! and stays so</h2>
<p>The add-in's page cannot be loaded. Check the connection to its server, then close and open
the workbook.</p>
<h2>A cell shows #VALUE! or #N/A</h2>
<p>Select the cell and the mark beside it: the message names the argument and what is expected.</p>
<h2>A cell shows #NUM! or #DIV/0!</h2>
<p>An argument lies outside its range, or a ratio has nothing to divide by. The page of each
<a href="index.html">function</a> lists the ranges.</p>
<h2>A new function is missing after an update</h2>
<p>Excel keeps the list of functions for about a day. Close all workbooks and wait, or remove the
add-in and add it again.</p>`,
  );
}
