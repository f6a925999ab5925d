/** From usage and revenue exports to rows of one kind, whatever they come from. */
export * from "./answers";
export * from "./column";
export * from "./format";
export * from "./formats";
export * from "./formats/plain-revenue";
export * from "./formats/plain-usage";
export * from "./import-text";
export * from "./overlaps";
export * from "./problem";
export * from "./revenue-row";
export * from "./suggest-mapping";
export * from "./usage-row";
export * from "./usage-summary";
