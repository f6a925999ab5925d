import { literal } from "./native";

/** `+term`, or nothing where the term is the number 0, as defaults often are. */
export function plus(term: string): string {
  return literal(term) === 0 ? "" : `+${term}`;
}

/** `-term`, or nothing where the term is the number 0. */
export function minus(term: string): string {
  return literal(term) === 0 ? "" : `-${term}`;
}

/** `+a*b`, or nothing where either is the number 0. */
export function plusProduct(a: string, b: string): string {
  return literal(a) === 0 || literal(b) === 0 ? "" : `+${a}*${b}`;
}

/** `*(1+rate)`, or nothing where the rate is the number 0. */
export function timesOnePlus(rate: string): string {
  return literal(rate) === 0 ? "" : `*(1+${rate})`;
}

/** `*(1-rate)`, or nothing where the rate is the number 0. */
export function timesOneMinus(rate: string): string {
  return literal(rate) === 0 ? "" : `*(1-${rate})`;
}
