import type { Survey } from '@linli/contracts/surveys'
import { pages } from '../../shared/navigation/pages'
import { usePlanForm } from '../../shared/staff/use-plan-form'
import { useChange, useCreate } from './api'
import { bodyOf, formOf, missingIn, usualForm } from './plan'
import { planText } from './text'

const surveyPlan = {
  draft: 'draft.survey',
  usual: usualForm,
  formOf,
  missingIn,
  useCreate,
  useChange,
  saved: planText.saved,
  page: pages.deskSurvey,
} as const

export const usePlan = (one: Survey | null, division: string) =>
  usePlanForm(surveyPlan, one, {
    create: (form) => ({ body: { division, ...bodyOf(form) } }),
    change: (id, form) => ({ params: { id }, body: { division, ...bodyOf(form) } }),
  })

export type Plan = ReturnType<typeof usePlan>
