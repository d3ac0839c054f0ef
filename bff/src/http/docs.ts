import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type Router from '@koa/router'
import { problems } from '@linli/contracts/problems'
import { askAgain, dayCache, type Kept, kept, sendKept } from './kept'
import { openApi } from './openapi'

const swagger = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const assets = ['swagger-ui.css', 'swagger-ui-bundle.js']

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Linli API</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/docs/swagger-ui.css">
<main id="ui"></main><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></html>`

const start = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#ui', deepLinking: true })`

const problemPage =
  (): string => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Linli problems</title>
<meta name="viewport" content="width=device-width"><main><h1>Problems</h1><dl>${Object.entries(problems)
    .map(
      ([code, { status, title }]) =>
        `<dt id="${code}"><code>${code}</code> · ${status}</dt><dd>${title}</dd>`,
    )
    .join('')}</dl></main></html>`

const text = (type: string, made: () => string): Kept => kept(type, askAgain, () => Buffer.from(made()))

/** The readable page of the interface, its machine-readable twin, and one line a problem: once a process. */
const documents: Record<string, Kept> = {
  '/openapi.json': text('application/json', () => JSON.stringify(openApi())),
  '/docs': text('text/html', () => page),
  '/docs/start.js': text('text/javascript', () => start),
  '/docs/problems': text('text/html', problemPage),
  ...Object.fromEntries(
    assets.map((file) => [
      `/docs/${file}`,
      kept(path.extname(file), dayCache, () => readFile(path.join(swagger, file))),
    ]),
  ),
}

export function mountDocs(router: Router): void {
  for (const [where, document] of Object.entries(documents))
    router.get(where, (ctx) => sendKept(ctx, document))
}

/** Packs them before the first one asks. */
export const packDocs = async (): Promise<void> => {
  for (const document of Object.values(documents)) await document.versions()
}
