import { createRequire } from 'node:module'
import path from 'node:path'
import type Router from '@koa/router'
import { problems } from '@linli/contracts/problems'
import send from 'koa-send'
import { openApi } from './openapi'

const swagger = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const assets = ['swagger-ui.css', 'swagger-ui-bundle.js']

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Linli API</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/docs/swagger-ui.css">
<main id="ui"></main><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></html>`

const start = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#ui', deepLinking: true })`

const problemPage = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Linli problems</title>
<meta name="viewport" content="width=device-width"><main><h1>Problems</h1><dl>${Object.entries(problems)
  .map(
    ([code, { status, title }]) => `<dt id="${code}"><code>${code}</code> · ${status}</dt><dd>${title}</dd>`,
  )
  .join('')}</dl></main></html>`

/** The readable page of the interface, its machine-readable twin, and one line a problem. */
export function mountDocs(router: Router): void {
  const document = JSON.stringify(openApi())
  const text = (where: string, type: string, body: string): void => {
    router.get(where, (ctx) => {
      ctx.type = type
      ctx.body = body
    })
  }
  text('/openapi.json', 'application/json', document)
  text('/docs', 'text/html', page)
  text('/docs/start.js', 'text/javascript', start)
  text('/docs/problems', 'text/html', problemPage)
  for (const file of assets)
    router.get(`/docs/${file}`, async (ctx) => {
      await send(ctx, file, { root: swagger, maxAge: 86_400_000 })
    })
}
