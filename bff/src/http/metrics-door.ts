import { createServer, type Server } from 'node:http'
import type { Metrics } from '../platform/metrics'

/** The figures for whoever runs the service, at a door of their own: nothing public leads there. */
export function metricsDoor({ registry }: Metrics): Server {
  return createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404, { connection: 'close' }).end()
      return
    }
    void registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
}
