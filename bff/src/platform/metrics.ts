import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'

export interface Metrics {
  registry: Registry
  observe(endpoint: string, status: number, seconds: number): void
  /** A row that no service of this build knows was left out of an answer. */
  unknownCase(type: string): void
}

/** Prometheus figures by endpoint name and status; never by person. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'linli_request_seconds',
    help: 'Time to answer, by endpoint',
    labelNames: ['endpoint'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
    registers: [registry],
  })
  const answers = new Counter({
    name: 'linli_answers_total',
    help: 'Answers by endpoint and status',
    labelNames: ['endpoint', 'status'],
    registers: [registry],
  })
  const unknown = new Counter({
    name: 'linli_unknown_cases_total',
    help: 'Cases left out of an answer, as no service here knows them, by type',
    labelNames: ['type'],
    registers: [registry],
  })
  return {
    registry,
    unknownCase: (type) => unknown.labels(type).inc(),
    observe(endpoint, status, seconds) {
      duration.labels(endpoint).observe(seconds)
      answers.labels(endpoint, String(status)).inc()
    },
  }
}
