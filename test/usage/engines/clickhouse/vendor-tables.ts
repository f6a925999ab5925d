/**
 * Tables as their vendors publish them, by the columns that usage needs and those that must not
 * be read; what is for indexes and for how columns are kept is left out.
 */

/** Source: github.com/langfuse/langfuse, packages/shared/clickhouse/migrations, 0002 and 0001. */
export const LANGFUSE_OBSERVATIONS = `CREATE TABLE langfuse.observations (
  id String, trace_id String, project_id String, type LowCardinality(String),
  parent_observation_id Nullable(String), start_time DateTime64(3), end_time Nullable(DateTime64(3)),
  name String, metadata Map(LowCardinality(String), String),
  input Nullable(String), output Nullable(String),
  provided_model_name Nullable(String), model_parameters Nullable(String),
  usage_details Map(LowCardinality(String), UInt64),
  cost_details Map(LowCardinality(String), Decimal64(12)), total_cost Nullable(Decimal64(12)),
  event_ts DateTime64(3), is_deleted UInt8
) ENGINE = ReplacingMergeTree(event_ts, is_deleted) PARTITION BY toYYYYMM(start_time)
PRIMARY KEY (project_id, type, toDate(start_time)) ORDER BY (project_id, type, toDate(start_time), id)`;

export const LANGFUSE_TRACES = `CREATE TABLE langfuse.traces (
  id String, timestamp DateTime64(3), name String, user_id Nullable(String),
  metadata Map(LowCardinality(String), String), project_id String, public Bool, bookmarked Bool,
  tags Array(String), input Nullable(String), output Nullable(String), session_id Nullable(String),
  event_ts DateTime64(3), is_deleted UInt8
) ENGINE = ReplacingMergeTree(event_ts, is_deleted) PARTITION BY toYYYYMM(timestamp)
PRIMARY KEY (project_id, toDate(timestamp)) ORDER BY (project_id, toDate(timestamp), id)`;

/** Source: github.com/langfuse/langfuse, packages/shared/clickhouse, the tables of version 4. */
export const LANGFUSE_EVENTS = `CREATE TABLE langfuse4.events_full (
  project_id String, trace_id String, span_id String, parent_span_id String,
  start_time DateTime64(6), end_time Nullable(DateTime64(6)), name String,
  type LowCardinality(String), trace_name String, user_id String, session_id String,
  tags Array(String), provided_model_name String, model_parameters String,
  usage_details Map(LowCardinality(String), UInt64),
  cost_details Map(LowCardinality(String), Decimal(18, 12)),
  total_cost Decimal(18, 12) ALIAS cost_details['total'],
  input String, output String, metadata_names Array(String), metadata_values Array(String),
  event_ts DateTime64(6), is_deleted UInt8
) ENGINE = ReplacingMergeTree(event_ts, is_deleted) PARTITION BY toYYYYMM(start_time)
PRIMARY KEY (project_id, toStartOfMinute(start_time), xxHash32(trace_id))
ORDER BY (project_id, toStartOfMinute(start_time), xxHash32(trace_id), span_id, start_time)`;

/** Source: github.com/open-telemetry/opentelemetry-collector-contrib, exporter/clickhouseexporter. */
export const OTEL_TRACES = `CREATE TABLE otel.otel_traces (
  Timestamp DateTime64(9), TraceId String, SpanId String, ParentSpanId String, TraceState String,
  SpanName LowCardinality(String), SpanKind LowCardinality(String),
  ServiceName LowCardinality(String), ResourceAttributes Map(LowCardinality(String), String),
  SpanAttributes Map(LowCardinality(String), String), Duration UInt64,
  StatusCode LowCardinality(String), StatusMessage String
) ENGINE = MergeTree PARTITION BY toDate(Timestamp)
PRIMARY KEY (ServiceName, SpanName, toDateTime(Timestamp))
ORDER BY (ServiceName, SpanName, toDateTime(Timestamp), Timestamp)`;

/** Source: github.com/Helicone/helicone, clickhouse/migrations, 41 and what adds to it. */
export const HELICONE_REQUESTS = `CREATE TABLE helicone.request_response_rmt (
  response_id Nullable(UUID), response_created_at Nullable(DateTime64(3)), latency Nullable(Int64),
  status Int64, completion_tokens Nullable(Int64), completion_audio_tokens Int64 DEFAULT 0,
  prompt_tokens Nullable(Int64), prompt_cache_write_tokens Int64 DEFAULT 0,
  prompt_cache_read_tokens Int64 DEFAULT 0, prompt_audio_tokens Int64 DEFAULT 0,
  model LowCardinality(String), request_id UUID, request_created_at DateTime64(3),
  user_id LowCardinality(String), organization_id UUID, provider LowCardinality(String),
  properties Map(LowCardinality(String), String), request_body String DEFAULT '',
  response_body String DEFAULT '', cost UInt64 DEFAULT 0,
  updated_at DateTime64(3, 'UTC') DEFAULT now()
) ENGINE = ReplacingMergeTree(updated_at) PARTITION BY toYYYYMM(request_created_at)
ORDER BY (organization_id, provider, model, user_id, request_created_at, request_id)`;
