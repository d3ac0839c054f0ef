import { bodyParser } from '@koa/bodyparser'
import Router from '@koa/router'
import Koa from 'koa'
import compress from 'koa-compress'
import type { Deps } from './deps'
import { isOurs } from './http/authenticate'
import { mountDocs } from './http/docs'
import { securityHeaders } from './http/headers'
import { mountHealth } from './http/health'
import { inTurn } from './http/in-turn'
import { createMount } from './http/mount'
import { problemJson } from './http/problem-json'
import { requestLog } from './http/request-log'
import { web } from './http/web'
import { wrongMethod } from './http/wrong-method'
import { childPorts, joinPorts, leavePorts, lineResources } from './lines'
import { mountAgreements } from './modules/agreements/routes'
import { mountBookings } from './modules/bookings/routes'
import { mountCalendars } from './modules/calendars/routes'
import { mountCare } from './modules/care/routes'
import { mountCases } from './modules/cases/routes'
import { mountChildren } from './modules/children/routes'
import { mountDesk } from './modules/desk/routes'
import { mountDivisions } from './modules/divisions/routes'
import { mountExports } from './modules/exports/routes'
import { mountFeedback } from './modules/feedback/routes'
import { mountFiles } from './modules/files/routes'
import { mountFigures } from './modules/figures/routes'
import { mountFollowUps } from './modules/follow-ups/routes'
import { mountHome } from './modules/home/routes'
import { mountAccounts } from './modules/identity/account-routes'
import { mountIdentity } from './modules/identity/routes'
import { mountLeaving } from './modules/leaving/routes'
import { mountLine } from './modules/line/routes'
import { mountNotices } from './modules/notices/routes'
import { mountProgrammes } from './modules/programmes/routes'
import { mountRosterImports } from './modules/roster-imports/routes'
import { mountTeams } from './modules/teams/routes'
import { mountVolunteers } from './modules/volunteers/routes'
import { mountSignups } from './modules/signups/routes'
import { mountTasks } from './modules/tasks/routes'
import { mountNeeds } from './modules/needs/routes'
import { mountConsultations } from './modules/consultations/routes'
import { mountRatings } from './modules/ratings/routes'
import { mountRoomDesk } from './modules/rooms/desk/routes'
import { mountRoomPhotos } from './modules/rooms/photos/routes'
import { mountRoomTable } from './modules/rooms/table/routes'
import { mountClosures } from './modules/closures/routes'
import { mountRooms } from './modules/rooms/routes'
import { mountRoomUse } from './modules/room-use/routes'
import { mountSurveys } from './modules/surveys/routes'
import { mountVisits } from './modules/visits/routes'
import { mountServiceRecords } from './modules/service-records/routes'
import { Problem } from './platform/problem'

/** What needs nothing of the others but what they export. */
const features = [
  mountIdentity,
  mountAgreements,
  mountDivisions,
  mountHome,
  mountRooms,
  mountClosures,
  mountRoomDesk,
  mountRoomPhotos,
  mountRoomUse,
  mountRoomTable,
  mountExports,
  mountBookings,
  mountCalendars,
  mountCases,
  mountDesk,
  mountNotices,
  mountCare,
  mountProgrammes,
  mountFollowUps,
  mountSurveys,
  mountRatings,
  mountFigures,
  mountFeedback,
  mountFiles,
  mountConsultations,
  mountNeeds,
  mountVolunteers,
  mountTeams,
  mountRosterImports,
  mountSignups,
  mountTasks,
  mountVisits,
  mountServiceRecords,
]

/** The whole chain in order: log, headers, errors, turns, the web app, health and docs, then the interface under `/v1`. */
export function buildApp(deps: Deps): Koa {
  const app = new Koa({ proxy: deps.config.trustProxy, maxIpsCount: 1 })
  const porch = new Router({ sensitive: true })
  mountHealth(porch, deps)
  mountDocs(porch)
  const v1 = new Router({ prefix: '/v1', sensitive: true })
  const mount = createMount(v1, deps)
  for (const each of features) each(mount, deps)
  mountAccounts(mount, deps, joinPorts)
  mountLeaving(mount, deps, leavePorts)
  mountLine(mount, deps, lineResources)
  mountChildren(mount, deps, childPorts)

  app.use(requestLog(deps.log, deps.metrics, deps.config.trustProxy))
  app.use(securityHeaders(deps.config.publicUrl.startsWith('https:')))
  app.use(problemJson(deps.log))
  app.use(inTurn((authorization) => isOurs(authorization, deps.tokens)))
  if (deps.config.web) app.use(web(deps.config.web))
  app.use(porch.routes())
  app.use(compress({ threshold: 2048, br: false }))
  app.use(
    bodyParser({ enableTypes: ['json'], jsonLimit: '32kb', parsedMethods: ['POST'], onError: unreadable }),
  )
  app.use(v1.routes())
  app.use(wrongMethod)
  // Whatever still escapes was met after the answer began; it is logged in brief, never printed with its body.
  // That its reader left in the middle of an answer, or of a stream, is nobody's fault.
  app.on('error', (err: unknown) => {
    const left = err instanceof Error && 'code' in err && err.code === 'ERR_STREAM_PREMATURE_CLOSE'
    deps.log[left ? 'debug' : 'warn']({ err }, 'after the answer began')
  })
  return app
}

/** What cannot even be unpacked comes without a status: that is no fault of ours. */
function unreadable(error: Error): never {
  throw 'status' in error ? error : new Problem('malformed_request')
}
