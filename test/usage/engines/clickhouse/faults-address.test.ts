import { createServer, type RequestListener } from "node:http";
import { openClickHouse } from "../../../../src/usage/engines/clickhouse/open-clickhouse";
import { checkedAddress } from "../../../../src/usage/engines/clickhouse/address";
import { corsSettings } from "../../../../src/usage/engines/clickhouse/unreachable";
import { checkVersion } from "../../../../src/usage/engines/clickhouse/server-facts";
import { faultOf, never, open } from "./asking";

const LOGIN = { user: "aim", password: "Not-for-your-eyes-7" };

function address(url: string): Promise<string> {
  return openClickHouse({ url, ...LOGIN, database: "" }).then(
    () => checkedAddress(url).href,
    (error: unknown) => Promise.reject(error),
  );
}

describe("the address of a server", () => {
  test.each([
    ["https://clickhouse.example.com", "https://clickhouse.example.com/"],
    [" https://clickhouse.example.com:8443/ ", "https://clickhouse.example.com:8443/"],
    ["HTTPS://Example.com/stores/ch-1", "https://example.com/stores/ch-1"],
    ["http://localhost:8123", "http://localhost:8123/"],
    ["http://127.0.0.1:8123", "http://127.0.0.1:8123/"],
    ["http://[::1]:8123", "http://[::1]:8123/"],
  ])("takes %s", async (typed, taken) => {
    expect(await address(typed)).toBe(taken);
  });

  test.each([
    ["", "address"],
    ["clickhouse.example.com", "address"],
    ["ftp://example.com", "address"],
    ["javascript:alert(1)", "address"],
    ["https://", "address"],
    ["https://example.com:99999", "address"],
    [`https://${LOGIN.user}:${LOGIN.password}@example.com`, "address"],
    [`https://${LOGIN.password}@example.com`, "address"],
    [`https://example.com/?password=${LOGIN.password}`, "address"],
    [`https://example.com/#${LOGIN.password}`, "address"],
    ["https://example.com\\@evil.example", "address"],
    ["https://example.com/a b", "address"],
    ["https://example.com/..%2fx", "address"],
    ["https://example.com/'; DROP TABLE x", "address"],
    ["http://clickhouse.example.com:8123", "insecure"],
    ["http://localhost.example.com:8123", "insecure"],
    ["http://127.0.0.1.example.com", "insecure"],
    ["http://192.168.1.7:8123", "insecure"],
  ])("refuses %s", async (typed, kind) => {
    const fault = await faultOf(address(typed));
    expect(fault.kind).toBe(kind);
    expect(fault.message + fault.advice).not.toContain(LOGIN.password);
  });

  test("refuses a user whose name cannot be told from the password", async () => {
    const server = { url: "https://example.com", user: "a:b", password: "c", database: "" };
    expect((await faultOf(openClickHouse(server))).kind).toBe("password");
  });
});

/** Something that listens where a ClickHouse was meant to. */
async function listening<T>(
  listener: RequestListener,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const other = createServer(listener);
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const place = other.address();
  if (typeof place !== "object" || !place) throw new Error("there is no port");
  try {
    return await use(`http://127.0.0.1:${place.port}`);
  } finally {
    await new Promise((resolve) => other.close(resolve));
  }
}

const tested = async (url: string, origin?: string) =>
  faultOf((await openClickHouse({ url, ...LOGIN, database: "" }, origin)).test(never()));

describe("what answers at an address", () => {
  test("is nothing", async () => {
    const url = await listening(
      () => undefined,
      async (gone) => gone,
    );
    const fault = await tested(url, "https://aim.example");
    expect(fault.kind).toBe("unreachable");
    expect(fault.message).toBe(`${url} does not answer.`);
  });

  test("does not let the page read its answers, and is told which settings do", async () => {
    // Browsers refuse to send what a server did not allow, as if the connection had failed.
    const fault = await listening(
      ({ method, socket }, response) => (method === "POST" ? socket.destroy() : response.end()),
      (url) => tested(url, "https://aim.example"),
    );
    expect(fault.kind).toBe("cors");
    expect(fault.advice).toBe(corsSettings("https://aim.example", "aim"));
    expect(fault.advice).toContain(
      "<header><name>Access-Control-Allow-Origin</name><value>https://aim.example</value></header>",
    );
    expect(fault.advice).toContain("<value>Authorization, Content-Type</value>");
    expect(fault.advice).toContain("ALTER USER aim SETTINGS add_http_cors_header = 1");
  });

  test("tells the settings for a user with any name", () => {
    expect(corsSettings("https://aim.example", "a`b\\c d")).toContain(
      "ALTER USER `a\\`b\\\\c d` SETTINGS",
    );
  });

  test.each([
    ["a web page", 404, "<html><body>Not found</body></html>", "it sent a web page"],
    ["a proxy with an error", 502, "upstream is down", "upstream is down"],
    ["a proxy without words", 503, "", "it sent an error without words"],
    ["a page that is well", 200, "<html>Welcome</html>", "is no ClickHouse"],
  ])("is %s", async (_, status, body, words) => {
    const fault = await listening((_request, response) => {
      response.statusCode = status;
      response.end(body);
    }, tested);
    expect(fault.kind).toBe("address");
    expect(fault.message).toContain(words);
    expect(fault.message).not.toContain("<");
  });

  test("leads elsewhere, where the password does not follow", async () => {
    const asked: string[] = [];
    const fault = await listening(
      ({ url }, response) => {
        asked.push(url ?? "");
        response.writeHead(307, { location: "/elsewhere" }).end();
      },
      (url) => tested(url),
    );
    expect(fault.kind).toBe("unreachable");
    expect(asked.some((url) => url.includes("elsewhere"))).toBe(false);
  });

  test("is a ClickHouse of long ago", async () => {
    const fault = await listening((_request, response) => response.end("18.16.1\n"), tested);
    expect(fault.kind).toBe("version");
    expect(fault.message).toBe("The server runs ClickHouse 18.16.1, and AIM needs 25.3 or later.");
  });

  test("is one of long ago that refuses the password in its own words", async () => {
    const fault = await listening((_request, response) => {
      response.statusCode = 500;
      response.end(
        "Code: 193, e.displayText() = DB::Exception: Wrong password for user aim, e.what() = DB::Exception",
      );
    }, tested);
    expect(fault.kind).toBe("password");
  });

  test.each(["24.8.14.39", "25.2.2.39"])("is too old with %s", (version) => {
    expect(() => checkVersion(version)).toThrow("AIM needs 25.3 or later");
  });

  test.each(["25.3.1.1", "25.3.3.20186.altinitystable", "25.10.1.1", "26.1.1.1"])(
    "is new enough with %s",
    (version) => {
      expect(() => checkVersion(version)).not.toThrow();
    },
  );

  test("keeps the password to itself when a server repeats it", async () => {
    const repeated = await listening(({ headers }, response) => {
      response.statusCode = 500;
      response.end(`You sent ${headers.authorization ?? ""}, which is ${LOGIN.password}`);
    }, tested);
    expect(repeated.message).toContain("You sent Basic •••, which is •••");
  });

  test("is asked nothing in a connection that is closed", async () => {
    const connection = await open("https://example.com", LOGIN);
    connection.close();
    expect((await faultOf(connection.test(never()))).message).toBe("The connection is closed.");
  });
});
