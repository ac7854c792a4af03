/** Upper bounds of the histogram, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;

interface Series {
  readonly buckets: number[];
  count: number;
  sum: number;
}

const quoted = (value: string): string => `"${value.replace(/[\\"\n]/g, (c) => (c === '\n' ? '\\n' : `\\${c}`))}"`;
const labels = (of: Record<string, string>): string =>
  `{${Object.entries(of)
    .map(([name, value]) => `${name}=${quoted(value)}`)
    .join(',')}}`;

/** Counts what is asked, and tells it as Prometheus reads it. Routes are named as patterns: addresses would make series without end. */
export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #seconds = new Map<string, Series>();
  readonly #gauges = new Map<string, { readonly help: string; readonly value: () => number }>();

  gauge(name: string, help: string, value: () => number): void {
    this.#gauges.set(name, { help, value });
  }

  answered(method: string, route: string, status: number, seconds: number): void {
    const key = labels({ method, route, status: String(status) });
    this.#requests.set(key, (this.#requests.get(key) ?? 0) + 1);
    const series = this.#seconds.get(route) ?? { buckets: BUCKETS.map(() => 0), count: 0, sum: 0 };
    this.#seconds.set(route, series);
    for (const [i, bound] of BUCKETS.entries()) if (seconds <= bound) series.buckets[i] = (series.buckets[i] ?? 0) + 1;
    series.count++;
    series.sum += seconds;
  }

  text(): string {
    const lines = ['# HELP readout_http_requests_total Requests answered.', '# TYPE readout_http_requests_total counter'];
    for (const [key, count] of this.#requests) lines.push(`readout_http_requests_total${key} ${count}`);
    lines.push('# HELP readout_http_request_seconds Time until the answer began.', '# TYPE readout_http_request_seconds histogram');
    for (const [route, { buckets, count, sum }] of this.#seconds) {
      for (const [i, bound] of BUCKETS.entries())
        lines.push(`readout_http_request_seconds_bucket${labels({ route, le: String(bound) })} ${buckets[i]}`);
      lines.push(
        `readout_http_request_seconds_bucket${labels({ route, le: '+Inf' })} ${count}`,
        `readout_http_request_seconds_sum${labels({ route })} ${sum.toFixed(6)}`,
        `readout_http_request_seconds_count${labels({ route })} ${count}`,
      );
    }
    for (const [name, { help, value }] of this.#gauges) lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value()}`);
    return `${lines.join('\n')}\n`;
  }
}
