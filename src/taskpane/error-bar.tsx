import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from "@fluentui/react-components";
import { CopyButton } from "./copy-button";
import { errorDetails, errorMessage } from "./error-details";

const useStyles = makeStyles({
  // However long it is, the panel below stays in sight.
  root: { maxHeight: "50vh", overflowY: "auto" },
  bar: { alignItems: "start", paddingBlock: "8px" },
  text: { overflowWrap: "anywhere", whiteSpace: "normal" },
});

interface ErrorBarProps {
  readonly error: unknown;
  readonly hostName: string;
  readonly onDismiss: () => void;
}

/** The pane's one message bar: what went wrong, and details to copy. */
export function ErrorBar({ error, hostName, onDismiss }: ErrorBarProps) {
  const styles = useStyles();
  return (
    <div role="alert" className={styles.root}>
      <MessageBar intent="error" layout="multiline" className={styles.bar}>
        <MessageBarBody className={styles.text}>{errorMessage(error)}</MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              size="small"
              aria-label="Dismiss"
              icon={<span>✕</span>}
              onClick={onDismiss}
            />
          }
        >
          <CopyButton label="Copy details" text={errorDetails(error, hostName)} />
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
