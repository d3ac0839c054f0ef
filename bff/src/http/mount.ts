import type { Readable } from 'node:stream'
import type Router from '@koa/router'
import type { EndpointName } from '@linli/contracts/catalogue'
import type { Endpoint } from '@linli/contracts/endpoint'
import type { Fault } from '@linli/contracts/problems'
import type { Context } from 'koa'
import type { output, ZodMiniType } from 'zod/mini'
import type { Deps } from '../deps'
import { type Idempotency, idempotencyOf } from '../platform/idempotency'
import { Problem } from '../platform/problem'
import { agreesTo } from '../platform/texts-in-effect'
import { askerOf } from './asker'
import { type Authenticated, authenticate } from './authenticate'
import type { Access, Call, Who } from './context'
import { faultsOf } from './faults'
import { Feed, sendFeed } from './feed'
import { type Kept, sendKept } from './kept'
import { createRateCheck } from './rates'

type NeedsSession = 'signed_in' | 'on_duty'
const byBearer: ReadonlySet<Access> = new Set(['public', 'signed_in', 'on_duty'])

type Part<E, K extends string> = K extends keyof E
  ? E[K] extends ZodMiniType
    ? output<E[K]>
    : undefined
  : undefined

export interface Parsed<E> {
  params: Part<E, 'params'>
  query: Part<E, 'query'>
  body: Part<E, 'body'>
}

export type Handler<E extends Endpoint, A extends Access> = (
  request: Parsed<E>,
  call: Omit<Call, 'who' | 'idempotency'> & {
    who: A extends NeedsSession ? Who : Who | undefined
    idempotency: A extends NeedsSession
      ? E['repeatable'] extends 'key'
        ? Idempotency
        : undefined
      : undefined
  },
) => Promise<output<E['reply']> | Prepared | Shared | Picture | Events | Feed>

/** A reply that is already JSON text (a shared, short-lived view). */
export class Prepared {
  constructor(readonly json: Buffer) {}
}

/** A reply that is the same for everybody until it changes: packed once, and not sent again to whoever has it. */
export class Shared {
  constructor(readonly kept: Kept) {}
}

/** A reply that is no JSON, and is never whole in memory. */
export class Picture {
  constructor(
    readonly content: Readable,
    readonly bytes: number,
    /** The same for everybody, and never another under this address: kept wherever it passes. */
    readonly lasting = false,
  ) {}
}

/** A reply that stays open, and tells what happens. */
export class Events {
  constructor(readonly content: Readable) {}
}

/**
 * Of a body that has faults of shape: the faults between those of its fields that can be read, so that whoever fills in
 * a form is told all of them at once. It sees what was sent, unparsed.
 */
export type Between = (sent: { params: unknown; body: unknown }) => Promise<Fault[]>

export type Mount = <E extends Endpoint, A extends Access>(
  name: EndpointName,
  endpoint: E,
  access: A,
  handler: Handler<E, A>,
  between?: Between,
) => void

/** Binds contracts to handlers: authentication, rate limits, parsing and the answer are the same for all of them. */
export function createMount(router: Router, deps: Deps): Mount {
  const rates = createRateCheck(deps)
  return (name, endpoint, access, handler, between) => {
    router.register(endpoint.path, [endpoint.method.toLowerCase()], async (ctx: Context) => {
      ctx.state.endpoint = name
      const asker = askerOf(ctx, deps)
      await rates.count(endpoint.method, access, asker, (ctx.request as { body?: unknown }).body)
      const bearer = byBearer.has(access) ? ctx.get('Authorization') : ''
      const who = await admitted(ctx, deps, access, endpoint, await authenticate(bearer || undefined, deps))
      const { parsed, key } = await parse(ctx, endpoint, between)
      const idempotency =
        who && key
          ? idempotencyOf(deps.cipher, { accountId: who.accountId, key, endpoint: name, sent: parsed })
          : undefined
      const call = { who, asker, idempotency, idempotencyKey: key, incoming: ctx.req }
      const reply = await handler(
        parsed as unknown as Parameters<typeof handler>[0],
        call as Parameters<typeof handler>[1],
      )
      await send(ctx, endpoint, reply, deps.config.checkReplies)
    })
  }
}

/**
 * Whoever has not agreed to the texts in effect is a guest where guests are let in, and nobody elsewhere. A shared tablet
 * goes on: its carer agreed where they are signed in, and children are in the building.
 * @throws Problem sign_in_required, agreement_needed
 */
async function admitted(
  ctx: Context,
  deps: Deps,
  access: Access,
  endpoint: Endpoint,
  sent: Authenticated | undefined,
): Promise<Who | undefined> {
  const who = sent?.who.deviceId && access !== 'on_duty' ? undefined : sent?.who
  const needed = access === 'signed_in' || access === 'on_duty'
  if (!sent || !who) {
    if (needed) throw new Problem('sign_in_required')
    return undefined
  }
  if (who.deviceId || endpoint.beforeAgreement) return who
  const versions = await deps.texts.toAgree()
  if (agreesTo(sent.agreed, versions)) return who
  if (needed) throw new Problem('agreement_needed', { agree: versions })
  // What a guest reads says nothing of what this person has planned: the app asks at once.
  ctx.set('Linli-Agreement', 'needed')
  return undefined
}

async function send(ctx: Context, endpoint: Endpoint, reply: unknown, check: boolean): Promise<void> {
  ctx.status = endpoint.status
  ctx.set('Cache-Control', 'no-store')
  if (reply instanceof Picture) return sendPicture(ctx, reply)
  if (reply instanceof Events) return sendEvents(ctx, reply)
  if (reply instanceof Feed) return sendFeed(ctx, reply)
  ctx.type = 'application/json'
  if (reply instanceof Prepared) {
    ctx.body = reply.json
    return
  }
  if (reply instanceof Shared) return sendKept(ctx, reply.kept)
  if (check) endpoint.reply.parse(reply)
  ctx.body = JSON.stringify(reply)
}

/** Nothing on its way keeps any of it back, and its connection ends with it: a process that drains waits for nobody. */
function sendEvents(ctx: Context, { content }: Events): void {
  ctx.set('X-Accel-Buffering', 'no')
  ctx.set('Connection', 'close')
  ctx.compress = false
  ctx.type = 'text/event-stream'
  ctx.body = content
}

const lastingSeconds = 30 * 86_400

/** Nothing of it runs, wherever it is opened; what is not for everybody is shown, and not kept. */
function sendPicture(ctx: Context, { content, bytes, lasting }: Picture): void {
  if (lasting) ctx.set('Cache-Control', `public, max-age=${lastingSeconds}, immutable`)
  ctx.set('Content-Security-Policy', "default-src 'none'; sandbox")
  ctx.set('Content-Disposition', 'inline')
  ctx.type = 'image/jpeg'
  ctx.length = bytes
  ctx.body = content
}

const keyShape = /^[\w-]{8,64}$/

/** Parses every part and names every fault of all of them at once. */
async function parse(
  ctx: Context,
  endpoint: Endpoint,
  between: Between | undefined,
): Promise<{ parsed: Parsed<Endpoint>; key: string | undefined }> {
  const faults: Fault[] = []
  const part = (name: string, schema: ZodMiniType | undefined, value: unknown): unknown => {
    if (!schema) return undefined
    const result = schema.safeParse(value, { reportInput: true })
    if (!result.success) faults.push(...faultsOf(name, result.error.issues))
    return result.data
  }
  const key = ctx.get('Idempotency-Key') || undefined
  if (endpoint.repeatable === 'key' && !keyShape.test(key ?? ''))
    faults.push({ path: 'headers.idempotency-key', code: 'invalid_format', message: '请返回重新提交' })
  if (endpoint.body && hasForeignBody(ctx)) throw new Problem('unsupported_media_type')
  const parsed = {
    params: part('params', endpoint.params, ctx.params),
    query: part('query', endpoint.query, { ...ctx.query }),
    body: part('body', endpoint.body, bodyOf(ctx)),
  }
  if (faults.length > 0 && between)
    faults.push(...(await between({ params: ctx.params as unknown, body: bodyOf(ctx) })))
  if (faults.length > 0) throw new Problem('invalid_request', undefined, faults)
  return { parsed: parsed as Parsed<Endpoint>, key }
}

const bodyOf = (ctx: Context): unknown => (ctx.request as { body?: unknown }).body

/** The body parser passes by what is not JSON, as if nothing had been sent. */
const hasForeignBody = (ctx: Context): boolean => ctx.request.length !== 0 && ctx.request.is('json') === false
