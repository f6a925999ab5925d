import { CalcError } from "../../../calc";
import type { Figure } from "../../../scenario";

interface FigureTextProps<T extends number | string> {
  readonly of: Figure<T>;
  readonly show: (value: T) => string;
}

/** A figure, or the error that a cell shows in its place. */
export function FigureText<T extends number | string>({ of, show }: FigureTextProps<T>) {
  return <>{of instanceof CalcError ? of.code : show(of)}</>;
}
