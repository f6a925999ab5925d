/** The shared calculation module: pure numbers and rules of AI unit economics. */
export * from "./calc-error";
export * from "./domain";
export * from "./gross-margin";
