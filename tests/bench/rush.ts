/**
 * The opening: 5,000 guardians press within two seconds for 60 places, over real HTTP, against 1, 2 and 4 processes.
 * By itself, on servers of its own: `node --import tsx tests/bench/rush-alone.ts`.
 */
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import type { SignedUp } from '../../bff/contracts/src/enrolments'
import { addDays, dayOf, dayMs } from '../../bff/src/platform/shanghai'
import type { TestApp } from '../support/app'
import { realProcess, type RealProcess, type Urls } from '../support/process'
import { makeProgramme } from '../support/programmes'
import { here, makePerson, type Person } from '../support/world'
import { inProduction } from './in-production'
import { loadNow } from './machine'
import { title } from './report'
import { type Guardian, makeGuardians } from './rush-ground'

const people = 5_000
const places = 60
const withinMs = 2_000
const minuteMs = 60_000

interface Press {
  status: number
  ms: number
  /** After the first press. */
  answeredAt: number
  entry: SignedUp['entries'][number] | undefined
}

export async function benchRush(app: TestApp, urls: Urls, counts = [1, 2, 4]): Promise<void> {
  title(`${people} press within ${withinMs / 1000} s for ${places} places`)
  app.clock.set(new Date())
  const guardians = await makeGuardians(app, people)
  const staff = await makePerson(app, { grants: [['staff', here]] })
  for (const count of counts) {
    const processes = await Promise.all(Array.from({ length: count }, () => start(urls)))
    const id = await openProgramme(app, staff)
    const presses = await rush(processes, id, guardians)
    await report(app, id, count, presses)
    await Promise.all(processes.map((each) => each.stop()))
  }
}

async function start(urls: Urls): Promise<RealProcess> {
  const bff = await realProcess('main', urls, inProduction)
  await bff.ready()
  return bff
}

/** Published an hour ago and open since a minute ago: the clock of the app that publishes it is turned back. */
async function openProgramme(app: TestApp, staff: Person): Promise<string> {
  const now = new Date()
  const first = addDays(dayOf(now), 14)
  app.clock.set(new Date(now.getTime() - 60 * minuteMs))
  const { id } = await makeProgramme(app, staff, {
    startsOn: first,
    endsOn: addDays(first, 13),
    capacity: places,
    classes: 2,
    opensAt: new Date(now.getTime() - minuteMs).toISOString(),
    closesAt: new Date(now.getTime() + 7 * dayMs).toISOString(),
  })
  app.clock.set(now)
  return id
}

/** The presses are spread evenly over the time and, in turn, over the processes; everybody has a connection of their own. */
function rush(
  processes: readonly RealProcess[],
  id: string,
  guardians: readonly Guardian[],
): Promise<Press[]> {
  const start = performance.now()
  const agent = new Agent({ keepAlive: false, maxSockets: Infinity })
  return new Promise((resolve) => {
    const presses: Promise<Press>[] = []
    const timer = setInterval(() => {
      const due = Math.min(people, Math.ceil(((performance.now() - start) / withinMs) * people))
      while (presses.length < due) {
        const n = presses.length
        const base = processes[n % processes.length]?.base ?? ''
        presses.push(press(`${base}/v1/programmes/${id}/enrolments`, guardians[n] as Guardian, agent, start))
      }
      if (presses.length < people) return
      clearInterval(timer)
      resolve(Promise.all(presses))
    }, 2)
  })
}

function press(url: string, { token, childId }: Guardian, agent: Agent, start: number): Promise<Press> {
  const body = JSON.stringify({ children: [childId], group: 'one' })
  const pressedAt = performance.now()
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'idempotency-key': randomUUID(),
  }
  const answered = (status: number, text: string): Press => {
    const now = performance.now()
    const entry = status === 201 ? (JSON.parse(text) as SignedUp).entries[0] : undefined
    return { status, ms: now - pressedAt, answeredAt: now - start, entry }
  }
  return new Promise((resolve) => {
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve(answered(response.statusCode ?? 0, text)))
    })
    sent.on('error', () => resolve(answered(0, '')))
    sent.end(body)
  })
}

async function report(app: TestApp, id: string, count: number, presses: readonly Press[]): Promise<void> {
  const times = presses.map((p) => p.ms).sort((a, b) => a - b)
  const at = (share: number): string => (times[Math.floor(share * (people - 1))] ?? 0).toFixed(0)
  const all = Math.max(...presses.map((p) => p.answeredAt)) / 1000
  const of = (is: (p: Press) => boolean): number => presses.filter(is).length
  const others = [...new Set(presses.map((p) => p.status))]
    .filter((status) => status !== 201 && status < 500)
    .map((status) => `${of((p) => p.status === status)} × ${status || 'no answer'}`)
  console.log(
    `  ${count} process${count > 1 ? 'es' : '  '}  p50 ${at(0.5)} ms  p99 ${at(0.99)} ms  all answered after ${all.toFixed(1)} s  ` +
      `5xx ${of((p) => p.status >= 500)}  other ${others.join(', ') || 'none'}  load ${loadNow()}`,
  )
  const saved = await savedOf(app, id)
  // Place in line by place of pressing: who was overtaken, and by how many.
  const order = new Map(saved.line.map((caseId, n) => [caseId, n + 1]))
  const pressed = presses.flatMap((p) => (p.entry && order.has(p.entry.caseId) ? [p.entry] : []))
  const off = pressed.map((entry, n) => Math.abs((order.get(entry.caseId) ?? 0) - (n + 1)))
  const told = pressed.filter((entry) => entry.position === order.get(entry.caseId)).length
  const firsts = Math.max(...presses.flatMap((p, n) => (p.entry?.state === 'confirmed' ? [n + 1] : [])))
  console.log(
    `    placed ${of((p) => p.entry?.state === 'confirmed')} (taken ${saved.taken}), waiting ${saved.line.length}, ` +
      `distinct places ${new Set(saved.arrivals).size}, in order of arrival ${saved.inOrder ? 'yes' : 'NO'}, twice ${saved.twice}; ` +
      `the last place went to press ${firsts}; furthest from the order of pressing ${Math.max(0, ...off)} places; ` +
      `${told} were told the place that they have`,
  )
}

interface Saved {
  taken: number
  line: string[]
  arrivals: number[]
  inOrder: boolean
  twice: number
}

async function savedOf({ database: { pool } }: TestApp, id: string): Promise<Saved> {
  const { rows } = await pool.query<{ caseId: string; arrival: string }>(
    `SELECT w.case_id AS "caseId", w.arrival FROM line_entries w JOIN lines l ON l.id = w.line_id
     WHERE l.programme_id = $1 AND w.state = 'waiting' ORDER BY w.sort_score DESC, w.sort_arrival`,
    [id],
  )
  const arrivals = rows.map((row) => Number(row.arrival))
  const taken = await pool.query<{ taken: number }>('SELECT taken FROM programmes WHERE id = $1', [id])
  const { rowCount } = await pool.query(
    'SELECT child_id FROM enrolments WHERE programme_id = $1 GROUP BY child_id HAVING count(*) > 1',
    [id],
  )
  return {
    taken: taken.rows[0]?.taken ?? -1,
    line: rows.map((row) => row.caseId),
    arrivals,
    inOrder: arrivals.every((arrival, n) => n === 0 || arrival > (arrivals[n - 1] ?? 0)),
    twice: rowCount ?? -1,
  }
}
