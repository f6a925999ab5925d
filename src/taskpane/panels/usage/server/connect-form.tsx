import { Button, Checkbox, Field, Input, Link, makeStyles } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { ClickHouseServer } from "../../../../usage/engines/clickhouse/connection";
import { PasswordInput } from "./password-input";
import { type KnownServer, rememberedServer, rememberServer } from "./remembered-server";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "12px", alignItems: "stretch" },
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 130px), 1fr))",
    gap: "12px",
    alignItems: "start",
  },
  input: { minWidth: 0, width: "100%" },
  button: { alignSelf: "flex-start" },
});

const BLANK: KnownServer = { url: "", user: "default", database: "" };

const NOT_A_LOGIN = { autoComplete: "off", autoCapitalize: "none", spellCheck: false } as const;

interface ConnectFormProps {
  readonly isBusy: boolean;
  /** Whether the server answered. */
  readonly onConnect: (server: ClickHouseServer) => Promise<boolean>;
  /** What was typed is of another server than the one that is connected. */
  readonly onChange: () => void;
}

/** Where the server is, and who asks it. */
export function ConnectForm({ isBusy, onConnect, onChange }: ConnectFormProps) {
  const styles = useStyles();
  const [isRemembered, setRemembered] = useState(() => rememberedServer() !== undefined);
  const [typed, setTyped] = useState(() => rememberedServer() ?? BLANK);
  const password = useRef<HTMLInputElement>(null);
  const canConnect = !isBusy && typed.url.trim() !== "";

  const connect = async () => {
    if (!canConnect) return;
    const server = { ...typed, url: typed.url.trim(), database: typed.database.trim() };
    const isConnected = await onConnect({ ...server, password: password.current?.value ?? "" });
    // An address that is refused may hold a password.
    if (isRemembered && isConnected) rememberServer(server);
  };
  const field = (key: keyof KnownServer, label: string, placeholder = "") => (
    <Field label={label}>
      <Input
        {...NOT_A_LOGIN}
        className={styles.input}
        placeholder={placeholder}
        readOnly={isBusy}
        value={typed[key]}
        onKeyDown={({ key: pressed }) => {
          if (pressed === "Enter") void connect();
        }}
        onChange={(_event, { value }) => {
          setTyped({ ...typed, [key]: value });
          onChange();
        }}
      />
    </Field>
  );

  return (
    <div role="group" aria-label="Server" className={styles.root}>
      {field("url", "URL", "https://clickhouse.example.com:8443")}
      <div className={styles.grid}>
        {field("user", "User")}
        <Field label="Password">
          {(field) => (
            <PasswordInput
              field={field}
              input={password}
              readOnly={isBusy}
              onEnter={() => void connect()}
              onChange={onChange}
            />
          )}
        </Field>
        {field("database", "Database", "the user's own")}
      </div>
      <Checkbox
        label="Remember URL, user and database on this device; the password never"
        checked={isRemembered}
        onChange={(_event, { checked }) => {
          setRemembered(checked === true);
          if (checked !== true) rememberServer(undefined);
        }}
      />
      <Button
        className={styles.button}
        disabledFocusable={!canConnect}
        onClick={() => void connect()}
      >
        Test connection
      </Button>
      <Link href="help/usage-from-clickhouse.html" target="_blank" rel="noreferrer">
        How to set up a server for this, and what leaves it
      </Link>
    </div>
  );
}
