/** The promise: whoever asked for a hand hears who comes as soon as all stand, and as soon as one does not. */
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { notifyPeople } from '../notices/service'
import { type ArrangedNeed, arrangedNeed, needGivenBack, needTaken } from '../needs/service'
import { findTask, openTasksOf, type TaskRow } from '../tasks/service'
import { namesOf } from '../volunteers/service'
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
    const helper = await helperOf(deps, tx, people)
    // Of whom one has taken another's place before this ran, or they come at another time.
    const isOld =
      task !== undefined &&
      need.state === 'arranged' &&
      need.taskId === task.id &&
      isChanged(need, helper, task)
    if (isFull && (need.state === 'open' || isOld)) {
      const { startsAt, endsAt } = task
      await needTaken(deps, tx, needId, { taskId: task.id, startsAt, endsAt, helper, at })
      // Of two only now the home opens: whoever was first would look in vain until then, and then not know.
      if (task.atHome && task.twoPeople && need.state === 'open')
        await notifyPeople(
          tx,
          people.map(({ caseId }) => caseId),
          'task_both',
          at,
        )
    } else if (need.state === 'arranged' && need.taskId !== null && need.comesAt > at && !isFull)
      await needGivenBack(deps, tx, needId, at)
  })

const isChanged = (need: ArrangedNeed, helper: string, task: TaskRow): boolean =>
  need.helper !== helper ||
  need.comesAt.getTime() !== task.startsAt.getTime() ||
  need.leavesAt.getTime() !== task.endsAt.getTime()

/** Of a child nobody is told more than that a volunteer comes. */
async function helperOf(
  deps: Deps,
  tx: Tx,
  people: readonly { subjectId: string; childId: string | null }[],
): Promise<string> {
  const adults = people.flatMap(({ subjectId, childId }) => (childId === null ? [subjectId] : []))
  const names = await namesOf(deps, tx, adults)
  return people
    .map(({ subjectId, childId }) => `志愿者${childId === null ? (names.get(subjectId) ?? '') : ''}`)
    .join('、')
}
