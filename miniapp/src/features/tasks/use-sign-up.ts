import type { Task } from '@linli/contracts/tasks'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useSignUp } from './api'

const ends: readonly string[] = ['cancelled', 'lapsed']

/** Who has signed up here, who still can, and the one write. */
export function useSignUpHere(task: Task, now: number) {
  const write = useWriteUp(() => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }))
  const fresh = write.made.filter(({ caseId }) => !task.mine.some((one) => one.caseId === caseId))
  const mine = [...task.mine, ...fresh].filter(({ state }) => !ends.includes(state))
  const open = task.state === 'open' && Date.parse(task.startsAt) > now
  const left = task.candidates.filter(({ childId }) => !mine.some((one) => one.childId === childId))
  return {
    open,
    mine,
    left,
    ready: open ? left.filter(({ obstacles }) => obstacles.length === 0) : [],
    /** For whom it is being written; null while nothing is. */
    busy: write.busy,
    problem: write.problem,
    press: (childId: string | null) => write.send(task.id, childId),
  }
}

/** The write of one tap, and what it made until the task is asked for anew. */
function useWriteUp(done: () => void) {
  const [made, setMade] = useState<Task['mine']>([])
  const write = useSignUp((one) => {
    setMade((all) => [...all, { caseId: one.id, state: one.state, childId: one.childId }])
    done()
  })
  return {
    made,
    busy: write.isPending ? (write.variables.body.childId ?? '') : null,
    problem: write.error,
    send: (id: string, childId: string | null) => write.mutate({ params: { id }, body: { childId } }),
  }
}
