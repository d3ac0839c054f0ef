/** The promise: whoever asked for a hand hears who comes as soon as all stand, and as soon as one does not. */
import type { Deps } from '../../deps'
import { contactOf } from '../identity/service'
import { arrangedNeed, needGivenBack, needTaken } from '../needs/service'
import { findTask, openTasksOf } from '../tasks/service'
import { readOf } from '../../platform/read'
import { standing } from './store'

/** May run late or twice: it compares what stands with what the need says. */
export const lookAtNeed = (deps: Deps, needId: string): Promise<void> =>
  deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const need = await arrangedNeed(deps, tx, needId)
    if (!need) return
    const [ahead] = await openTasksOf(tx, needId, at)
    const task = ahead && (await findTask(readOf(tx), ahead.id))
    const people = task ? await standing(tx, task.id) : []
    const isFull = task !== undefined && people.length >= task.places
    if (need.state === 'open' && isFull) {
      const names = await Promise.all(people.map((one) => nameOf(deps, one)))
      const { startsAt, endsAt } = task
      await needTaken(deps, tx, needId, { taskId: task.id, startsAt, endsAt, helper: names.join('、'), at })
    } else if (need.state === 'arranged' && need.taskId !== null && need.comesAt > at && !isFull)
      await needGivenBack(deps, tx, needId, at)
  })

/** Of a child nobody is told more than that a volunteer comes. */
async function nameOf(deps: Deps, { subjectId, childId }: { subjectId: string; childId: string | null }) {
  const name = childId === null ? (await contactOf(deps, subjectId)).name : null
  return name === null ? '志愿者' : `志愿者${name}`
}
