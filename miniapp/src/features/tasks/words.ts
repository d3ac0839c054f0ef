import { type FitReason, type TaskObstacle, type TaskSummary } from '@linli/contracts/tasks'
import { paperWord, skillWord } from '@linli/contracts/volunteer-words'
import { dayOf, minuteInDay } from '../../shared/time/shanghai'
import { momentWords, weekdayWord } from '../../shared/time/time-words'
import type { Tone } from '../../shared/ui/tone'
import { obstacleText, obstacleWord, reasonWord, taskText, tasksText } from './text'

type Said = Pick<TaskSummary, 'startsAt' | 'skill' | 'paper' | 'opensToAll'>

export const placesLeft = ({ places, taken }: Pick<TaskSummary, 'places' | 'taken'>) =>
  Math.max(0, places - taken)

/** Of the week of whoever said when they can. */
function freeWords(startsAt: string): string {
  const day = dayOf(startsAt)
  const hour = Math.floor(minuteInDay(day, startsAt) / 60)
  return `您${weekdayWord(day)}${hour < 12 ? '上午' : hour < 18 ? '下午' : '晚上'}有空`
}

function reasonWords(reason: FitReason, { startsAt, skill }: Said): string {
  if (reason === 'free_then') return freeWords(startsAt)
  if (reason === 'has_skill') return skill === null ? '' : `您会${skillWord[skill]}`
  return reasonWord[reason]
}

/** 因为您周三下午有空、离得近; empty where nothing speaks for it. */
export function whyWords(why: readonly FitReason[], task: Said): string {
  const words = why.map((reason) => reasonWords(reason, task)).filter(Boolean)
  return words.length === 0 ? '' : tasksText.because(words.join('、'))
}

/** What keeps somebody from it, with what to do. */
export function obstacleWords(
  obstacle: TaskObstacle,
  { skill, paper, opensToAll }: Said,
  now: number,
): string {
  if (obstacle === 'skill_missing') return skill === null ? '' : obstacleText.skill(skillWord[skill])
  if (obstacle === 'paper_missing') return paper === null ? '' : obstacleText.paper(paperWord[paper])
  if (obstacle === 'opens_later') return obstacleText.later(momentWords(opensToAll, now))
  return obstacleWord[obstacle]
}

/** How a task stands for whoever looks for one. */
export function standing(task: TaskSummary, now: number): { tone: Tone; words: string } {
  if (task.state === 'cancelled') return { tone: 'bad', words: taskText.off }
  if (Date.parse(task.startsAt) <= now) return { tone: 'quiet', words: taskText.began }
  const left = placesLeft(task)
  if (left > 0) return { tone: 'good', words: taskText.short(left) }
  return task.mine.length > 0
    ? { tone: 'quiet', words: taskText.enough }
    : { tone: 'wait', words: taskText.full }
}

/** What is asked of whoever comes, in words. */
export function needsWords({ skill, paper, adultsOnly, twoPeople }: TaskSummary): string {
  return [
    skill === null ? '' : taskText.skill(skillWord[skill]),
    paper === null ? '' : taskText.paper(paperWord[paper]),
    adultsOnly ? taskText.adults : '',
    twoPeople ? taskText.two : '',
  ]
    .filter(Boolean)
    .join('，')
}
