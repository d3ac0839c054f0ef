import { roomLine } from './modules/bookings/line'
import type { JoinPorts } from './modules/identity/join'
import { oneEntryEach } from './modules/line/one-each'
import type { Resources } from './modules/line/service'
import { programmeLine } from './modules/programmes/line'

/** What waiting lines give out: each module's own, put together for the web and the job process. */
export const lineResources: Resources = { room: roomLine, programme: programmeLine }

/** What is settled when two accounts become one. */
export const joinPorts: JoinPorts = { oneEntryEach }
