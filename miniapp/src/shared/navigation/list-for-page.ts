import { pages } from './pages'
import { prettyPath } from './pretty-path'
import { frameText } from '../words/frame-text'

/** What the browser's address of a page begins with; the first that fits counts. */
const lists: readonly [begin: string, word: string, to: string][] = [
  ['/desk/follow-up', frameText.lists.followUps, pages.followUps],
  ['/desk/programme', frameText.lists.deskCare, pages.deskProgrammes],
  ['/desk/matter', frameText.lists.matters, pages.adviserMatters],
  ['/desk/visits', frameText.lists.visits, pages.contactVisits],
  ['/desk/survey', frameText.lists.deskSurveys, pages.deskSurveys],
  ['/desk/task', frameText.lists.tasks, pages.deskTasks],
  ['/desk', frameText.lists.desk, pages.desk],
  ['/room', frameText.lists.rooms, pages.rooms],
  ['/request', frameText.lists.rooms, pages.rooms],
  ['/child', frameText.lists.children, pages.children],
  ['/programme', frameText.lists.programmes, pages.programmes],
  ['/task', frameText.lists.tasks, pages.tasks],
  ['/survey', frameText.lists.surveys, pages.surveys],
]

/**
 * Where a thing of this page is listed, for whoever came with an address that is none; else among what was asked for.
 * A browser says its own address of a page, a mini-program the page's.
 */
export function listForPage(page: string | undefined): { word: string; to: string } {
  const path = page === undefined ? '' : prettyPath(page)
  const found = lists.find(([begin]) => path.startsWith(begin))
  return found === undefined
    ? { word: frameText.lists.cases, to: pages.cases }
    : { word: found[1], to: found[2] }
}
