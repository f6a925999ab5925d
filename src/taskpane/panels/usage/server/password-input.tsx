import { type FieldControlProps, makeStyles, tokens } from "@fluentui/react-components";
import type { RefObject } from "react";

const useStyles = makeStyles({
  // As inputs of Fluent look.
  input: {
    boxSizing: "border-box",
    width: "100%",
    minWidth: 0,
    height: "32px",
    paddingInline: tokens.spacingHorizontalMNudge,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface PasswordInputProps {
  /** What the field around it says of its label. */
  readonly field: FieldControlProps;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly readOnly: boolean;
  readonly onEnter: () => void;
  readonly onChange: () => void;
}

/**
 * A field that alone holds what is typed into it: React and Fluent would write a value that they
 * know into the page, where its text can be read.
 */
export function PasswordInput({ field, input, readOnly, onEnter, onChange }: PasswordInputProps) {
  const styles = useStyles();
  return (
    <input
      {...field}
      ref={input}
      type="password"
      autoComplete="off"
      className={styles.input}
      readOnly={readOnly}
      onChange={onChange}
      onKeyDown={({ key }) => {
        if (key === "Enter") onEnter();
      }}
    />
  );
}
