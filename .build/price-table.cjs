const vm = require("node:vm");

/** Prices by token, in the order of the table; TOKENCOST knows these. */
const TOKEN_PRICES = ["input_mtok", "output_mtok", "cache_read_mtok", "cache_write_mtok"];

/** Prices that a count of tokens of text does not carry. */
const OTHER_PRICES = [
  "cache_write_1h_mtok",
  "output_reasoning_mtok",
  "output_citation_mtok",
  "input_audio_mtok",
  "output_audio_mtok",
  "cache_audio_read_mtok",
  "input_image_mtok",
  "output_image_mtok",
  "cache_image_read_mtok",
  "input_video_mtok",
  "output_video_mtok",
  "audio_hours",
  "input_audio_hours",
  "input_document_kpages",
  "input_annotated_document_kpages",
  "input_text_messages_kcount",
  "requests_kcount",
  "web_searches_kcount",
  "storage_searches_kcount",
];

const PROVIDER = {
  needs: ["id", "name", "models"],
  may: [
    "pricing_urls",
    "api_pattern",
    "model_match",
    "provider_match",
    "extractors",
    "description",
    "price_comments",
    "fallback_model_providers",
  ],
};
const MODEL = {
  needs: ["id", "match", "prices"],
  may: ["name", "description", "context_window", "price_comments", "deprecated"],
};
const START_DATE = { needs: ["type", "start_date"] };
const TIME_OF_DAY = { needs: ["type", "start_time", "end_time"] };

/** The sign that each rule of one text bears in the table. */
const SIGNS = { equals: "=", starts_with: "^", ends_with: "$", contains: "~", regex: "/" };

function changed(where, what) {
  return new Error(`The price data has changed its shape: ${where}: ${what}`);
}

/** Throws unless an object has the fields that are needed and none that is unknown. */
function checkFields(where, value, { needs, may = [] }) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw changed(where, `expected an object, got ${JSON.stringify(value)}`);
  }
  for (const field of needs) {
    if (!(field in value)) throw changed(where, `${field} is missing`);
  }
  for (const field of Object.keys(value)) {
    if (![...needs, ...may].includes(field)) throw changed(where, `${field} is unknown`);
  }
}

function checkText(where, value) {
  if (typeof value !== "string" || value === "") {
    throw changed(where, `expected a text, got ${JSON.stringify(value)}`);
  }
  return value;
}

function checkList(where, value) {
  if (!Array.isArray(value) || value.length === 0) throw changed(where, "expected a list");
  return value;
}

function checkPrice(where, value) {
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0) {
    throw changed(where, `expected a price from 0, got ${JSON.stringify(value)}`);
  }
  return value;
}

function ruleOf(where, match) {
  checkFields(where, match, { needs: [], may: ["or", "and", ...Object.keys(SIGNS)] });
  const [[kind, value] = [], ...others] = Object.entries(match);
  if (!kind || others.length > 0) throw changed(where, "expected one rule");
  if (kind === "or") return checkList(where, value).map((part) => ruleOf(where, part));
  if (kind === "and") return { and: checkList(where, value).map((part) => ruleOf(where, part)) };
  const text = checkText(where, value);
  // Models are found whatever their case, but a pattern is not to be rewritten.
  return SIGNS[kind] + (kind === "regex" ? new RegExp(text).source : text.toLowerCase());
}

/** A price, or [base, [[threshold, price of longer prompts], …]]. */
function tieredPrice(where, value) {
  if (typeof value !== "object") return checkPrice(where, value);
  checkFields(where, value, { needs: ["base", "tiers"] });
  const tiers = checkList(where, value.tiers).map((tier) => {
    checkFields(where, tier, { needs: ["start", "price"] });
    return [checkPrice(where, tier.start), checkPrice(where, tier.price)];
  });
  return [checkPrice(where, value.base), tiers.sort(([a], [b]) => a - b)];
}

/** [input, output, cache read, cache write], null where there is none, without nulls at the end. */
function pricesOf(where, prices) {
  checkFields(where, prices, { needs: [], may: [...TOKEN_PRICES, ...OTHER_PRICES] });
  const row = TOKEN_PRICES.map((key) =>
    prices[key] === undefined ? null : tieredPrice(`${where} ${key}`, prices[key]),
  );
  const [input, , ...cached] = row;
  if (input === null && cached.some((price) => price !== null)) {
    throw changed(where, "there is a price for cached tokens and none for others");
  }
  while (row.at(-1) === null) row.pop();
  return row;
}

const DAY = 86_400;
/** Excel's serial number of 1 January 1970. */
const UNIX_EPOCH = 25_569;

function serialOf(where, date) {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  if (Number.isNaN(time)) throw changed(where, `expected a date, got ${JSON.stringify(date)}`);
  return time / (DAY * 1000) + UNIX_EPOCH;
}

function secondOf(where, time) {
  const [, hours, minutes, seconds] = /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d)Z$/.exec(time) ?? [];
  if (hours === undefined) throw changed(where, `expected a time, got ${JSON.stringify(time)}`);
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** From when a price holds: a serial date, or [first second, second after the last] of a day in UTC. */
function conditionOf(where, constraint) {
  if (constraint?.type === "start_date") {
    checkFields(where, constraint, START_DATE);
    return serialOf(where, constraint.start_date);
  }
  if (constraint?.type === "time_of_date") {
    checkFields(where, constraint, TIME_OF_DAY);
    return [secondOf(where, constraint.start_time), secondOf(where, constraint.end_time)];
  }
  throw changed(where, `the condition ${JSON.stringify(constraint)} is unknown`);
}

/** The prices that hold from the start, then a list of [condition, prices], the newest first. */
function datedPrices(where, prices) {
  if (!Array.isArray(prices)) return [pricesOf(where, prices)];
  const [first, ...later] = checkList(where, prices);
  checkFields(where, first, { needs: ["prices"] });
  const dated = later.map((entry) => {
    checkFields(where, entry, { needs: ["constraint", "prices"] });
    return [conditionOf(where, entry.constraint), pricesOf(where, entry.prices)];
  });
  return [pricesOf(where, first.prices), dated.reverse()];
}

function modelRow(provider, model) {
  const where = `${provider}:${model?.id}`;
  checkFields(where, model, MODEL);
  const id = checkText(where, model.id);
  const rule = ruleOf(where, model.match);
  return [id, rule === `=${id.toLowerCase()}` ? "" : rule, ...datedPrices(where, model.prices)];
}

function checkUnique(where, ids) {
  const seen = new Set();
  for (const id of ids) {
    if (seen.has(id.toLowerCase())) throw changed(where, `${id} is there twice`);
    seen.add(id.toLowerCase());
  }
}

/** The providers as rows of the table: rules and prices, and nothing that no price depends on. */
function priceTable(providers) {
  const rows = checkList("providers", providers).map((provider) => {
    const where = provider?.id;
    checkFields(where, provider, PROVIDER);
    const { id, model_match, provider_match, fallback_model_providers: fallbacks } = provider;
    const models = checkList(where, provider.models).map((model) => modelRow(id, model));
    checkUnique(
      where,
      models.map(([model]) => model),
    );
    return {
      id: checkText(where, id),
      ...(model_match && { sells: ruleOf(where, model_match) }),
      ...(provider_match && { named: ruleOf(where, provider_match) }),
      ...(fallbacks && { fallbacks: checkList(where, fallbacks) }),
      models,
    };
  });
  const ids = rows.map(({ id }) => id);
  checkUnique("providers", ids);
  for (const { id, fallbacks = [] } of rows) {
    const unknown = fallbacks.find((fallback) => !ids.includes(fallback));
    if (unknown) throw changed(id, `the provider ${unknown} is unknown`);
  }
  return rows;
}

/** What people call providers and models, and where a provider states its prices. */
function nameTable(providers) {
  return providers.map(({ id, name, pricing_urls: urls = [], models }) => ({
    id,
    name: checkText(id, name),
    ...(urls[0] && { pricesAt: checkText(id, urls[0]) }),
    models: models
      .filter((model) => model.name && model.name !== model.id)
      .map((model) => [model.id, checkText(model.id, model.name)]),
  }));
}

/**
 * The providers in the script of genai-prices, whose package exports no data: its first
 * statement declares them as an array of plain literals.
 */
function readProviders(script) {
  const [, array] = /^const \w+ = (\[\n[\s\S]*?\n\]), \w+ = \{\n/.exec(script) ?? [];
  if (array === undefined) throw changed("script", "it does not begin with the array of providers");
  try {
    return JSON.parse(vm.runInNewContext(`JSON.stringify(${array})`, {}, { timeout: 10_000 }));
  } catch (error) {
    throw changed("script", error.message);
  }
}

module.exports = { readProviders, priceTable, nameTable };
