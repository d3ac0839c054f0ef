import type { Survey } from '@linli/contracts/surveys'
import { useState } from 'react'
import { say } from '../../shared/ui/page/say'
import { missingAt, useMissingFields } from '../../shared/forms/missing-fields'
import { useEnterPaper } from './api'
import { paperText } from './text'
import type { TypedNumber } from './sheet-number'
import { useSheetNumber } from './use-sheet-number'
import { optionsOf } from './words'

/** What nobody has said yet, or said wrongly: a digit that was mistyped shows itself. */
const missingIn = (number: TypedNumber, answers: readonly (number | null)[]) => [
  ...('fault' in number ? [missingAt('sheet', paperText.missing[number.fault])] : []),
  ...answers.flatMap((one, n) => (one === null ? [missingAt(`answers.${n}`, paperText.missing.answer)] : [])),
]

/** Entering one sheet after the other: the number counts on by itself, and the answers begin anew. */
export function usePaper(survey: Survey, community: string) {
  const { sheet, ...form } = useSheetNumber()
  const [answers, setAnswers] = useState<readonly (number | null)[]>(survey.questions.map(() => null))
  const [entered, setEntered] = useState<number | null>(null)
  const missing = useMissingFields()
  const [again, setAgain] = useState<number | null>(null)
  const enter = useEnterPaper((count) => {
    const done = enter.variables?.body.sheet ?? 0
    say(again === done ? paperText.corrected(done) : paperText.saved(done))
    setEntered(count)
    form.goOn(done)
    setAnswers(survey.questions.map(() => null))
  })
  const choose = (n: number, option: number) =>
    setAnswers(answers.map((one, at) => (at === n ? option : one)))
  const save = (correct = false) => {
    if (!missing.check(missingIn(form.number, answers)) || sheet === null || enter.isPending) return
    const given = answers.filter((one) => one !== null)
    setAgain(correct ? sheet : null)
    enter.mutate({
      params: { id: survey.id },
      body: { community, sheet, answers: given, ...(correct && { correct }) },
    })
  }
  return {
    form,
    answers,
    choose,
    /** By its number on a keyboard: the answer to the first question that has none. */
    chooseNext(option: number) {
      const n = answers.indexOf(null)
      const question = survey.questions[n]
      if (question !== undefined && option < optionsOf(question).length) choose(n, option)
    },
    entered,
    problem: missing.problem ?? enter.error,
    busy: enter.isPending,
    /** The number was entered before: what was keyed in wrongly can be put right. */
    mayCorrect: enter.error?.code === 'paper_entered' && enter.variables?.body.sheet === sheet,
    save,
  }
}
