import type { Task } from '@linli/contracts/tasks'
import { useState } from 'react'
import { say } from '../../shared/ui/page/say'
import { useCredit, useMark, useRoll } from './api'
import { answered, type Mark, type RollCounts, marked, type RollEntry, standing, toCredit } from './roll'
import { rollText } from './text'

/** The list of who comes: read once on record, then followed by what is said here. */
export function useRollHere(task: Task) {
  const { people, change, ...list } = useList(task.id)
  const mark = useMark()
  const keep = (marks: Mark[], done?: () => void) =>
    mark.mutate(
      { params: { id: task.id }, body: { marks } },
      {
        onSuccess(answer) {
          change((all) => marked(all, marks, task))
          // Somebody else was first: what they said counts.
          const isKnown = answer !== 'queued' && answer.added < marks.length
          say(isKnown ? rollText.keptBefore : rollText.kept)
          if (isKnown) list.read()
          done?.()
        },
      },
    )
  const credit = useCredits(people ?? [], change)
  return {
    people,
    counts: list.counts,
    unmet: list.unmet,
    asOf: list.asOf,
    read: list.read,
    reading: list.reading,
    keep,
    keeping: mark.isPending,
    keepProblem: mark.error,
    problem: list.problem ?? mark.error ?? credit.problem,
    crediting: credit.busy,
    creditAll: credit.all,
    took: (id: string) => change((all) => all.filter(({ caseId }) => caseId !== id)),
  }
}

export type RollHere = ReturnType<typeof useRollHere>

type Change = (by: (all: RollEntry[]) => RollEntry[]) => void

function useList(taskId: string) {
  const [people, setPeople] = useState<RollEntry[] | null>(null)
  const [counts, setCounts] = useState<RollCounts | null>(null)
  const [unmet, setUnmet] = useState(false)
  const [asOf, setAsOf] = useState(0)
  const roll = useRoll()
  const change: Change = (by) => setPeople((all) => all && standing(by(all)))
  const read = () =>
    roll.mutate(
      { params: { id: taskId } },
      {
        onSuccess(answer) {
          setPeople(answer.people)
          setCounts(answer.counts)
          setUnmet(answer.unmet)
          setAsOf(Date.now())
        },
      },
    )
  return { people, counts, unmet, change, asOf, read, reading: roll.isPending, problem: roll.error }
}

/** One after the other: each is an answer of its own, and what was refused stays to be looked at. */
function useCredits(people: readonly RollEntry[], change: Change) {
  const credit = useCredit()
  return {
    busy: credit.isPending,
    problem: credit.error,
    async all() {
      let done = 0
      for (const { caseId, halves } of toCredit(people)) {
        const one = await credit.mutateAsync({ params: { id: caseId }, body: { halves } }).catch(() => null)
        if (one === null || one === 'queued') break
        change((all) => answered(all, one))
        done += 1
      }
      if (done > 0) say(rollText.confirmed(done))
    },
  }
}
